"""Turns a report and the coach's decisions into display values; pure, no Qt.

    Report + Overrides → ReportDisplay → widgets

Findings are numbered in page order; those about the whole resume come last. Decisions change how a
finding is listed, never a score: the score is the rubric's.
"""

from collections.abc import Mapping

from ai_agents.overall import APPEAL_SHARE, STRUCTURE_SHARE
from ai_agents.vocabulary import (
    APPEAL_DIMENSIONS,
    STRUCTURE_DIMENSIONS,
    Dimension,
    FindingKind,
    Severity,
    band_of,
)
from desktop.corrections.words import applied_sentence
from desktop.feedback.overrides import Overrides, OverrideState
from desktop.review import words
from desktop.review.arithmetic import Arithmetician, points_text, score_text
from desktop.review.display import (
    DimensionDisplay,
    EvidenceLink,
    FindingCard,
    ReportDisplay,
    Row,
    ScoreDisplay,
)
from desktop.review.report import Report
from desktop.review.report_parts import Evidence, Finding, ReviewPart
from desktop.widgets.style import MARK_GROUPS


class Presenter:
    """Makes display values of one report; `say` translates."""

    def __init__(self, report: Report, say: words.Say = words.unchanged) -> None:
        self._report = report
        self._say = say
        self._numbers = number_findings(report)

    def display(self, overrides: Overrides) -> ReportDisplay:
        """Return everything the review shows, with the coach's decisions applied."""
        report, say = self._report, self._say
        cards = self.cards(overrides)
        overall = score_display(report.review.overall_score, say)
        tally = self._tally(cards)
        return ReportDisplay(
            file_name=report.file.name,
            overall=overall,
            overall_arithmetic=self._overall_arithmetic(),
            dimensions=self._dimensions(cards),
            cards=cards,
            tally=tally,
            banner=self._banner(),
            corrections=applied_sentence(item.state for item in self._report.corrections),
            summary=report.review.summary,
            suggestions=report.review.suggestions,
            not_assessed=tuple(
                Row(self._criterion_title(item.criterion), "", item.reason)
                for item in report.review.not_assessed
            ),
            confidence=self._confidence(),
            facts=self._facts(),
            made_by=made_by(report.review, say),
            spoken=say("Overall score {score}. {tally}").format(
                score=spoken_score(overall, say), tally=tally
            ),
        )

    def cards(self, overrides: Overrides) -> tuple[FindingCard, ...]:
        """Return one card per finding in number order."""
        found = sorted(self._report.review.findings, key=lambda f: self._numbers[f.id])
        return tuple(self._card(finding, overrides) for finding in found)

    def _card(self, finding: Finding, overrides: Overrides) -> FindingCard:
        say = self._say
        override = overrides.get(finding.key)
        state = override.state if override else OverrideState.OPEN
        quotes = tuple(self.link(part) for part in finding.evidence)
        where = quotes[0].where if quotes else say("About the whole resume")
        state_text = say(words.STATES[state])
        if override and override.reason:
            state_text = f"{state_text}: {say(words.REASONS[override.reason]).lower()}"
        severity = _raised(finding.severity) if state is OverrideState.RAISED else finding.severity
        number = self._numbers[finding.id]
        dimension_word = say(words.DIMENSIONS[finding.dimension])
        is_strength = finding.kind is FindingKind.STRENGTH
        severity_word = say(
            words.KINDS[finding.kind] if is_strength else words.SEVERITIES[severity]
        )
        points = points_text(finding.points, say)
        spoken = [str(number), dimension_word, severity_word, finding.message, where, points]
        if state is not OverrideState.OPEN:
            spoken += [state_text, override.note if override else ""]
        return FindingCard(
            number=number,
            finding_id=finding.id,
            key=finding.key,
            dimension=finding.dimension,
            dimension_word=dimension_word,
            group=MARK_GROUPS[finding.dimension],
            severity=severity,
            severity_word=severity_word,
            kind=finding.kind,
            message=finding.message,
            quotes=quotes,
            where=where,
            suggestion=finding.suggestion,
            reference=finding.reference,
            points=finding.points,
            points_text=points,
            source_text=self._source(finding),
            state=state,
            state_text=state_text,
            note=override.note if override else "",
            spoken=", ".join(part.rstrip(".") for part in spoken if part),
        )

    def link(self, evidence: Evidence) -> EvidenceLink:
        """Return where a quoted line stands, in words."""
        line = self._report.line(evidence.line)
        if line is not None and self._report.document.page_sizes:
            template = self._say("Page {page}, line {line}")
            where = template.format(page=line.page, line=evidence.line)
        else:
            where = self._say("Line {line}").format(line=evidence.line)
        return EvidenceLink(evidence.line, where, evidence.text)

    def _source(self, finding: Finding) -> str:
        if finding.source.value == "model":
            return self._say("Model note – check before using")
        return self._say("Rule {name}").format(name=finding.rule)

    def _dimensions(self, cards: tuple[FindingCard, ...]) -> tuple[DimensionDisplay, ...]:
        arithmetician = Arithmetician(self._report, self._numbers, self.link, self._say)
        return tuple(
            self._dimension(name, cards, arithmetician)
            for name in (*STRUCTURE_DIMENSIONS, *APPEAL_DIMENSIONS)
        )

    def _dimension(
        self, dimension: Dimension, cards: tuple[FindingCard, ...], arithmetician: Arithmetician
    ) -> DimensionDisplay:
        say = self._say
        mine = [card for card in cards if card.dimension is dimension]
        shown = [card for card in mine if card.state is not OverrideState.DISMISSED]
        issues = sum(card.kind is FindingKind.ISSUE for card in shown)
        strengths = len(shown) - issues
        score = score_display(self._report.review.scores[dimension], say)
        name = say(words.DIMENSIONS[dimension])
        arithmetic = arithmetician.arithmetic(dimension)
        below = [row for row in arithmetic.rows if row.fraction < 1.0]
        counts = ", ".join([*_counts(issues, strengths, say), *_below(len(below), say)])
        return DimensionDisplay(
            dimension=dimension,
            name=name,
            meaning=say(words.DIMENSION_MEANINGS[dimension]),
            group=MARK_GROUPS[dimension],
            score=score,
            issues=issues,
            strengths=strengths,
            total_text=_total(len(shown), len(below), say),
            count_text=counts,
            arithmetic=arithmetic,
            spoken=f"{name}: {spoken_score(score, say)}, {counts}",
        )

    def _overall_arithmetic(self) -> str:
        scores = self._report.review.scores
        structure = _mean([scores[name] for name in STRUCTURE_DIMENSIONS])
        appeal = _mean([scores[name] for name in APPEAL_DIMENSIONS])
        overall = self._report.review.overall_score
        if structure is None or appeal is None or overall is None:
            return self._say("The overall score needs structure and appeal; one is not assessed.")
        return self._say(
            "{a:.0f} % × structure {s:.2f} + {b:.0f} % × appeal {p:.2f} = {o:.1f}"
        ).format(a=STRUCTURE_SHARE * 100, s=structure, b=APPEAL_SHARE * 100, p=appeal, o=overall)

    def _tally(self, cards: tuple[FindingCard, ...]) -> str:
        shown = [card for card in cards if card.state is not OverrideState.DISMISSED]
        issues = sum(card.kind is FindingKind.ISSUE for card in shown)
        parts = _counts(issues, len(shown) - issues, self._say)
        if dismissed := len(cards) - len(shown):
            parts.append(self._say("{n} dismissed").format(n=dismissed))
        return " · ".join(parts)

    def _banner(self) -> str:
        if not self._report.review.partial:
            return ""
        missing = len(self._report.review.not_assessed)
        one = self._say("This review is partial: one criterion was not assessed and is left out.")
        many = self._say("This review is partial: {n} criteria were not assessed and are left out.")
        return one if missing == 1 else many.format(n=missing)

    def _criterion_title(self, criterion: str) -> str:
        known = {row.id: row.title for row in self._report.review.criteria}
        return known.get(criterion, words.plain_code(criterion))

    def _confidence(self) -> tuple[Row, ...]:
        metrics = self._report.review.confidence
        order = [*words.CONFIDENCE, *sorted(set(metrics) - set(words.CONFIDENCE))]
        return tuple(self._confidence_row(name, metrics) for name in order if name in metrics)

    def _confidence_row(self, name: str, metrics: Mapping[str, float]) -> Row:
        title, meaning = words.CONFIDENCE.get(name, (words.plain_code(name), ""))
        return Row(self._say(title), f"{metrics[name] * 100:.0f} %", self._say(meaning))

    def _facts(self) -> tuple[Row, ...]:
        review, say = self._report.review, self._say
        counts = review.counts
        rows = [
            (say("Industry"), words.plain_code(review.industry)),
            (say("Seniority"), say(words.SENIORITIES.get(review.seniority, review.seniority))),
            (say("Market tier"), words.plain_code(review.market_tier)),
            (say("Pages"), str(self._report.document.pages)),
            (say("Words"), None if counts.words is None else str(counts.words)),
            (say("Reading time"), _minutes(counts.reading_minutes, say)),
        ]
        return tuple(Row(name, value) for name, value in rows if value)


def score_display(value: float | None, say: words.Say) -> ScoreDisplay:
    """Return a score as number and word."""
    if value is None:
        return ScoreDisplay(None, "–", None, say("Not assessed"))
    band = band_of(value)
    return ScoreDisplay(value, score_text(value), band, say(words.BANDS[band]))


def made_by(review: ReviewPart, say: words.Say) -> str:
    """Return engine, rubric and month of a review in one line."""
    engine = say(words.ENGINES.get(review.engine_kind, review.engine_kind))
    parts = [f"{engine} {review.engine_version}"]
    if review.model:
        parts.append(review.model)
    parts.append(say("rubric {version}").format(version=review.rubric_version))
    if review.as_of:
        parts.append(say("as of {month}").format(month=review.as_of))
    return " · ".join(parts)


def number_findings(report: Report) -> dict[str, int]:
    """Return finding id → number from 1, in page order; without evidence last."""
    order = {line.id: place for place, line in enumerate(report.document.lines)}

    def place(item: tuple[int, Finding]) -> tuple[int, int]:
        index, finding = item
        places = [order[part.line] for part in finding.evidence if part.line in order]
        return (min(places, default=len(order)), index)

    ranked = sorted(enumerate(report.review.findings), key=place)
    return {finding.id: number for number, (_, finding) in enumerate(ranked, start=1)}


def _counts(issues: int, strengths: int, say: words.Say) -> list[str]:
    strong = say("{n} strength") if strengths == 1 else say("{n} strengths")
    return [say("{n} to look at").format(n=issues), strong.format(n=strengths)]


def _mean(scores: list[float | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None


def _minutes(minutes: int | None, say: words.Say) -> str | None:
    return None if minutes is None else say("{n} min").format(n=minutes)


def _total(findings: int, below: int, say: words.Say) -> str:
    """Return what a dimension's row counts: findings, else the criteria that cost points."""
    if findings:
        return (say("{n} finding") if findings == 1 else say("{n} findings")).format(n=findings)
    if below:
        return (say("{n} criterion") if below == 1 else say("{n} criteria")).format(n=below)
    return say("no findings")


def _below(below: int, say: words.Say) -> list[str]:
    if not below:
        return []
    one, many = say("{n} criterion below full points"), say("{n} criteria below full points")
    return [(one if below == 1 else many).format(n=below)]


def _raised(severity: Severity) -> Severity:
    return Severity.WARNING if severity is Severity.INFO else Severity.CRITICAL


def spoken_score(score: ScoreDisplay, say: words.Say) -> str:
    """Return a score as a screen reader says it."""
    if score.value is None:
        return score.word
    return say("{n} of 100, {word}").format(n=score.text, word=score.word)
