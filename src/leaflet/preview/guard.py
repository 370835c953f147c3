"""Access control: only this machine's browser, with the address that only its user was given."""

import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": "; ".join(
        (
            *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'"),
            *("connect-src 'self'", "base-uri 'none'", "form-action 'none'"),
            *("frame-ancestors 'none'", "require-trusted-types-for 'script'"),
            "trusted-types 'none'",
        )
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""Of every response: only leaflet's own files may be run, shown or requested."""


class Guard:
    """Refuses requests that do not come from the preview's own page on this machine.

    ``token`` is the first part of each path, which a page of another site cannot know. ``Host``
    must be this machine, so that no other host name can be made to resolve to it (DNS rebinding);
    ``Origin``, if a browser sends one, must be the preview itself.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its path without the token, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        reason = self._refuse(scope)
        if reason:
            await PlainTextResponse(reason, 403)(scope, receive, send_with_headers)
            return
        inner = {**scope, "root_path": scope.get("root_path", "") + f"/{self._token}"}
        await self._app(inner, receive, send_with_headers)

    def _refuse(self, scope: Scope) -> str:
        """Why a request is refused; empty if it is not."""
        headers = Headers(scope=scope)
        if not _is_one_of(headers.getlist("host"), self._hosts):
            return "The preview is for this machine only."
        if headers.getlist("origin") and not _is_one_of(
            headers.getlist("origin"), [f"http://{host}" for host in self._hosts]
        ):
            return "The preview is for its own page only."
        given = scope["path"].removeprefix("/").partition("/")[0]
        if not secrets.compare_digest(given.encode(), self._token.encode()):
            return "The address is not complete; `leaflet preview` printed it."
        return ""


def _is_one_of(values: list[str], allowed: Iterable[str]) -> bool:
    """Whether a header was sent once, with one of these values."""
    return len(values) == 1 and values[0].lower() in allowed
