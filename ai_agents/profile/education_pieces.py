"""Cuts the lines of an education section into pieces that name a degree, a school, or neither."""

import re

from ai_agents.models import Line
from ai_agents.profile.blocks import is_prose
from ai_agents.profile.contact import location_strength
from ai_agents.profile.dates import find_dates, trim, without_dates
from ai_agents.profile.folding import fold, has_cjk, word_keys
from ai_agents.profile.fragments import split_place
from ai_agents.profile.lexicon import word_list
from ai_agents.profile.links import visible_links

_SPLIT = re.compile(
    r"\s*[|•·∙●‖;；]\s*|\s+[–—-]\s+|\s{3,}|\t|\u241f|(?<=[a-zà-ÿ]{4})\.\s+(?=[A-Z])"
    r"|\s+(?:at|from|bei)\s+(?=[A-Z])|\s*@\s*(?=[^\W\d_])"
)
#: 'Master en droit de l'Université de Nice': the school after its preposition
_OF_SCHOOL = re.compile(
    r",?\s+(?:de l['’]\s*|de la |du |der |des |dell['’]|della |del |da |do |of the |van de |at )"
    r"(?=(?P<school>[^\W\d_]+))"
)
#: 'M. Sc.', 'Ph. D.': a degree printed with spaces after its dots
_SPACED_DEGREE = re.compile(r"\b([A-Z][a-z]?)\.\s+(?=[A-Z][a-z]{0,3}(?:\.|\s*$|\s+(?:in|of)\b))")
NOISE = re.compile(
    r"^(?:(?:gpa|grade|note|score|relevant|courses?|coursework|thesis|activities|advis[eo]r"
    r"|cum|in-major|graduate coursework|undergraduate coursework|cgpa|location|dean|focus|rank"
    r"|minor(?!\s+degree)|starting|expected|anticipated|supervisors?|topics?|honou?rs?\b(?=\s*[:：])"
    r"|(?:master|bachelor|diploma|doctoral|phd|final)['’]?s? (?:thesis|paper|arbeit)"
    r"|(?:master|bachelor|diplom|doktor)arbeit|schwerpunkte?|nebenfach|\w*note(?=\s*:)|\w*durchschnitt\w*"
    r"|mémoire|moyenne|mention (?:bien|assez|très)|matières|modules?(?=\s*:)|cours(?=\s*:)"
    r"|tesis|promedio|nota media|materias|asignaturas|tfg|tfm|tesi|votazione|voto|esami"
    r"|tcc|média|disciplinas|afstudeer\w*|cijfer|vakken(?=\s*:)|тема|средний балл"
    r"|научный руководитель|(?:дипломная|магистерская|курсовая) работа)\b"
    r"|(?:卒業|修士|博士|卒)?(?:論文|研究)|研究テーマ|研究室|(?:主修|主要|核心|相关|专业)?课程|导师|毕业设计|毕业论文"
    r"|成绩|排名|绩点|平均分|均分|專題|課程)",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"^(?P<degree>.{2,60}?)(?:\s+(?:in|für|en|em|in de)\s+|,\s+|\s*:\s+)(?P<field>.{2,80})$"
)
#: What a form writes behind the school: entered, graduated, left, expected to graduate
_EVENT = re.compile(r"\s*(?:入学|卒業見込み?|卒業|修了|中退|退学|毕业|在读|肄业)\s*$")
#: What follows a degree by a comma and is no school
_FIELD_WORD = re.compile(
    r"(?:minor|major|speciali[sz]|concentration|focus|honou?rs|with|summa|magna)", re.IGNORECASE
)
LABELLED = re.compile(r"^[^:：]{2,45}[:：]\s*\S")
_AMBIGUOUS_WORDS = (
    "ma ba ms me be aa bs md dut bac dec dea cap ing ir drs l1 l2 l3 m1 m2 ihk minor major honours"
    " honors graduate associate undergraduate postgraduate ausbildung schooling promotion studium"
)
_AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())
#: Names of a school that stand for what one leaves it with
_SCHOOL_LEAVING = frozenset(("high school", "secondary school", "middle school"))
#: A sentence about studies in Japanese, not the name of a course
_TOLD = re.compile(r"を|に関する|学部長")
#: Words that end the name of a degree though a school's word begins it
_DEGREE_END = re.compile(
    r"(?:diploma|degree|certificate|abitur|abschluss|reife|学部|学科|専攻|课程|專業|专业)$",
    re.IGNORECASE,
)
#: A street behind a school's name
_STREET = re.compile(
    r"\d|^(?:via|rue|calle|str\.|straße|street|avenue|av\.|rua|piazza)\b", re.IGNORECASE
)


def degree_weight(text: str) -> float:
    """Return how surely a text names a degree (0–1)."""
    degrees = word_list("degrees")
    if _TOLD.search(text):
        return 0.0
    if fold(text) in _SCHOOL_LEAVING:
        return 1.0
    keys = [key for key in word_keys(text) if degrees.has(key)]
    clear = [key for key in keys if key not in _AMBIGUOUS]
    if clear or (not keys and degrees.hits(text)):
        return 1.0
    if not keys:
        return 0.0
    # 'MS' or 'BA' as print, not the English word 'me' or 'be'.
    return 0.8 if re.search(r"(?<!\w)(?:[A-Z]\.?){2,3}(?!\w)|\b[A-Z][a-z]{5,}", text) else 0.0


def institution_weight(text: str) -> float:
    """Return how surely a text names a place of learning (0–1)."""
    return min(1.0, 0.7 * word_list("institutions").hits(text))


def pieces_of(line: Line) -> list[tuple[str, str]]:
    """Return (role, text) of a line's pieces; role is degree, institution or plain."""
    if is_prose(line) and len(line.text) > 160:
        return []
    found = []
    for printed in line.parts or (line.text,):
        part = _SPACED_DEGREE.sub(r"\1.", printed.removeprefix(line.bullet or ""))
        for raw in _SPLIT.split(without_dates(part, find_dates(part))):
            for piece in _out_of_brackets(raw):
                text = trim(_EVENT.sub("", piece))
                if len(text) < 2 or NOISE.match(text) or not any(c.isalpha() for c in text):
                    continue
                found += [] if visible_links(text)[:1] == [text] else _roles(text)
    return _one_degree(found)


def _one_degree(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join two names of one degree: 'Master of Science - MS, Statistics'."""
    joined: list[tuple[str, str]] = []
    for role, text in found:
        if role == "degree" and joined and joined[-1][0] == "degree":
            joined[-1] = role, f"{joined[-1][1]} - {text}"
        else:
            joined.append((role, text))
    return joined


def _out_of_brackets(text: str) -> list[str]:
    """Cut 'Course (University of X)' in two; other brackets stay."""
    before, _, inside = text.rstrip(" )").partition("(")
    apart = institution_weight(inside) > 0 and institution_weight(before) == 0.0
    return [before, inside] if apart else [text]


def _roles(text: str) -> list[tuple[str, str]]:
    """Return what a piece names; 'degree, school, town' is cut at its commas."""
    if location_strength(text) >= 0.8:
        return []
    text, _ = split_place(text.rstrip("."))
    if cut := _school_behind(text):
        return cut
    pieces = re.split(r"\s*[,，、]\s+|[，、]", text)
    schools = [institution_weight(piece) > 0 for piece in pieces]
    degrees = [degree_weight(piece) > 0 for piece in pieces]
    if len(pieces) > 1 and any(schools) and any(degrees) and schools != degrees:
        return _by_commas(pieces, schools, degrees)
    degree, institution = degree_weight(text), institution_weight(text)
    if institution and (not degree or _begins_with_school(pieces[0])):
        return [("institution", _school(pieces))]
    if degree:
        return _unnamed_school(text, pieces)
    return [("plain", text)]


def _school_behind(text: str) -> list[tuple[str, str]]:
    """Return degree and school of 'Licence de droit de l'Université de Nice', else nothing."""
    for match in _OF_SCHOOL.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if institution_weight(match["school"]) and degree_weight(before):
            name, _, rest = after.partition(" (")
            return [("degree", f"{before} ({rest}" if rest else before), ("institution", name)]
    return []


def _begins_with_school(text: str) -> bool:
    """Return whether a school's word comes before any degree's: 'Istituto Magistrale Verdi'."""
    if _DEGREE_END.search(text) or fold(text) in _SCHOOL_LEAVING:
        return False
    for word in text.split():
        if institution_weight(word):
            return True
        if degree_weight(word):
            return False
    return bool(institution_weight(text)) and not has_cjk(text)


def _by_commas(
    pieces: list[str], schools: list[bool], degrees: list[bool]
) -> list[tuple[str, str]]:
    """Return degree and school of pieces that hold both, in the order they are printed."""
    degree_at = degrees.index(True)
    school_at = next((i for i, school in enumerate(schools) if school and not degrees[i]), -1)
    if school_at < 0:
        school_at = next((i for i, school in enumerate(schools) if school and i != degree_at), -1)
    if school_at < 0:
        return [("degree", ", ".join(pieces))]
    if degree_at < school_at:
        return [
            ("degree", ", ".join(pieces[:school_at])),
            ("institution", _school(pieces[school_at:])),
        ]
    return [
        ("institution", _school(pieces[school_at:degree_at])),
        ("degree", ", ".join(pieces[degree_at:])),
    ]


def _school(pieces: list[str]) -> str:
    """Return the school's name: 'MIT, Cambridge' → 'MIT', 'University of X, Berkeley' whole."""
    if has_cjk(pieces[0]) or (pieces[0].isupper() and len(pieces[0]) <= 5):
        return pieces[0]
    named = [i for i, piece in enumerate(pieces) if institution_weight(piece)]
    kept = pieces[: max(named, default=0) + 2]
    return ", ".join(piece for n, piece in enumerate(kept) if not n or not _STREET.search(piece))


def _unnamed_school(text: str, pieces: list[str]) -> list[tuple[str, str]]:
    """Cut a school without a school word off 'Degree in Subject, School'."""
    last = pieces[-1]
    if (
        len(pieces) >= 2
        and re.search(r"\s(?:in|of|für|en|em)\s", pieces[0])
        and FIELD.match(pieces[0])
        and not degree_weight(last)
        and not _FIELD_WORD.match(last)
        and all(word[:1].isupper() for word in last.split())
    ):
        return [("degree", ", ".join(pieces[:-1])), ("plain", last)]
    return [("degree", text)]
