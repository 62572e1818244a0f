"""Which words of an evidence line a finding names, so that a mark need not cover the line; pure."""

import re

#: A message quotes words of the resume between these; longer ones would be a whole line again.
_QUOTED = re.compile(r"“([^“”]{1,80})”")


def named_words(message: str, line: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the words of the line that the message quotes, from the left.

    Empty when the message quotes nothing of this line: then the whole line is what it means.
    Case is no difference, and a part of a longer word is no match.
    """
    lowered = line.lower()
    if len(lowered) != len(line):  # a letter whose small form is longer would shift every place
        return ()
    found: set[tuple[int, int]] = set()
    for quoted in _QUOTED.findall(message):
        words = r"\s+".join(re.escape(word) for word in quoted.lower().split())
        if words:
            pattern = rf"(?<!\w){words}(?!\w)"
            found.update(match.span() for match in re.finditer(pattern, lowered))
    return tuple(sorted(found))
