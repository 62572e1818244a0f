"""Reads the history of a Japanese form (履歴書): one event a row, entering and leaving a place.

2015年4月  東京大学 工学部 入学      a school is entered
2019年3月  同 卒業                  'the same' is left
2019年4月  株式会社青空 入社         an employer is joined
           現在に至る               … and never left
"""

import re
from dataclasses import dataclass, field

from ai_agents.models import EducationEntry, ExperienceEntry, Line
from ai_agents.profile.date_words import PRESENT
from ai_agents.profile.dates import find_dates

_ENTERED = re.compile(r"\s*(?:に)?(?:編入学|編入|転入|入学)\s*$")
_GRADUATED = re.compile(
    r"\s*(?:を)?(?:単位取得)?(?:卒業見込み?|卒業予定|卒業|修了見込み?|修了予定|修了|中途退学|中退|退学|在学中)\s*$"
)
_JOINED = re.compile(r"\s*(?:に)?(?:入社|入職|入庁|入所|入省|入行|入局|入団|就職|着任)\s*$")
_LEFT = re.compile(
    r"\s*(?:を)?(?:(?:一身上の都合|会社都合|契約期間満了|定年)により\s*)?"
    r"(?:退職|退社|退所|退庁|退任|退行|離職|契約満了)"
    r"(?:\s*(?:[（(].*|(?:一身上の都合|会社都合|契約期間満了|定年)により))?\s*$"
)
_STILL_THERE = re.compile(r"\s*(?:現在に(?:至る|いたる)|至\s?現在|在職中)\s*$")
_SAME = re.compile(r"(?:同上?|同(?:校|社|大学|学校|学院|大学院|学部|学科|研究科)?|〃)\s*")
_SCHOOL = (
    "大学大学院|大学院大学|大学院|短期大学|大学|高等専門学校|専門学校|高等学校|高校"
    "|中学校|小学校|学校|学院|学園"
)
_FACULTY = "学部|学群|学科|研究科|専攻|課程|コース|科"
_CUT = re.compile(
    rf"(?P<school>\S+?(?:{_SCHOOL}))\s*(?P<course>(?!院|校)\S*(?:{_FACULTY})(?:\s+\S+)*)$"
)
#: Fewer rows with an event are no form: other resumes write '卒業' behind a school too.
_FEWEST_ROWS = 2


@dataclass
class _Stay:
    """A time at a school or employer."""

    name: str
    school: bool
    lines: list[int]
    start: str | None = None
    end: str | None = None


@dataclass
class History:
    """What the rows of a form tell."""

    stays: list[_Stay] = field(default_factory=list)

    @property
    def jobs(self) -> tuple[ExperienceEntry, ...]:
        """The employers, in the order of the form."""
        return tuple(_job(stay) for stay in self.stays if not stay.school)

    @property
    def schools(self) -> tuple[EducationEntry, ...]:
        """The schools, in the order of the form."""
        return tuple(_study(stay) for stay in self.stays if stay.school)


def read_history(rows: list[Line], lines: tuple[Line, ...]) -> History | None:
    """Return what the form's rows tell, None where the rows are not those of a form.

    Args:
        rows: the lines of the sections on education and work, without headings.
        lines: all lines: 'still there' may stand in a corner of its own.
    """
    events = [event for line in rows if (event := _event(line))]
    if sum(event[1] is not None for event in events) < _FEWEST_ROWS:
        return None
    history = History()
    for line, kind, name, date in events:
        _tell(history.stays, line, kind, name, date)
    open_jobs = [stay for stay in history.stays if not stay.school and stay.end is None]
    if open_jobs and any(_STILL_THERE.fullmatch(line.text) for line in lines):
        open_jobs[-1].end = PRESENT
    return history


def _event(line: Line) -> tuple[Line, re.Pattern[str] | None, str, str | None] | None:
    """Return a row's kind of event, whom it names and when; None for other lines."""
    spans = find_dates(line.text)
    masked = len(line.parts) > 1 and line.parts[0].startswith("XXXX")
    if not masked and (not spans or spans[0].begin > 0 or spans[0].is_range):
        return None
    text = " ".join(line.parts[1:]) if len(line.parts) > 1 else line.text[spans[0].stop :]
    date = spans[0].start if spans and not masked else None
    for kind in (_ENTERED, _GRADUATED, _JOINED, _LEFT):
        if match := kind.search(text):
            return line, kind, text[: match.start()].strip(), date
    return None


def _tell(
    stays: list[_Stay], line: Line, kind: re.Pattern[str] | None, name: str, date: str | None
) -> None:
    school = kind in (_ENTERED, _GRADUATED)
    if kind in (_ENTERED, _JOINED):
        stays.append(_Stay(_named(name, stays, school=school), school, [line.id], start=date))
        return
    stay = _left(stays, name, school=school)
    if stay is None:
        stays.append(_Stay(_named(name, stays, school=school), school, [line.id], end=date))
        return
    stay.end = PRESENT if "在学中" in line.text else date
    stay.lines.append(line.id)


def _left(stays: list[_Stay], name: str, *, school: bool) -> _Stay | None:
    """Return the stay a row ends: the one of that name, or the last where it says 'the same'."""
    still = [stay for stay in stays if stay.school is school and stay.end is None]
    same = not name or _SAME.match(name) is not None
    for stay in reversed(still):
        if same or _bare(stay.name) == _bare(name):
            return stay
    return None


def _named(name: str, stays: list[_Stay], *, school: bool) -> str:
    """Return the name with 'the same' put back: '同大学院' stays, '同 修士課程' gets its school."""
    match = re.match(r"(?:同上?|〃)\s+", name)
    before = [stay.name for stay in stays if stay.school is school]
    return f"{before[-1].split()[0]} {name[match.end() :]}" if match and before else name


def _bare(name: str) -> str:
    return re.sub(r"\s+", "", name)


def _job(stay: _Stay) -> ExperienceEntry:
    return ExperienceEntry(
        employer=stay.name or None,
        start=stay.start,
        end=stay.end,
        lines=(min(stay.lines), max(stay.lines)),
        confidence=0.9 if stay.start else 0.6,
    )


def _study(stay: _Stay) -> EducationEntry:
    institution, degree = school_and_course(stay.name)
    return EducationEntry(
        institution=institution,
        degree=degree,
        start=stay.start,
        end=stay.end,
        lines=(min(stay.lines), max(stay.lines)),
        confidence=0.9 if stay.end else 0.6,
    )


def school_and_course(name: str) -> tuple[str | None, str | None]:
    """Cut '東京大学 工学部 情報工学科' behind the school."""
    match = _CUT.match(name)
    if match:
        return match["school"], match["course"]
    return name or None, None
