"""The installed PySide6 wheel does not lose references (ADR 0001)."""

import os
import subprocess
import sys

EMITS_AND_TEXTS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
class Source(QObject):
    changed = Signal(bool)
source, label, seen = Source(), QLabel(), []
source.changed.connect(seen.append)
for number in range(20_000):
    source.changed.emit(number % 2 == 0)
    label.setText(str(number))
print(len(seen), label.text())
"""


def test_twenty_thousand_signals_and_texts_survive() -> None:
    """A wheel that drops references of True or None aborts long before the end."""
    done = subprocess.run(
        [sys.executable, "-c", EMITS_AND_TEXTS],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stdout.split()) == (0, ["20000", "19999"])
