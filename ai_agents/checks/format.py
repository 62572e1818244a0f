"""Checks of the page: what a parser can read, layout and length."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.injection import is_instruction
from ai_agents.checks.layout import WORDS_PER_PAGE
from ai_agents.checks.lexicon import tokens
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import DENSE_WORDS, LONG_BULLET_WORDS, Said
from ai_agents.vocabulary import HiddenReason, LineRegion, SectionKind, Seniority

PDF = "application/pdf"
#: Career centres: 10-12 pt. Below 9.5 reads small, below 8.5 tiny.
TINY_PT, SMALL_PT = 8.5, 9.4
#: Career centres: 0.5-1.25 in (36-90 pt); only clearly tighter is remarked.
MARGIN_PT = 20.0
MOST_PAGES = {Seniority.ENTRY: 2, Seniority.MID: 3, Seniority.SENIOR: 3, Seniority.EXECUTIVE: 4}
#: Words of a statement of usual length.
USUAL_WORDS = 12
MOSTLY_IMAGE = 0.5
FEWEST_WORDS, ALMOST_EMPTY_WORDS = 120, 70
#: An unmarked statement this long, or with two sentences, is a paragraph; a shorter one may be a
#: bullet whose mark was drawn, not written.
PARAGRAPH_WORDS, SENTENCES_WORDS = 40, 18
_TWO_SENTENCES = re.compile(r"[a-z)%]\. +[A-Z]")
_CITATION = re.compile(
    r"\((?:19|20)\d\d[a-z]?(?:, \w+(?: \d+)?)?\)|\bet al\b|\bdoi\b|[,:] ?(?:vol|pp)\. ?\d",
    re.IGNORECASE,
)
_REASONS = {
    HiddenReason.LOW_CONTRAST: "nearly the colour of the paper",
    HiddenReason.TINY: "too small to see",
    HiddenReason.OFF_PAGE: "outside the page",
    HiddenReason.INVISIBLE_MODE: "drawn invisibly",
    HiddenReason.MARKED_HIDDEN: "marked as hidden",
    HiddenReason.UNICODE_TRICK: "made of invisible or disguised characters",
}


def hidden_text(facts: Facts) -> Iterator[Hit]:
    """The file holds words a person looking at the page does not see; one hit per reason."""
    for reason in HiddenReason:
        texts = [item.text for item in facts.hidden if item.reason == reason]
        if any(text.strip() for text in texts) or (texts and reason == HiddenReason.UNICODE_TRICK):
            start = " ".join(texts)[:80].strip()
            quote = f": “{start}”" if start.isprintable() and start else ""
            yield Hit((), {"reason": _REASONS[reason], "quote": quote, "tag": reason.value})


def hidden_instruction(facts: Facts) -> Iterator[Hit]:
    """A line, seen or hidden, that tells a language model what to do."""
    for line in facts.instructions:
        yield Hit((line,), {"where": "This line"})
    hidden = " ".join(item.text for item in facts.hidden)
    if any(is_instruction(item.text) for item in facts.hidden) or is_instruction(hidden):
        yield Hit((), {"where": "Hidden text"})


def contact_in_header(facts: Facts) -> Iterator[Hit]:
    """Email and phone stand only in a page header or footer of a word-processor file."""
    lines = facts.contact.email_lines + facts.contact.phone_lines
    if facts.media_type == PDF or not lines:
        return
    if all(facts.line(n).region in {LineRegion.HEADER, LineRegion.FOOTER} for n in lines):
        yield Hit(tuple(sorted(set(lines))))


def _skills_regions(facts: Facts) -> tuple[tuple[int, ...], set[LineRegion]]:
    lines = facts.skill_lines()
    return lines, {facts.line(number).region for number in lines}


def skills_in_textbox(facts: Facts) -> Iterator[Hit]:
    """All skills stand in a text box."""
    lines, regions = _skills_regions(facts)
    if regions == {LineRegion.TEXTBOX} and facts.media_type != PDF:
        yield Hit(lines[:4])


def skills_in_table(facts: Facts) -> Iterator[Hit]:
    """All skills stand in a table, in a document that is no table as a whole."""
    lines, regions = _skills_regions(facts)
    if regions != {LineRegion.TABLE}:
        return
    in_table = sum(line.region == LineRegion.TABLE for line in facts.lines)
    if in_table < 0.6 * len(facts.lines):
        yield Hit(lines[:4])


def text_in_image(facts: Facts) -> Iterator[Hit]:
    """A skills heading without text beside an image, or a page that is mostly image."""
    if facts.layout.image_share >= MOSTLY_IMAGE and facts.words < FEWEST_WORDS:
        yield Hit()
        return
    for section in facts.sections_of(SectionKind.SKILLS):
        lines, _ = _skills_regions(facts)
        if not lines and section.heading and facts.layout.has_picture:
            yield Hit((section.first_line,))


def column_layout(facts: Facts) -> Iterator[Hit]:
    """More than one column: nothing wrong, but worth a look at what a parser reads."""
    if facts.layout.columns > 1:
        yield Hit((), {"columns": facts.layout.columns})


def tiny_font(facts: Facts) -> Iterator[Hit]:
    """Half of the text, or a good part of it, is set below 8.5 pt."""
    size = facts.layout.body_size
    if size is not None and size < TINY_PT:
        yield Hit(facts.layout.small_lines[:3], {"size": f"{size:g}"})
    elif facts.layout.small_share >= 0.4:
        yield Hit(facts.layout.small_lines[:3], {"size": f"{facts.layout.smallest:g}"})


def small_font(facts: Facts) -> Iterator[Hit]:
    """Most of the text is set between 8.5 and 9.5 pt."""
    size = facts.layout.body_size
    if size is not None and TINY_PT <= size < SMALL_PT and facts.layout.small_share < 0.4:
        yield Hit((), {"size": f"{size:g}"})


def many_fonts(facts: Facts) -> Iterator[Hit]:
    """Three or more families each set a noticeable part of the text."""
    families = [name for name, _ in facts.layout.families]
    scanned = facts.layout.image_share >= MOSTLY_IMAGE  # text recognition guesses the fonts
    if len(families) >= 3 and not scanned:
        yield Hit((), {"count": len(families), "names": ", ".join(families[:4])})


def tight_margins(facts: Facts) -> Iterator[Hit]:
    """Text runs closer to the paper's edge than 0.28 in."""
    margin = facts.layout.side_margin
    if margin is not None and margin < MARGIN_PT:
        yield Hit(facts.layout.edge_lines[:3], {"mm": f"{max(margin, 0) / 72 * 25.4:.0f}"})


def too_long(facts: Facts) -> Iterator[Hit]:
    """More pages than the length of the career calls for; two pages are never too long."""
    if facts.industry.long_resume:
        return
    most = MOST_PAGES[facts.seniority]
    pages = facts.layout.pages or -(-facts.words // WORDS_PER_PAGE)
    if pages > most and facts.words > (most - 0.5) * 250:
        yield Hit((), {"pages": pages, "most": most})


def too_short(facts: Facts) -> Iterator[Hit]:
    """Fewer words than an application can be judged by."""
    unspaced = facts.language in {"ja", "zh", "ko"}
    words = _words_once(facts)
    if ALMOST_EMPTY_WORDS <= words < FEWEST_WORDS and not unspaced:
        yield Hit((), {"words": words})


def almost_empty(facts: Facts) -> Iterator[Hit]:
    """So few words that nothing a reader looks for can stand there."""
    words = _words_once(facts)
    if words < ALMOST_EMPTY_WORDS and facts.language not in {"ja", "zh", "ko"}:
        yield Hit((), {"words": words})


def _words_once(facts: Facts) -> int:
    """Return the words of the resume that say something.

    Each word of the skills counts once, a statement said again not at all, one that is too long
    like a usual one: neither stuffing nor padding makes a short resume long.
    """
    skills = [word for number in facts.skill_lines() for word in tokens(facts.line(number).text)]
    more = sum(
        len(said.words) - (USUAL_WORDS if said.distinct else 0)
        for said in facts.statements
        if not said.distinct or len(said.words) > LONG_BULLET_WORDS
    )
    return facts.words - more - len(skills) + len(set(map(str.lower, skills)))


def no_bullets(facts: Facts) -> Iterator[Hit]:
    """Work is described in prose only."""
    work = facts.said_in(SectionKind.EXPERIENCE)
    if len(work) < 2 or sum(len(s.words) for s in work) < 50 or any(s.bullet for s in work):
        return
    paragraphs = [said for said in work if is_paragraph(said)]
    if 2 * len(paragraphs) >= len(work):
        yield Hit(tuple(said.first for said in paragraphs[:3]))


def is_paragraph(said: Said) -> bool:
    """Whether a statement is running text of several sentences, not one point of a list."""
    if said.bullet:
        return False
    sentences = bool(_TWO_SENTENCES.search(said.text)) and len(said.words) >= SENTENCES_WORDS
    return sentences or len(said.words) >= PARAGRAPH_WORDS


def dense_paragraph(facts: Facts) -> Iterator[Hit]:
    """A block of text too long to be skimmed; a profile may be longer than a description."""
    for said in facts.statements:
        most = 90 if said.section in {SectionKind.SUMMARY, SectionKind.OTHER} else DENSE_WORDS
        if len(said.words) > most and not _is_listing(said):
            yield Hit(said.lines[:8], {"words": len(said.words)})


def _is_listing(said: Said) -> bool:
    """Whether a block is a list of publications or names, which nobody cuts into bullets."""
    return bool(_CITATION.search(said.text)) or said.section in {
        SectionKind.AWARDS,
        SectionKind.CERTIFICATIONS,
        SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES,
        SectionKind.CONTACT,
    }
