"""The coach's decisions about findings: dismissed or raised, with a reason, and undone again."""

from uuid import UUID

from sqlalchemy import ScalarSelect, Select, or_, select

from database.errors import RecordNotFound
from database.models.analysis import FindingOverride, ResumeAnalysis
from database.models.files import FileUpload
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

    def of_content(self, analysis_id: UUID) -> list[OverrideRow]:
        """Return what holds for every review of the same bytes: the latest decision of each key."""
        query = self._of_content(analysis_id)
        rows = self._session.scalars(query.order_by(FindingOverride.updated_at, FindingOverride.id))
        return list({row.finding_key: _row(row) for row in rows}.values())

    def undo_for_content(self, analysis_id: UUID, finding_key: str) -> bool:
        """Take the decision back for every review of the same bytes; return whether one was."""
        query = self._of_content(analysis_id).where(FindingOverride.finding_key == finding_key)
        rows = list(self._session.scalars(query))
        for row in rows:
            self._bury(row)
        return bool(rows)

    def _of_content(self, analysis_id: UUID) -> Select[FindingOverride]:
        """Return the living decisions about all reviews of the bytes that this one is about."""
        reviews = (
            select(ResumeAnalysis.id)
            .join(FileUpload, FileUpload.id == ResumeAnalysis.file_upload_id)
            .where(
                ResumeAnalysis.user_id == self._owner_id,
                FileUpload.sha256 == self._sha256_of(analysis_id),
            )
        )
        same = FindingOverride.analysis_id.in_(reviews)
        return self._mine().where(or_(same, FindingOverride.analysis_id == analysis_id))

    def _sha256_of(self, analysis_id: UUID) -> ScalarSelect[str | None]:
        return (
            select(FileUpload.sha256)
            .join(ResumeAnalysis, ResumeAnalysis.file_upload_id == FileUpload.id)
            .where(ResumeAnalysis.id == analysis_id, ResumeAnalysis.user_id == self._owner_id)
            .scalar_subquery()
        )

    def _living(self, analysis_id: UUID, finding_key: str) -> FindingOverride | None:
        return self._session.scalar(
            self._mine().where(
                FindingOverride.analysis_id == analysis_id,
                FindingOverride.finding_key == finding_key,
            )
        )
