"""The preview server, from start to Ctrl-C."""

import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import uvicorn

from leaflet import files
from leaflet.errors import SettingsError
from leaflet.preview.app import make_app
from leaflet.preview.guard import Guard
from leaflet.preview.hub import Hub

HOST = "127.0.0.1"


class Server(uvicorn.Server):
    """A server that ends its event streams before it exits; it would wait for them for ever."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to exit, on a signal."""
        self._hub.close_sessions()
        super().handle_exit(sig, frame)


def serve(hub: Hub, port: int, ready: Callable[[str], None]) -> None:
    """Serve a preview on this machine until it is interrupted.

    ``port`` 0 takes any free one; ``ready`` is called with the address, which holds the token.
    Raises SettingsError if the port cannot be used.
    """
    with _listen(port) as listening:
        number = listening.getsockname()[1]
        token = secrets.token_urlsafe(32)
        config = uvicorn.Config(
            Guard(make_app(hub), token, number),
            loop="asyncio",
            http="h11",
            ws="none",
            log_level="critical",
            proxy_headers=False,
            server_header=False,
        )
        # It exits on a signal, and then raises what that signal would: not an error here.
        with suppress(KeyboardInterrupt):
            ready(f"http://{HOST}:{number}/{token}/")
            Server(config, hub).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        message = f"port {port} of this machine cannot be used: {files.reason(error)}"
        hint = "--port 0 takes any free one"
        raise SettingsError.of("no-port", message, hint=hint) from error
