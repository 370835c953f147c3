"""The addresses of the preview, and what stands there."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from leaflet import files
from leaflet.preview.choices import Choice
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.session import Session

PAGE = Path(__file__).parent / "page"

KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
"""What the files of the page are; nothing else of the disk can be asked for."""

NARROWEST, WIDEST = 100, 3200
"""Pixels across a picture of a page."""


def make_app(hub: Hub) -> Starlette:
    """The preview of a workshop, to be put behind a gate."""

    async def catalogue(_: Request) -> Response:
        return JSONResponse(await hub.catalogue())

    async def events(request: Request) -> Response:
        session = Session(hub, _choice(request))
        told = (event.encode() async for event in session.events())
        return StreamingResponse(told, media_type="text/event-stream")

    async def pdf(request: Request) -> Response:
        return Response(_print(hub, request).data, media_type="application/pdf")

    async def picture(request: Request) -> Response:
        made, page = _print(hub, request), request.path_params["page"]
        width = request.path_params["width"]
        if not (1 <= page <= len(made.sizes) and NARROWEST <= width <= WIDEST):
            raise HTTPException(404)
        png = await hub.draw(made, page - 1, width)
        return Response(png, media_type="image/png")

    @asynccontextmanager
    async def watching(_: Starlette) -> AsyncIterator[None]:
        watch = asyncio.create_task(hub.watch())
        yield
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        await hub.close()

    return Starlette(
        routes=[
            Route("/", _file(PAGE / "index.html")),
            *(Route(f"/{file.name}", _file(file)) for file in PAGE.iterdir()),
            Route("/catalogue", catalogue),
            Route("/events", events),
            Route("/prints/{name}.pdf", pdf),
            Route("/prints/{name}/{page:int}/{width:int}.png", picture),
        ],
        lifespan=watching,
    )


def _file(path: Path) -> Callable[[Request], Awaitable[Response]]:
    data, kind = files.read(path), KINDS[path.suffix]

    async def answer(_: Request) -> Response:
        return Response(data, media_type=kind)

    return answer


def _choice(request: Request) -> Choice:
    asked = request.query_params
    return Choice(
        asked.get("monograph", ""),
        asked.get("kind", ""),
        tuple(asked.getlist("style")),
        asked.get("paper", ""),
    )


def _print(hub: Hub, request: Request) -> Print:
    made = hub.print_cache.find(request.path_params["name"])
    if made is None:
        raise HTTPException(404)
    return made
