"""Keeps a review on this machine: the agents' framework traces nothing, whatever it is told.

LangGraph brings the LangSmith client with it, which sends every run with its inputs (the resume) to
a tracing server as soon as `LANGSMITH_TRACING` or `LANGCHAIN_TRACING_V2` is set, for instance by
another program of the same user. Called before the first import of langgraph or langchain.
"""

import os
from collections.abc import MutableMapping
from typing import Final

#: Every variable with one of these beginnings belongs to the framework or its tracing client.
_PREFIXES: Final = ("LANGSMITH", "LANGCHAIN", "LANGGRAPH")
_SWITCHED_OFF: Final = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2")


def forbid_tracing(environment: MutableMapping[str, str] | None = None) -> None:
    """Switch tracing off for this process and its children, and drop keys and endpoints.

    Args:
        environment: what to change, the process's own if None.
    """
    variables = os.environ if environment is None else environment
    for name in [name for name in variables if name.upper().startswith(_PREFIXES)]:
        del variables[name]
    for name in _SWITCHED_OFF:
        variables[name] = "false"
