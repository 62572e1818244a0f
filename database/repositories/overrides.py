"""The coach's decisions about findings: dismissed or raised, with a reason, and undone again."""

from uuid import UUID

from database.errors import RecordNotFound
from database.models.analysis import FindingOverride, ResumeAnalysis
from database.repositories.base import Repository
from database.values import OverrideRow
from database.vocabulary import OverrideAction, RecordKind


def _row(override: FindingOverride) -> OverrideRow:
    return OverrideRow(
        id=override.id,
        analysis_id=override.analysis_id,
        finding_key=override.finding_key,
        rule=override.rule,
        action=OverrideAction(override.action),
        reason=override.reason,
        created_at=override.created_at,
    )


class OverrideRepository(Repository[FindingOverride]):
    """Decisions of one owner. One finding of one review has at most one living decision."""

    model = FindingOverride

    def decide(
        self,
        analysis_id: UUID,
        finding_key: str,
        action: OverrideAction,
        *,
        reason: str = "",
        rule: str = "",
    ) -> OverrideRow:
        """Dismiss or raise a finding; an earlier decision about it is replaced."""
        owner = self._session.get(ResumeAnalysis, analysis_id)
        if owner is None or owner.user_id != self._owner_id or owner.deleted:
            raise RecordNotFound(RecordKind.ANALYSIS.value, analysis_id)
        override = self._living(analysis_id, finding_key) or FindingOverride(
            user_id=self._owner_id,
            analysis_id=analysis_id,
            finding_key=finding_key,
            created_at=self._scope.clock(),
        )
        override.action, override.reason, override.rule = action.value, reason, rule
        self._changed(override)
        return _row(override)

    def undo(self, analysis_id: UUID, finding_key: str) -> bool:
        """Take a decision back; return whether there was one."""
        override = self._living(analysis_id, finding_key)
        if override is None:
            return False
        self._bury(override)
        return True

    def of_analysis(self, analysis_id: UUID) -> list[OverrideRow]:
        """Return the living decisions about one review, oldest first."""
        query = self._mine().where(FindingOverride.analysis_id == analysis_id)
        return [_row(row) for row in self._session.scalars(query.order_by(FindingOverride.id))]

    def _living(self, analysis_id: UUID, finding_key: str) -> FindingOverride | None:
        return self._session.scalar(
            self._mine().where(
                FindingOverride.analysis_id == analysis_id,
                FindingOverride.finding_key == finding_key,
            )
        )
