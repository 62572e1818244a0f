"""Turns a comparison into display values; pure, no Qt. `say` translates every text once.

Comparison → ComparisonDisplay → window, text, HTML
"""

from collections.abc import Iterable, Iterator

from ai_agents.vocabulary import FindingKind
from desktop.compare.comparison import Comparison
from desktop.compare.display import (
    ComparisonDisplay,
    DimensionChange,
    FindingItem,
    FindingList,
    LineItem,
    Reason,
    Trend,
    VersionDisplay,
)
from desktop.compare.findings import StillOpen
from desktop.compare.lines import LineChanges
from desktop.compare.moves import CriterionMove, DimensionMove
from desktop.review import words
from desktop.review.arithmetic import number_text, points_text
from desktop.review.presenter import made_by, score_display, spoken_score
from desktop.review.report import Report
from desktop.review.report_parts import Criterion, Finding


class ComparisonPresenter:
    """Makes the display values of one comparison."""

    def __init__(self, comparison: Comparison, say: words.Say = words.unchanged) -> None:
        self._found = comparison
        self._say = say
        self._skipped = {
            item.criterion: item.reason
            for report in (comparison.before, comparison.after)
            for item in report.review.not_assessed
        }

    def display(self) -> ComparisonDisplay:
        """Return everything the comparison shows."""
        found, say = self._found, self._say
        changes = found.findings
        return ComparisonDisplay(
            before=version_display(found.before, say),
            after=version_display(found.after, say),
            trend=trend_of(found.delta),
            delta_text=signed(found.delta),
            headline=self._headline(),
            arithmetic=self._arithmetic(),
            match=self._match(),
            notes=(*self._rescored(), *(say(note.message) for note in found.notes)),
            dimensions=tuple(self._dimension(move) for move in found.dimensions),
            fixed=self._list(say("Fixed"), say("Nothing was fixed."), changes.fixed, after=False),
            new=self._list(say("New"), say("Nothing new was found."), changes.new),
            still_open=self._open(changes.still_open),
            gained=self._list(say("Strengths gained"), say("None."), changes.gained),
            lost=self._list(say("Strengths lost"), say("None."), changes.lost, after=False),
            lines=tuple(_line_items(found.lines)),
            lines_title=self._lines_title(),
        )

    def _rescored(self) -> Iterator[str]:
        rubric = self._found.after.review.rubric_version
        for name in self._found.rescored:
            template = self._say("{name} was scored again by rubric {version} to be comparable.")
            yield template.format(name=name, version=rubric)

    def _headline(self) -> str:
        """Return the result in one sentence, as it is announced."""
        say, found = self._say, self._found
        counts = say("{fixed} fixed, {new} new, {open} still open").format(
            fixed=len(found.findings.fixed),
            new=len(found.findings.new),
            open=len(found.findings.still_open),
        )
        if not found.delta:
            return say("The score is the same: {counts}.").format(counts=counts)
        up, down = say("The score rose by {points}"), say("The score fell by {points}")
        points = points_text(abs(found.delta), say).lstrip("+")
        went = (up if found.delta > 0 else down).format(points=points)
        return say("{went}: {counts}.").format(went=went, counts=counts)

    def _arithmetic(self) -> str:
        """Return the overall difference as the sum it is."""
        parts = [
            (words.DIMENSIONS[move.dimension], move.overall)
            for move in self._found.dimensions
            if move.overall
        ]
        named = [f"{signed(value)} {self._say(name)}" for name, value in parts]
        if self._found.rounding:
            rounding = self._say("rounding of the scores")
            named.append(f"{signed(self._found.rounding)} {rounding}")
        return f"{signed(self._found.delta)} = {'; '.join(named)}" if named else ""

    def _match(self) -> str:
        if self._found.match is None:
            return ""
        before, after = (score_display(value, self._say) for value in self._found.match)
        words_ = self._say("Match with the job: {before} → {after}, apart from the overall score.")
        return words_.format(before=before.text, after=after.text)

    def _dimension(self, move: DimensionMove) -> DimensionChange:
        say = self._say
        before, after = score_display(move.before, say), score_display(move.after, say)
        name = say(words.DIMENSIONS[move.dimension])
        overall = ""
        if move.overall:
            overall = say("{points} of the overall score").format(points=signed(move.overall))
        delta = "" if move.delta is None else signed(move.delta)
        reasons = tuple(self._reasons(move))
        told = [
            f"{name}: {spoken_score(before, say)} → {spoken_score(after, say)}",
            *(f"{item.points_text} {item.text}".strip() for item in reasons),
        ]
        return DimensionChange(
            dimension=move.dimension,
            name=name,
            before=before,
            after=after,
            trend=trend_of(move.delta or 0.0),
            delta_text=delta,
            overall_text=overall,
            reasons=reasons,
            spoken="; ".join(told),
        )

    def _reasons(self, move: DimensionMove) -> Iterator[Reason]:
        """Yield what moved a dimension, the weightiest first."""
        for row in sorted(move.criteria, key=lambda row: -abs(row.delta)):
            yield from self._reasons_of(row)
        if move.rounding:
            yield Reason(signed(move.rounding), self._say("Rounding of the scores"))

    def _reasons_of(self, row: CriterionMove) -> Iterator[Reason]:
        say = self._say
        if row.before is None or row.after is None:
            words_ = (
                say("could not be assessed before")
                if row.before is None
                else say("could not be assessed now")
            )
            why = self._skipped.get(row.id, "")
            yield Reason(signed(row.delta), f"{row.title}: {words_}. {say(why)}".strip())
            return
        if row.after.level is not None:
            if row.delta or row.before.level != row.after.level:
                yield Reason(signed(row.delta), self._level_words(row.before, row.after))
            return
        for rule in sorted(row.rules, key=lambda rule: -abs(rule.delta)):
            if rule.delta:
                yield Reason(signed(rule.delta), f"{row.title}: {self._rule_words(rule.rule)}")
        if row.share:
            more = (
                say("counts for more of this part")
                if row.share > 0
                else say("counts for less of this part")
            )
            yield Reason(signed(row.share), f"{row.title}: {more}")

    def _level_words(self, before: Criterion, after: Criterion) -> str:
        say = self._say
        if before.level == after.level:
            return f"{after.title}: {say('counts differently in this part')}"
        level = say("level {old} → {new} of {most}").format(
            old=before.level, new=after.level, most=after.levels
        )
        return f"{after.title}: {level}. {after.reason}".strip()

    def _rule_words(self, rule: str) -> str:
        """Return how many findings of a rule were fixed, are new and are still open."""
        say, changes = self._say, self._found.findings
        counts = (
            (say("{n} fixed"), sum(item.rule == rule for item in changes.fixed)),
            (say("{n} new"), sum(item.rule == rule for item in changes.new)),
            (say("{n} still open"), sum(pair.after.rule == rule for pair in changes.still_open)),
        )
        told = ", ".join(text.format(n=count) for text, count in counts if count)
        return f"{words.plain_code(rule).lower()} ({told})" if told else words.plain_code(rule)

    def _list(
        self, title: str, empty: str, findings: Iterable[Finding], *, after: bool = True
    ) -> FindingList:
        items = tuple(
            self._item(item, "" if after else _quote(item), _quote(item) if after else "")
            for item in findings
        )
        return FindingList(f"{title} ({len(items)})", empty, items)

    def _open(self, pairs: tuple[StillOpen, ...]) -> FindingList:
        items = []
        for pair in pairs:
            old, new = _quote(pair.before), _quote(pair.after)
            items.append(self._item(pair.after, "" if old == new else old, new))
        title = f"{self._say('Still open')} ({len(items)})"
        return FindingList(title, self._say("Nothing is left open."), tuple(items))

    def _item(self, finding: Finding, before: str, after: str) -> FindingItem:
        say = self._say
        strength = finding.kind is FindingKind.STRENGTH
        severity = words.KINDS[finding.kind] if strength else words.SEVERITIES[finding.severity]
        dimension = say(words.DIMENSIONS[finding.dimension])
        points = points_text(finding.points, say)
        spoken = [dimension, say(severity), finding.message, points, after or before]
        return FindingItem(
            dimension_word=dimension,
            severity_word=say(severity),
            message=finding.message,
            quote_before=before,
            quote_after=after,
            points_text=points,
            suggestion=finding.suggestion,
            spoken=", ".join(part.rstrip(".") for part in spoken if part),
        )

    def _lines_title(self) -> str:
        lines = self._found.lines
        return self._say("Lines: {changed} changed, {added} added, {removed} removed").format(
            changed=len(lines.changed), added=len(lines.added), removed=len(lines.removed)
        )


def version_display(report: Report, say: words.Say) -> VersionDisplay:
    """Return one version: its file, score, and how it was made."""
    score = score_display(report.review.overall_score, say)
    return VersionDisplay(report.file.name, score, made_by(report.review, say))


def _line_items(lines: LineChanges) -> Iterator[LineItem]:
    yield from (LineItem(item.before.text, item.after.text) for item in lines.changed)
    yield from (LineItem("", line.text) for line in lines.added)
    yield from (LineItem(line.text, "") for line in lines.removed)


def _quote(finding: Finding) -> str:
    return finding.evidence[0].text if finding.evidence else ""


def trend_of(delta: float) -> Trend:
    """Return which way a difference goes."""
    if not delta:
        return Trend.SAME
    return Trend.UP if delta > 0 else Trend.DOWN


def signed(value: float) -> str:
    """Return a difference with its sign, and "0" where there is none."""
    if not value:
        return "0"
    return f"{'+' if value > 0 else '−'}{number_text(abs(value))}"
