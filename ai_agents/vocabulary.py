"""The words a review is made of, each defined once; every other module imports them from here."""

from enum import StrEnum


class Dimension(StrEnum):
    """What is scored, 0–100 each. The first four are structure, the last four appeal."""

    FORMAT = "format"
    ORGANIZATION = "organization"
    TONE = "tone"
    COMPLETENESS = "completeness"
    ACHIEVEMENT_RELEVANCE = "achievement_relevance"
    SKILLS_ALIGNMENT = "skills_alignment"
    EXPERIENCE_FIT = "experience_fit"
    COMPETITIVE_POSITIONING = "competitive_positioning"


STRUCTURE_DIMENSIONS = (
    Dimension.FORMAT,
    Dimension.ORGANIZATION,
    Dimension.TONE,
    Dimension.COMPLETENESS,
)
APPEAL_DIMENSIONS = (
    Dimension.ACHIEVEMENT_RELEVANCE,
    Dimension.SKILLS_ALIGNMENT,
    Dimension.EXPERIENCE_FIT,
    Dimension.COMPETITIVE_POSITIONING,
)


class Severity(StrEnum):
    """How much a finding matters to the reader of the resume, strongest first."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


class FindingKind(StrEnum):
    """Whether a finding takes something away or speaks for the resume."""

    ISSUE = "issue"
    STRENGTH = "strength"


class FindingSource(StrEnum):
    """Who found it: a rule of ours, or a language model behind the judge port."""

    RULES = "rules"
    MODEL = "model"


class EngineKind(StrEnum):
    """Which judge answers the questions of a review."""

    RULES = "rules"
    OLLAMA = "ollama"
    REMOTE = "remote"


class Band(StrEnum):
    """The word beside an overall or dimension score (SPEC section 1)."""

    EXCELLENT = "excellent"
    STRONG = "strong"
    GOOD = "good"
    FAIR = "fair"
    NEEDS_WORK = "needs_work"


class MarketTier(StrEnum):
    """Where the overall score stands (SPEC section 1); says nothing about seniority."""

    TIER_1 = "tier_1"
    TIER_2 = "tier_2"
    TIER_3 = "tier_3"
    UNKNOWN = "unknown"


class Seniority(StrEnum):
    """How far the dated experience reaches; says nothing about the score."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    EXECUTIVE = "executive"


class SectionKind(StrEnum):
    """What a section of a resume holds, whatever its heading says and in which language."""

    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


class HiddenReason(StrEnum):
    """Why text that a file holds is set aside: a person looking at the page would not see it."""

    LOW_CONTRAST = "low-contrast"
    TINY = "tiny"
    OFF_PAGE = "off-page"
    INVISIBLE_MODE = "invisible-mode"
    MARKED_HIDDEN = "marked-hidden"
    UNICODE_TRICK = "unicode-trick"


class IdentityKind(StrEnum):
    """What says who a person is rather than what they did; masked before anything is judged."""

    NAME = "name"
    PRONOUN = "pronoun"
    PHOTO = "photo"
    ADDRESS = "address"
    BIRTH = "birth"
    NATIONALITY = "nationality"
    MARITAL_STATUS = "marital_status"
    RELIGION = "religion"
    GENDER = "gender"
    SCHOOL = "school"
    GRADUATION_YEAR = "graduation_year"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"


class ContactField(StrEnum):
    """What a coach can correct of the contact data."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    LOCATION = "location"


class EntryKind(StrEnum):
    """The two kinds of dated entries a resume lists."""

    EXPERIENCE = "experience"
    EDUCATION = "education"


class CorrectionState(StrEnum):
    """What came of one correction of the reading."""

    APPLIED = "applied"
    #: The file is read so without it.
    AGREES = "agrees"
    #: Its place is not in the text any more.
    NOT_FOUND = "not-found"
    #: Its place is there more than once, and nothing tells which is meant.
    AMBIGUOUS = "ambiguous"
    #: Another correction about the same place goes before it.
    REPLACED = "replaced"
    #: Written by another version of the program in a form this one does not know.
    UNKNOWN = "unknown"


class Stage(StrEnum):
    """The steps of one review in the order a coach sees them; progress events name them."""

    WAITING = "waiting"
    READING = "reading"
    FACTS = "facts"
    STRUCTURE = "structure"
    APPEAL = "appeal"
    EVIDENCE = "evidence"
    SCORING = "scoring"
    SUMMARY = "summary"
    DONE = "done"


class PostingPart(StrEnum):
    """What a part of a job posting says, whatever its heading and its language."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    ROLE = "role"
    NOTHING = "nothing"


class RequirementKind(StrEnum):
    """What kind of thing a job asks for; a role is a position like the job's own title."""

    ROLE = "role"
    SKILL = "skill"
    TOOL = "tool"
    YEARS = "years"
    DEGREE = "degree"
    CERTIFICATE = "certificate"
    LANGUAGE = "language"
    DUTY = "duty"
    QUALITY = "quality"
    OTHER = "other"


class RequirementState(StrEnum):
    """How far a resume shows what a job asks for."""

    MET = "met"
    PARTLY = "partly"
    ABSENT = "absent"


class LineRegion(StrEnum):
    """Where on the page or in the file a line stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    SIDEBAR = "sidebar"
    TABLE = "table"
    TEXTBOX = "textbox"


#: Lowest score of each band, best first (SPEC section 1).
_BAND_FLOORS = (
    (80.0, Band.EXCELLENT),
    (70.0, Band.STRONG),
    (60.0, Band.GOOD),
    (50.0, Band.FAIR),
)
_TIER_FLOORS = ((80.0, MarketTier.TIER_1), (60.0, MarketTier.TIER_2), (40.0, MarketTier.TIER_3))


def band_of(score_0_100: float) -> Band:
    """Return the word for a score."""
    return next((band for floor, band in _BAND_FLOORS if score_0_100 >= floor), Band.NEEDS_WORK)


def tier_of(overall_0_100: float | None) -> MarketTier:
    """Return the market tier of an overall score; an unknown score has an unknown tier."""
    if overall_0_100 is None:
        return MarketTier.UNKNOWN
    return next(
        (tier for floor, tier in _TIER_FLOORS if overall_0_100 >= floor), MarketTier.UNKNOWN
    )
