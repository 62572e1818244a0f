"""Where the program keeps its things on this computer; the first question every start asks.

Everything is per user. Data is not roaming: SQLite on a roaming or network profile gets damaged.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "vitae"
PRIVATE_FOLDER_MODE = 0o700


@dataclass(frozen=True)
class AppPaths:
    """The folders of one installation; nothing is made by looking at them."""

    data: Path
    config: Path
    logs: Path

    @property
    def database(self) -> Path:
        """The library: clients, files, reviews, notes."""
        return self.data / "library.sqlite3"

    @property
    def blobs(self) -> Path:
        """The resumes themselves, kept by their content's hash."""
        return self.data / "blobs"

    @property
    def lock(self) -> Path:
        """Held by the one window that works on this data folder."""
        return self.data / "window.lock"

    @property
    def running_mark(self) -> Path:
        """Lies there while a window runs; left behind only by an improper end."""
        return self.data / "window.running"

    @property
    def handed_over(self) -> Path:
        """What was handed to the window and is not in the library yet; mostly not there."""
        return self.data / "intake.pending"

    @property
    def settings(self) -> Path:
        """The person's own choices."""
        return self.config / "settings.json"

    def create(self) -> None:
        """Make the folders, private to this user.

        Raises:
            OSError: a folder cannot be made or written to (read-only, full, no permission).
        """
        for folder in (self.data, self.config, self.logs):
            folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)

    def is_data_writable(self) -> bool:
        """Whether the data folder can be written; a missing one counts if its parent can."""
        folder = self.data
        while not folder.exists() and folder.parent != folder:
            folder = folder.parent
        return os.access(folder, os.W_OK | os.X_OK)


def app_paths(data_dir: Path | None = None) -> AppPaths:
    """Return the folders to use.

    Args:
        data_dir: a folder of the person's choice (`--data-dir`, `VITAE_DATA_DIR` or a policy);
            settings and logs then live inside it too, so that two folders share nothing.
    """
    chosen = data_dir or _from_environment()
    if chosen is not None:
        root = chosen.expanduser().absolute()
        return AppPaths(data=root, config=root / "config", logs=root / "logs")
    return AppPaths(
        data=Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False)),
        config=Path(platformdirs.user_config_dir(APP_NAME, appauthor=False, roaming=False)),
        logs=Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)),
    )


def _from_environment() -> Path | None:
    value = os.environ.get("VITAE_DATA_DIR", "").strip()
    return Path(value) if value else None
