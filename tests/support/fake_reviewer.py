"""A reviewer child that speaks the real protocol and does as the file's text says.

`die` ends the process, `hang` never answers, `fail CODE` refuses; anything else gets a review whose
score is the number of bytes in the file modulo 100. The review itself is `tests.support.reports`'.
"""

import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from tests.support.reports import contract_wire


def wire_review(path: Path, name: str) -> dict[str, Any]:
    """Return a review of this file; only file and score depend on it."""
    data = path.read_bytes()
    wire = contract_wire()
    wire["file"] = {
        "name": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size_bytes": len(data),
        "media_type": "text/plain",
    }
    wire["review"]["overall_score"] = float(len(data) % 100)
    return wire


def say(message: dict[str, Any]) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def answer(request: dict[str, Any]) -> None:
    """Answer one request as its file says."""
    key, path = request["id"], Path(request["path"])
    text = path.read_text(encoding="utf-8", errors="replace")
    say({"id": key, "event": "progress", "stage": "reading", "step": 1, "steps": 8})
    if text.startswith("die"):
        sys.exit(9)
    if text.startswith("hang"):
        time.sleep(600)
    if text.startswith("fail"):
        code = text.split()[1]
        say({"id": key, "event": "error", "code": code, "message": "This cannot be read."})
        return
    say({"id": key, "event": "result", "object": wire_review(path, request["name"])})


def main() -> None:
    """Answer until the parent says quit or closes our input."""
    sys.stdout.write("a library's banner that is no message\n")
    say({"event": "ready"})
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "quit":
            return
        answer(request)


if __name__ == "__main__":
    main()
