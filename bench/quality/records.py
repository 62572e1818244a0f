"""What a relation reports: one record for each thing it looked at, and the target of the whole."""

from dataclasses import dataclass
from enum import StrEnum

OURS = "vitae"


class Sense(StrEnum):
    """Which way a figure is better."""

    AT_LEAST = "≥"
    AT_MOST = "≤"


@dataclass(frozen=True, slots=True)
class Record:
    """One look: `value` is 1 or 0 for held or broken, or a measured number.

    `item` is the operator, the decoy, the rule or the variant; `note` shows what was found, for the
    list of worst cases.
    """

    relation: str
    base: str
    item: str
    value: float
    layout: str = ""
    note: str = ""
    scorer: str = OURS


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of the table: what must hold, how its figure is read, and the target."""

    id: str
    says: str
    target: float
    sense: Sense = Sense.AT_LEAST

    def met(self, figure: float) -> bool:
        """Whether a figure reaches the target."""
        if self.sense == Sense.AT_LEAST:
            return figure >= self.target
        return figure <= self.target


_LESS = Sense.AT_MOST
#: QUALITY.md section 2, column "rules"; figures are means over the records of a relation.
RELATIONS: dict[str, Relation] = {
    one.id: one
    for one in (
        Relation("recall", "inject one defect → the right rule at the right place", 0.97),
        Relation("precision", "warnings on damaged resumes that are right", 0.95),
        Relation("clean", "false warnings per clean resume and rule, the worst rule", 0.05, _LESS),
        Relation("decoys", "decoys not flagged", 0.95),
        Relation("never-rises", "inject → the overall score never rises", 1.0),
        Relation("falls", "inject → the named dimension falls", 0.99),
        Relation("monotone", "more of the same defect → never better", 1.0),
        Relation("repair", "repair → scores and findings return exactly", 1.0),
        Relation("rerun", "other process, locale, time zone, hash seed → the same bytes", 1.0),
        Relation("swaps", "name, pronoun, photo, address, birth, school → no change", 1.0),
        Relation("reorder", "equal bullets or skills in another order → no change", 1.0),
        Relation("format-text", "PDF and DOCX: F1 of the words", 0.99),
        Relation("format-fields", "PDF and DOCX: F1 of the fields", 0.97),
        Relation("format-content", "PDF and DOCX: content within 1 point", 1.0),
        Relation("layout-fields", "single, table, sidebar: F1 of the fields", 0.95),
        Relation("two-column-fields", "two columns: F1 of the fields", 0.93),
        Relation("layout-writing", "other layout: writing within 2 points", 1.0),
        Relation("looks", "font, paper, colour, names → no change outside format", 1.0),
        Relation("hidden-content", "hidden text or instruction → content unchanged", 1.0),
        Relation("hidden-flagged", "hidden text or instruction → flagged", 0.98),
        Relation("hidden-honest", "honest text that looks hidden, flagged", 0.01, _LESS),
        Relation("stuffing-match", "stuffed for a job → match rises at most 3 points", 1.0),
        Relation("stuffing-flagged", "stuffed for a job → flagged", 0.98),
        Relation("stuffing-honest", "two honest skills or none, flagged as stuffing", 0.05, _LESS),
        Relation("ranking", "good > average > damaged", 0.97),
        Relation("equal-pairs", "equally good resumes within 2 points", 0.95),
        Relation("refused", "unreadable, empty, encrypted, huge → a reason, no score", 1.0),
    )
}
