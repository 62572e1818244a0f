"""The sample resume of the report tests as data: its lines, findings and criteria."""

from dataclasses import dataclass

# (page, x, baseline from the top, size, bold, text)
LINES: tuple[tuple[int, float, float, float, bool, str], ...] = (
    (1, 72, 80, 20, True, "Maya Chen"),
    (1, 72, 100, 10, False, "maya.chen@example.org · +1 555 0142 · Portland, OR"),
    (1, 72, 134, 12, True, "Summary"),
    (1, 72, 152, 10, False, "Operations manager with nine years in retail and logistics."),
    (1, 72, 186, 12, True, "Experience"),
    (1, 72, 206, 10, True, "Operations Manager, Northwind Stores"),
    (1, 440, 206, 10, False, "Mar 2019 – Present"),
    (1, 84, 222, 10, False, "• Responsible for the weekly stock report of all stores"),
    (1, 84, 238, 10, False, "• Managed 12 regional stores and cut delivery delays by 31 %"),
    (1, 84, 254, 10, False, "• Various improvements to processes and synergies across teams and"),
    (1, 92, 268, 10, False, "departments, working closely with many stakeholders"),
    (1, 72, 296, 10, True, "Shift Lead, Harbor Freight Hub"),
    (1, 440, 296, 10, False, "Jun 2015 - 02/2019"),
    (1, 84, 312, 10, False, "• I lead a team of 8 warehouse clerks"),
    (1, 84, 328, 10, False, "• Recieved and checked incoming goods"),
    (1, 84, 344, 10, False, "• Saved 140,000 USD a year by renegotiating carrier contracts"),
    (2, 72, 80, 12, True, "Education"),
    (2, 72, 100, 10, True, "B.S. Business Administration, Portland State University"),
    (2, 440, 100, 10, False, "2011 – 2015"),
    (2, 72, 134, 12, True, "Skills"),
    (2, 72, 152, 10, False, "Inventory planning, Excel, SAP, SQL, forecasting, team leadership"),
    (2, 72, 186, 12, True, "Hobbies"),
    (2, 72, 204, 10, False, "Hiking, chess"),
)


@dataclass(frozen=True)
class Spec:
    """One finding to be made: its criterion, points, lines (1-based), words."""

    rule: str
    dimension: str
    criterion: str
    severity: str
    kind: str
    points: float
    lines: tuple[int, ...]
    message: str
    suggestion: str
    source: str = "rules"
    reference: str = "Career-centre rubrics"


FINDINGS = (
    Spec(
        "duty-phrase", "achievement_relevance", "results", "warning", "issue", -3.0, (8,),
        "This line describes a duty, not a result.",
        "Say what changed because of the report: time saved, errors avoided, [number].",
        reference="Career-centre rubrics: strong verbs, quantified results",
    ),
    Spec(
        "bullet-unquantified", "achievement_relevance", "results", "warning", "issue", -2.5,
        (10, 11), "This point names no figure a reader could picture.",
        "Add how many processes, how much time or money: [number].",
    ),
    Spec(
        "quantified-result", "achievement_relevance", "relevance", "info", "strength", 0.0, (9,),
        "A measured result that matters in this field.", "Keep it near the top.",
    ),
    Spec(
        "quantified-saving", "competitive_positioning", "standout", "info", "strength", 0.0, (16,),
        "A saving with its amount and its cause.", "Lead the entry with this line.",
    ),
    Spec(
        "spelling", "tone", "correct", "critical", "issue", -7.3, (15,),
        "“Recieved” is spelled “received”.", "Correct the word and check the whole text again.",
        reference="Sterkens et al., PLOS ONE 2023: two errors cost 7.3 percentage points",
    ),
    Spec(
        "first-person", "tone", "professional", "info", "issue", -2.0, (14,),
        "This line is written in the first person.", "Start with the verb: “Led a team of 8”.",
    ),
    Spec(
        "buzzword", "tone", "professional", "warning", "issue", -2.5, (10,),
        "“Synergies” is a word that says little.", "Name the teams and what they did better.",
    ),
    Spec(
        "mixed-dates", "format", "consistent", "warning", "issue", -4.0, (7, 13),
        "Dates are written in two ways.", "Use one form throughout, for example “Jun 2015”.",
    ),
    Spec(
        "odd-heading", "organization", "headings", "info", "issue", -1.5, (22,),
        "This section does not support the target role.", "Consider leaving it out.",
    ),
    Spec(
        "no-profile-link", "completeness", "contact", "info", "issue", -2.0, (),
        "No professional profile link was found.", "Add one if the client keeps one current.",
    ),
    Spec(
        "skill-missing", "skills_alignment", "required", "warning", "issue", -6.0, (),
        "“Lean” is a key skill of this field and does not appear.",
        "Add it only if it is true, with a line that shows it.",
    ),
)  # fmt: skip

# dimension → ((criterion, title, weight, level, levels), …); level None: weight minus deductions
CRITERIA: dict[str, tuple[tuple[str, str, float, int | None, int], ...]] = {
    "format": (
        ("readable", "Readable type and space", 60, 3, 3),
        ("consistent", "Consistent look", 40, None, 0),
    ),
    "organization": (
        ("order", "Order of sections", 50, 2, 3),
        ("headings", "Clear headings", 50, None, 0),
    ),
    "tone": (
        ("correct", "Correct language", 50, None, 0),
        ("professional", "Professional wording", 50, None, 0),
    ),
    "completeness": (
        ("contact", "Contact data", 40, None, 0),
        ("sections", "Essential sections", 60, 3, 3),
    ),
    "achievement_relevance": (
        ("results", "Measured results", 60, None, 0),
        ("relevance", "Results that matter here", 40, 2, 3),
    ),
    "skills_alignment": (
        ("required", "Required skills", 70, None, 0),
        ("preferred", "Preferred skills", 30, 1, 3),
    ),
    "experience_fit": (
        ("seniority", "Fit of seniority", 50, 2, 3),
        ("progress", "Progression", 50, 3, 4),
    ),
    "competitive_positioning": (
        ("standout", "What stands out", 55, 2, 4),
        ("focus", "Clear focus", 45, 1, 3),
    ),
}
