"""Qt without a display for everything below tests/desktop."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
