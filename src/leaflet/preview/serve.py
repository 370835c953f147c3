"""A preview from its first moment to Ctrl-C."""

import secrets
import socket
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn

from leaflet import files
from leaflet.errors import SettingsError
from leaflet.preview.app import make_app
from leaflet.preview.guard import Guard
from leaflet.preview.hub import Hub

HOST = "127.0.0.1"


class Server(uvicorn.Server):
    """A server that lets its pages go when it is to end; it would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end, on a signal."""
        self._hub.dismiss()
        super().handle_exit(sig, frame)


def serve(
    sources: Sequence[Path],
    flags: Mapping[str, object],
    home: Path,
    port: int,
    ready: Callable[[str], None],
) -> None:
    """Show a preview on this machine until it is interrupted.

    ``port`` 0 takes any that is free; ``ready`` is told the address, with its token. Raises
    SettingsError where the port cannot be had.
    """
    with _listen(port) as listening:
        number = listening.getsockname()[1]
        token = secrets.token_urlsafe(32)
        hub = Hub(sources, flags, home)
        config = uvicorn.Config(
            Guard(make_app(hub), token, number),
            loop="asyncio",
            http="h11",
            ws="none",
            log_level="critical",
            proxy_headers=False,
            server_header=False,
        )
        # It ends on a signal, and then raises what that signal would have: that is no trouble.
        with suppress(KeyboardInterrupt):
            ready(f"http://{HOST}:{number}/{token}/")
            Server(config, hub).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        told = f"port {port} of this machine cannot be used: {files.reason(error)}"
        raise SettingsError.of("no-port", told, hint="--port 0 takes any that is free") from error
