"""The industries a coach can choose, read from the rubric files without the agents' machinery."""

import re

from resources.access import resource_path

_NAME = re.compile(r"^names:\s*\{en:\s*([^,}]+)", re.MULTILINE)


def industry_names() -> list[tuple[str, str]]:
    """Return (code, English name), by name; a file without a name goes by its code.

    Only the first lines are read: the window must not parse seventeen YAML files before it paints.
    """
    found = []
    for path in resource_path("rubrics", "industries").glob("*.yaml"):
        head = path.read_text(encoding="utf-8")[:600]
        match = _NAME.search(head)
        name = match.group(1).strip("'\"") if match else path.stem.replace("_", " ").capitalize()
        found.append((path.stem, name))
    return sorted(found, key=lambda pair: pair[1])
