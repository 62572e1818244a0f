"""Turns every failure of the server into the one error shape; nothing else leaves it."""

import logging
import uuid
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from database.errors import DatabaseError, DatabaseFault
from database.exchange.errors import ErrorAnswer, ErrorBody, ErrorCode

log = logging.getLogger(__name__)

_BY_STATUS = {
    HTTPStatus.NOT_FOUND: ErrorCode.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED: ErrorCode.METHOD_NOT_ALLOWED,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ErrorCode.TOO_LARGE,
}
REQUEST_ID_HEADER = "X-Request-ID"


def answer(
    request: Request, status: int, code: str, message: str, details: dict[str, Any] | None = None
) -> JSONResponse:
    """Return the error shape."""
    request_id = getattr(request.state, "request_id", "")
    body = ErrorBody(code=code, message=message, details=details or {}, request_id=request_id)
    return JSONResponse(
        ErrorAnswer(error=body).model_dump(),
        status_code=status,
        headers={REQUEST_ID_HEADER: request_id},
    )


def install(app: FastAPI) -> None:
    """Give an application its request ids and its error shape."""
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(DatabaseError, _on_database)
    app.middleware("http")(_with_request_id)


async def _with_request_id(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Name the request (our own name: a client's would let it write into the log), catch bugs."""
    request.state.request_id = uuid.uuid4().hex
    try:
        response = await call_next(request)
    except Exception:
        log.exception("request %s failed", request.state.request_id)
        return answer(
            request,
            HTTPStatus.INTERNAL_SERVER_ERROR,
            ErrorCode.INTERNAL,
            "Something went wrong on the server. It was logged under this request's id.",
        )
    response.headers[REQUEST_ID_HEADER] = request.state.request_id
    return response


async def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
    status = HTTPStatus(error.status_code)
    code = _BY_STATUS.get(status, ErrorCode.REFUSED)
    made = answer(request, status, code, str(error.detail))
    made.headers.update(error.headers or {})
    return made


async def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - the same
    # The place and the reason, never the value: it may be a password or a resume.
    fields = [
        {"field": ".".join(str(p) for p in e["loc"]), "reason": e["msg"]} for e in error.errors()
    ]
    return answer(
        request,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        ErrorCode.VALIDATION,
        "Some fields of the request are not as they must be.",
        {"fields": fields},
    )


async def _on_database(request: Request, error: Exception) -> Response:
    assert isinstance(error, DatabaseError)  # noqa: S101 - the same
    if isinstance(error, DatabaseFault):
        log.error("request %s: %s", request.state.request_id, error.code)
        message = "The server's database cannot be used at the moment. Try again later."
        return answer(request, HTTPStatus.SERVICE_UNAVAILABLE, error.code, message)
    missing = error.code == ErrorCode.NOT_FOUND
    status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.CONFLICT
    return answer(request, status, error.code, error.message)
