"""Nothing of a review can be traced or sent, whatever the environment says."""

import json
import os
import subprocess
import sys

from ai_agents.privacy import forbid_tracing

HOSTILE = {
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGCHAIN_TRACING": "true",
    "LANGCHAIN_HANDLER": "langchain",
    "LANGSMITH_API_KEY": "key",
    "LANGCHAIN_API_KEY": "key",
    "LANGSMITH_ENDPOINT": "http://127.0.0.1:9/",
    "LANGSMITH_GATEWAY": "http://127.0.0.1:9/",
    "LANGSMITH_RUNS_ENDPOINTS": '{"http://127.0.0.1:9/": "key"}',
    "LANGGRAPH_API_URL": "http://127.0.0.1:9/",
}
#: Reviews a resume while every way to a socket is an error, then tells what was loaded.
REVIEW = """
import json, socket, sys
opened = []
def guard(event, arguments):
    if event.startswith("socket.") and event not in ("socket.__new__",):
        opened.append(event)
sys.addaudithook(guard)
from ai_agents.interface import AnalysisService
from ai_agents.models import ReviewRequest
from tests.support.documents import resume
AnalysisService().analyze(resume(), ReviewRequest(as_of="2026-01"))
import os
print(json.dumps({
    "opened": opened,
    "loaded": sorted(n for n in ("httpx", "requests", "langsmith.client", "websockets", "urllib3")
                     if n in sys.modules),
    "environment": {n: v for n, v in os.environ.items() if n.startswith(("LANGSMITH", "LANGCHAIN",
                                                                        "LANGGRAPH"))},
}))
"""


def test_a_review_under_a_hostile_environment_opens_no_connection() -> None:
    """Another program's tracing settings cannot send a resume away."""
    done = subprocess.run(
        [sys.executable, "-c", REVIEW],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, **HOSTILE},
    )
    seen = json.loads(done.stdout)
    assert seen["opened"] == []
    assert seen["loaded"] == []
    assert set(seen["environment"].values()) == {"false"}
    assert not any("KEY" in name or "ENDPOINT" in name for name in seen["environment"])


def test_a_client_loaded_before_us_stays_silent() -> None:
    """The environment says no even where the real tracing client is in the process already."""
    code = "import langsmith\n" + REVIEW + "\nprint(langsmith.utils.tracing_is_enabled())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
        env={**os.environ, **HOSTILE},
    )
    first, enabled = done.stdout.splitlines()
    assert json.loads(first)["opened"] == []
    assert enabled == "False"


def test_the_framework_of_a_later_language_model_works_with_the_stand_ins() -> None:
    """A chat model answers, whole, in pieces and in a chain, with no tracing client in reach."""
    code = """
import asyncio, sys
from ai_agents import orchestrator
from langchain_core.language_models.fake_chat_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
chain = ChatPromptTemplate.from_messages([("user", "{q}")]) | FakeListChatModel(responses=["yes"])
chain = chain | StrOutputParser()
print(chain.invoke({"q": "?"}), "".join(chain.stream({"q": "?"})),
      asyncio.run(chain.ainvoke({"q": "?"})), "langsmith.client" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, **HOSTILE},
    )
    assert done.stdout.split() == ["yes", "yes", "yes", "False"]


def test_keys_and_endpoints_are_dropped_and_the_rest_is_left() -> None:
    """Only the framework's own variables are touched."""
    environment = {**HOSTILE, "PATH": "/bin", "langsmith_api_key": "key"}
    forbid_tracing(environment)
    assert environment.pop("PATH") == "/bin"
    assert set(environment.values()) == {"false"}
