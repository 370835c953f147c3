"""The routes of the preview."""

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
from leaflet.preview.choices import Selection
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.session import Session

PAGE = Path(__file__).parent / "page"

MEDIA_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
"""Of the files of the page, which are the only files that can be requested."""

MIN_WIDTH, MAX_WIDTH = 100, 3200
"""Pixels of a picture of a page."""


def make_app(hub: Hub) -> Starlette:
    """The preview as an application, to be protected by a ``Guard``."""

    async def options(_: Request) -> Response:
        return JSONResponse(await hub.options())

    async def events(request: Request) -> Response:
        session = Session(hub, _selection(request))
        stream = (event.encode() async for event in session.events())
        return StreamingResponse(stream, media_type="text/event-stream")

    async def pdf(request: Request) -> Response:
        return Response(_print(hub, request).data, media_type="application/pdf")

    async def picture(request: Request) -> Response:
        return Response(await _draw(hub, request), media_type="image/png")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
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
            Route("/options", options),
            Route("/events", events),
            Route("/prints/{name}.pdf", pdf),
            Route("/prints/{name}/{page:int}/{width:int}.png", picture),
        ],
        lifespan=lifespan,
    )


def _file(path: Path) -> Callable[[Request], Awaitable[Response]]:
    data, media_type = files.read(path), MEDIA_TYPES[path.suffix]

    async def respond(_: Request) -> Response:
        return Response(data, media_type=media_type)

    return respond


def _selection(request: Request) -> Selection:
    query = request.query_params
    return Selection(
        query.get("monograph", ""),
        query.get("kind", ""),
        tuple(query.getlist("style")),
        query.get("paper", ""),
        query.get("since", ""),
    )


def _print(hub: Hub, request: Request) -> Print:
    printed = hub.print_cache.find(request.path_params["name"])
    if printed is None:
        raise HTTPException(404)
    return printed


async def _draw(hub: Hub, request: Request) -> bytes:
    printed = _print(hub, request)
    page, width = request.path_params["page"], request.path_params["width"]
    if not (1 <= page <= len(printed.sizes) and MIN_WIDTH <= width <= MAX_WIDTH):
        raise HTTPException(404)
    return await hub.draw(printed, page - 1, width)
