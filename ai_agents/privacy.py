"""Keeps a review on this machine: the agents' framework traces nothing, whatever it is told.

LangGraph brings the LangSmith client with it, which sends every run with its inputs (the resume) to
a tracing server as soon as `LANGSMITH_TRACING` or `LANGCHAIN_TRACING_V2` is set, for instance by
another program of the same user. Two doors are shut before the framework is loaded: the environment
says no, and the client itself is an empty stand-in, so that there is nothing that could send. The
LangGraph platform client, which no review uses, is kept out in the same way. Both together are more
than half of the framework's loading time and 25 MB of memory. What that means for a language
model's client that comes later is said in docs/adr/0101.
"""

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Iterator, MutableMapping, MutableSequence, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

#: Every variable with one of these beginnings belongs to the framework or its tracing client.
_PREFIXES: Final = ("LANGSMITH", "LANGCHAIN", "LANGGRAPH")
_SWITCHED_OFF: Final = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2")
#: Packages that stand-ins replace: the tracing client, and the client of a remote graph server.
_KEPT_OUT: Final = ("langsmith", "langgraph_sdk")


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


@contextmanager
def without_network_clients() -> Iterator[None]:
    """Let the framework be imported inside, with stand-ins for the clients it would load.

    The stand-ins stay for the framework's later imports. A client that some other part of the
    process has loaded already is left alone; the environment still keeps it silent.
    """
    forbid_tracing()
    if not any(isinstance(finder, _StandIns) for finder in sys.meta_path):
        sys.meta_path.insert(0, _StandIns())
    # Named by the framework in a type and for drawing graphs through a web service; given back
    # afterwards, so that nobody else meets the stand-in.
    borrowed = "requests" not in sys.modules
    if borrowed:
        sys.modules["requests"] = _requests()
    try:
        yield
    finally:
        if borrowed:
            del sys.modules["requests"]


class _Nothing:
    """Stands where the framework names a class of the client; can be made, does nothing."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Take anything."""


class _StandIn(ModuleType):
    """A module of a client that is not there: its classes are empty."""

    __path__: MutableSequence[str] = []  # noqa: RUF012 - what makes it a package

    def __getattr__(self, name: str) -> type[_Nothing]:
        if not name[:1].isupper():
            raise AttributeError(f"{self.__name__} is a stand-in without {name!r}")
        made = type(name, (_Nothing,), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


class _StandIns(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for every module of the packages kept out."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the import system's signature
        target: ModuleType | None = None,  # noqa: ARG002 - the same
    ) -> importlib.machinery.ModuleSpec | None:
        """Return a stand-in's spec for our packages, None for all others."""
        if fullname.partition(".")[0] not in _KEPT_OUT:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Return the empty module."""
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Give the module the few functions the framework calls on every run."""
        for name, value in _FUNCTIONS.get(module.__name__, {}).items():
            setattr(module, name, value)


def _requests() -> ModuleType:
    module = _StandIn("requests")
    vars(module)["HTTPError"] = OSError  # what the real one is a kind of
    return module


def _tracing_context(*_args: object, **_kwargs: object) -> dict[str, Any]:
    keys = ("parent", "project_name", "address", "tags", "metadata", "enabled", "client")
    return {**dict.fromkeys(keys), "replicas": None, "distributed_parent_id": None}


def _nothing(*_args: object, **_kwargs: object) -> None:
    return None


def _is_tracing(*_args: object, **_kwargs: object) -> bool:
    return False


#: What langchain-core and langgraph call while no tracer is set.
_FUNCTIONS: Final[dict[str, dict[str, Any]]] = {
    "langsmith": {"get_tracing_context": _tracing_context},
    "langsmith.run_helpers": {
        "get_tracing_context": _tracing_context,
        "_set_tracing_context": _nothing,
    },
    "langsmith.run_trees": {"_CLIENT": None, "get_cached_client": _nothing},
    "langsmith.utils": {"tracing_is_enabled": _is_tracing, "get_env_var": _nothing},
}
