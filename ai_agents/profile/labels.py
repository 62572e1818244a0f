"""Labels inside an entry: 'Company: …', 'Designation: …', '役職：…' say what follows them."""

import re

from ai_agents.profile.folding import fold
from ai_agents.profile.lexicon import entry_labels

_LABEL = re.compile(r"(?P<label>[^:：]{2,24}?)\s*[:：]\s*(?P<rest>\S.*)")


def labelled(text: str) -> tuple[str | None, str]:
    """Return ('title', 'Engineer') of 'Designation: Engineer', (None, text) without a label.

    Roles are employer, title, place and period.
    """
    match = _LABEL.match(text)
    role = entry_labels().get(fold(match["label"])) if match else None
    return (role, match["rest"]) if role and match else (None, text)
