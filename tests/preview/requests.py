"""Requests to the preview, without a network."""

import asyncio

import httpx
from starlette.types import ASGIApp

PORT = 8123
URL = f"http://127.0.0.1:{PORT}"
Headers = dict[str, str] | list[tuple[str, str]]


def get(app: ASGIApp, path: str, headers: Headers | None = None) -> httpx.Response:
    """The response of an app to a request of this machine."""

    async def request() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=URL) as client:
            return await client.get(path, headers=headers)

    return asyncio.run(request())
