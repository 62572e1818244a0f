"""Reviews asked for on the side: computed to answer a question, shown, and stored nowhere."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from desktop.tasks.review_messages import ReviewFailure, ReviewRequest, ReviewResult
from desktop.tasks.reviewer import Reviewer


@dataclass(frozen=True)
class Errand:
    """One such review, and who is told of its end."""

    request: ReviewRequest
    done: Callable[[ReviewResult], None]
    failed: Callable[[ReviewFailure], None]


class Errands:
    """Sends errands to the reviewer between the files of the queue; lives in the GUI thread."""

    def __init__(self, reviewer: Reviewer) -> None:
        self._reviewer = reviewer
        self._waiting: deque[Errand] = deque()
        self._current: Errand | None = None

    def add(self, errand: Errand) -> None:
        """Let an errand wait; `begin` starts it."""
        self._waiting.append(errand)

    def begin(self) -> bool:
        """Start the next errand on an idle reviewer; False when none waits."""
        if not self._waiting:
            return False
        self._current = self._waiting.popleft()
        self._reviewer.review(self._current.request)
        return True

    def cancel(self, request_id: str) -> None:
        """Forget an errand; one under way is stopped. Nobody is told."""
        if self._current is not None and self._current.request.request_id == request_id:
            self._current = None
            self._reviewer.cancel()
        kept = [one for one in self._waiting if one.request.request_id != request_id]
        self._waiting = deque(kept)

    def end(self, answer: ReviewResult | ReviewFailure) -> bool:
        """Tell who asked; False when the answer is to no errand."""
        errand = self._current
        if errand is None or errand.request.request_id != answer.request_id:
            return False
        self._current = None
        if isinstance(answer, ReviewResult):
            errand.done(answer)
        else:
            errand.failed(answer)
        return True
