"""A question to the preview, without a network."""

import asyncio

import httpx
from starlette.types import ASGIApp

PORT = 8123
Headers = dict[str, str] | list[tuple[str, str]]


def ask(app: ASGIApp, path: str, headers: Headers | None = None) -> httpx.Response:
    """What an app answers at a path of this machine."""

    async def get() -> httpx.Response:
        way = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=way, base_url=f"http://127.0.0.1:{PORT}") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(get())
