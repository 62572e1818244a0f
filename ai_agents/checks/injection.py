"""Lines that speak to a language model instead of a person; they count for nothing."""

import re
from collections.abc import Iterable

from ai_agents.checks.lexicon import tokens
from ai_agents.models import Line

#: Phrases of instructions to a model (families of OWASP LLM01 and arXiv 2512.20164).
_PATTERNS = (
    (
        r"\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:instructions?|prompts?|rules"
        r"|guidelines|context)\b"
    ),
    (
        r"\b(?:system prompt|developer message|jailbreak)\b.{0,40}\b(?:ignore|reveal"
        r"|override|you|is)\b"
    ),
    (
        r"\byou are (?:now )?(?:an? )?(?:helpful |large |neutral )?(?:ai|assistant|language"
        r" model|llm|chatbot|hr bot)\b"
    ),
    r"\bas an? (?:ai|artificial intelligence|language model|llm)(?: language)?(?: model)?,? you\b",
    (
        r"\b(?:rate|score|rank|grade|mark|classify|recommend|evaluate|hire)\b.{0,20}\b(?:this|the) "
        r"(?:candidate|applicant|resume|résumé|cv)\b.{0,40}\b(?:highest|excellent|perfect"
        r"|100|10/10|top|best"
        r"|strong|hire|qualified|suitable|first|maximum|exceptional|outstanding)\b"
    ),
    (
        r"\b(?:note|message|instructions?|attention) (?:to|for) (?:the |any )?(?:ai|llm"
        r"|chatgpt|gpt|language model|model|recruit(?:ing|er) bot|reviewer model|screening"
        r" (?:system|tool))\b"
    ),
    (
        r"\b(?:respond|reply|answer|output|return|say|print) (?:only )?(?:with"
        r"|that)\b.{0,30}\b(?:candidate|applicant|score|hire|qualified|json)\b"
    ),
    (
        r"\b(?:give|assign|award)\b.{0,25}\b(?:maximum|highest|full|perfect|100|10/10"
        r"|top)\b.{0,15}\b(?:score|rating|marks?|points|rank)\b"
    ),
    (
        r"<\|?(?:im_start|im_end|system|endoftext|start_of_turn|begin_of_text)\|?>"
        r"|\[/?INST\]|<</?SYS>>"
    ),
    (
        r"\b(?:this|the) (?:candidate|applicant) (?:is|must be|should be) (?:the"
        r" )?(?:perfect|ideal|best|exceptionally (?:well )?qualified|selected|hired"
        r"|shortlisted)\b"
    ),
)
#: One of these words or marks stands in everything the patterns match: most lines hold none.
_TRIGGERS = frozenset(
    [
        "ignore",
        "disregard",
        "forget",
        "override",
        "prompt",
        "message",
        "jailbreak",
        "you",
        "candidate",
        "applicant",
        "resume",
        "résumé",
        "cv",
        "note",
        "instruction",
        "instructions",
        "attention",
        "score",
        "hire",
        "qualified",
        "json",
        "rating",
        "mark",
        "marks",
        "point",
        "points",
        "rank",
    ]
)
_MARKS = ("<", "[")
_INSTRUCTION = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)


def is_instruction(text: str) -> bool:
    """Whether a text tells a language model what to do; looks at the first 1,000 characters."""
    start = text[:1000]
    return _may_instruct(start) and bool(_INSTRUCTION.search(start))


def _may_instruct(text: str) -> bool:
    words = (word.lower() for word in tokens(text))
    return any(mark in text for mark in _MARKS) or not _TRIGGERS.isdisjoint(words)


def _joined(before: Line, line: Line) -> bool:
    return is_instruction(f"{before.text[-200:]} {line.text[:200]}")


def instruction_lines(lines: Iterable[Line]) -> tuple[int, ...]:
    """Return the ids of lines that hold an instruction, also one wrapped over two lines."""
    found: dict[int, None] = {}
    before: Line | None = None
    for line in lines:
        if is_instruction(line.text):
            found[line.id] = None
        elif before is not None and before.id not in found and _joined(before, line):
            found[before.id] = found[line.id] = None
        before = line
    return tuple(sorted(found))
