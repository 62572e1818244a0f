"""Defects of language: spelling, grammar, voice, tone."""

from collections.abc import Callable
from functools import cache
from random import Random

from ai_agents.vocabulary import Dimension, Severity
from bench.quality.defects.model import Damage, Draw, Operator, Slip
from bench.quality.defects.spots import bullets, filled_line, past_jobs, reworded, rewritten, texts
from bench.quality.edits import Edit, edit
from bench.quality.resume import Bullet, Resume
from resources.access import read_packed

#: Letters that lie beside each other on a keyboard, for slips of the finger.
_BESIDE = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "r": "t", "t": "y", "s": "d", "c": "v"}
_VOWELS = {"a": "e", "e": "a", "i": "e", "o": "u", "u": "o"}


@cache
def _dictionary() -> frozenset[str]:
    """Return the English words counted in books: a slip must make none of them."""
    return frozenset(read_packed("words", "en.txt")[0].split())


def misspelt(word: str, rng: Random, pool: str) -> str | None:
    """Return a word with one slip that makes no other word; None when none was found."""
    for _ in range(12):
        at = rng.randrange(1, len(word) - 1)
        bad = rng.choice(_SLIPS[pool])(word, at)
        if bad != word and bad not in _dictionary():
            return bad
    return None


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _dropped(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int) -> str:
    return word[: at + 1] + word[at:]


def _other_vowel(word: str, at: int) -> str:
    return word[:at] + _VOWELS.get(word[at], word[at]) + word[at + 1 :]


def _beside(word: str, at: int) -> str:
    return word[:at] + _BESIDE.get(word[at], word[at]) + word[at + 1 :]


def _ending(word: str, _at: int) -> str:
    """Misspell an ending people often get wrong."""
    for right, wrong in (("ment", "mant"), ("ence", "ance"), ("tion", "cion"), ("ible", "able")):
        if word.endswith(right):
            return word.removesuffix(right) + wrong
    return word


_SLIPS: dict[str, tuple[Callable[[str, int], str], ...]] = {
    "a": (_swapped, _dropped, _doubled),
    "b": (_other_vowel, _beside, _ending),
}


def _typos(resume: Resume, draw: Draw) -> Damage | None:
    """Misspell one word each in different lines."""
    found = list(bullets(resume))
    draw.rng.shuffle(found)
    edits: list[Edit] = []
    slips: list[Slip] = []
    for path, bullet in found:
        words = [w for w in bullet.text.split() if w.isalpha() and w.islower() and len(w) >= 6]
        words = [word for word in words if word in _dictionary() and bullet.text.count(word) == 1]
        if not words or len(slips) == draw.times:
            continue
        word = draw.rng.choice(words)
        bad = misspelt(word, draw.rng, draw.pool)
        if bad is not None:
            edits.append(edit(resume, (*path, "text"), bullet.text.replace(word, bad)))
            slips.append(Slip(("misspelling",), (bad,)))
    return Damage(tuple(edits), tuple(slips)) if len(slips) == draw.times else None


def _two_typos(resume: Resume, draw: Draw) -> Damage | None:
    return _typos(resume, Draw(draw.rng, 2, draw.pool))


def _five_typos(resume: Resume, draw: Draw) -> Damage | None:
    return _typos(resume, Draw(draw.rng, 5, draw.pool))


def _replaced(name: str, rule: str) -> Callable[[Resume, Draw], Damage | None]:
    """Return an operator that puts whole lines of `defects.yaml` in the place of bullets."""

    def make(resume: Resume, draw: Draw) -> Damage | None:
        lines = texts(name, draw)

        def change(bullet: Bullet) -> str | None:
            stop = "." if bullet.text.endswith(".") else ""
            return f"{lines.pop()}{stop}" if lines else None

        return rewritten(resume, draw, (rule,), change, past_only=True)

    return make


def _tense_flip(resume: Resume, draw: Draw) -> Damage | None:
    return rewritten(resume, draw, ("tense-flip",), lambda b: b.other or None, past_only=True)


def _doubled_word(resume: Resume, draw: Draw) -> Damage | None:
    def change(bullet: Bullet) -> str | None:
        words = bullet.text.split()
        at = [
            i for i, w in enumerate(words) if w in {"the", "of", "and", "to", "in", "for", "with"}
        ]
        if not at:
            return None
        spot = draw.rng.choice(at)
        return " ".join([*words[: spot + 1], *words[spot:]])

    return rewritten(resume, draw, ("doubled-word",), change)


def _missing_capital(resume: Resume, draw: Draw) -> Damage | None:
    return rewritten(resume, draw, ("missing-capital",), lambda b: b.text[0].lower() + b.text[1:])


def _lowercase_i(resume: Resume, draw: Draw) -> Damage | None:
    return rewritten(
        resume,
        draw,
        ("lowercase-i",),
        lambda b: filled_line("In this role i {rest}", b),
        past_only=True,
    )


def _shouting(resume: Resume, draw: Draw) -> Damage | None:
    def change(bullet: Bullet) -> str | None:
        return bullet.text.upper() if len(bullet.text.split()) >= 8 else None

    return rewritten(resume, draw, ("shouting",), change)


def _repeated_verb(resume: Resume, draw: Draw) -> Damage | None:
    """Let four lines told in the past open with the same verb."""
    opening = draw.rng.choice(
        {"a": ("Handled tasks and", "Took care of tasks and"), "b": ("Performed tasks and",)}[
            draw.pool
        ]
    )
    past = past_jobs(resume)
    found = [
        (path, bullet)
        for path, bullet in bullets(resume)
        if (path[3] in past or not bullet.other) and bullet.text[1].islower()
    ]
    edits = tuple(
        edit(resume, (*path, "text"), f"{opening} {bullet.text[0].lower()}{bullet.text[1:]}")
        for path, bullet in draw.rng.sample(found, min(4, len(found)))
    )
    if len(edits) < 4:
        return None
    return Damage(edits, (Slip(("repeated-verb",), tuple(str(one.after) for one in edits)),))


def _space_before_comma(resume: Resume, draw: Draw) -> Damage | None:
    def change(bullet: Bullet) -> str | None:
        return bullet.text.replace(", ", " , ", 1) if ", " in bullet.text else None

    return rewritten(resume, draw, ("punctuation-spacing",), change)


def _outdated(resume: Resume, draw: Draw) -> Damage:
    index = resume.at("education") or 0
    text = texts("outdated-phrase", draw)[0]
    path = ("sections", index, "lines")
    return Damage((edit(resume, path, (text,)),), (Slip(("outdated-phrase",), (text,)),))


_HERE = Dimension.TONE
_CRITICAL, _WARNING, _INFO = Severity.CRITICAL, Severity.WARNING, Severity.INFO
_NO_FIGURE = ("bullet-unquantified", "result-without-figure")


def _said(
    name: str, severity: Severity, most: int = 3, *rules: str, also: tuple[str, ...] = ()
) -> Operator:
    return Operator(name, _HERE, severity, reworded(name, rules or (name,)), most, also)


def _line(name: str, severity: Severity, also: tuple[str, ...] = ()) -> Operator:
    return Operator(name, _HERE, severity, _replaced(name, name), 3, (*_NO_FIGURE, *also))


OPERATORS = (
    Operator("typo", _HERE, _CRITICAL, _typos, most=5),
    Operator("typos-2", _HERE, _CRITICAL, _two_typos),
    Operator("typos-5", _HERE, _CRITICAL, _five_typos),
    _line("confused-word", _CRITICAL),
    _line("article-a-an", _WARNING),
    _line("agreement", _WARNING),
    Operator("doubled-word", _HERE, _WARNING, _doubled_word, most=3),
    Operator("missing-capital", _HERE, _INFO, _missing_capital, most=3),
    Operator("lowercase-i", _HERE, _WARNING, _lowercase_i, most=2, also=("first-person",)),
    Operator("punctuation-spacing", _HERE, _INFO, _space_before_comma, most=3),
    _said("duty-phrase", _WARNING),
    _said("first-person", _WARNING),
    _said("weak-opener", _INFO),
    _said("passive-voice", _INFO, 3, "passive-voice", "duty-phrase"),
    _said("buzzword", _WARNING),
    _said("casual-language", _WARNING, also=("vague-quantity",)),
    _said("exclamation", _INFO, also=("mixed-bullet-punctuation",)),
    _said("unexplained-acronym", _INFO),
    Operator("tense-flip", _HERE, _WARNING, _tense_flip, most=3),
    Operator("repeated-verb", _HERE, _WARNING, _repeated_verb),
    Operator("shouting", _HERE, _WARNING, _shouting, most=2),
    Operator("outdated-phrase", _HERE, _INFO, _outdated),
)
