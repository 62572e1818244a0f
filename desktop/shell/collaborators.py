"""What the window and its pages work with; made once, by bootstrap."""

from dataclasses import dataclass

from desktop.intake.intake_service import IntakeService
from desktop.paths import AppPaths
from desktop.settings import Settings
from desktop.shell.appearance import Appearance
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane
from desktop.widgets.theme import ThemeKeeper


@dataclass(frozen=True)
class Collaborators:
    """Everything a page may need; who owns it is said where it is made."""

    intake: IntakeService
    storage: Lane
    shelf: Shelf
    settings: Settings
    paths: AppPaths
    theme: ThemeKeeper
    appearance: Appearance
