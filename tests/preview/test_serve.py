import json
import signal
import socket
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from cli.running import leaflet
from helpers import write_monograph
from preview.running import Preview


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    started = Preview(tmp_path_factory.mktemp("preview"))
    yield started
    started.end()


def events(preview: Preview) -> Generator[tuple[str, dict[str, Any]], None, None]:
    """The events that a page gets."""
    options = httpx.get(f"{preview.address}options").json()
    query = {"monograph": options["monographs"][0]["name"], **options["selected"]}
    with httpx.stream("GET", f"{preview.address}events", params=query, timeout=60) as response:
        lines = response.iter_lines()
        for line in lines:
            if line.startswith("event: "):
                yield line[7:], json.loads(next(lines).removeprefix("data: "))


def addresses(port: int | None) -> set[str]:
    """Those of this machine; if it does not know its own name, another one of the loopback."""
    try:
        return {str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), port)}
    except socket.gaierror:
        return {"127.0.0.2"}


def test_it_listens_on_this_machine_only_at_an_address_that_cannot_be_guessed(
    preview: Preview,
) -> None:
    url = urlsplit(preview.address)
    assert (url.scheme, url.hostname) == ("http", "127.0.0.1")
    assert len(url.path) > 40
    for other in addresses(url.port) - {"127.0.0.1"}:
        with pytest.raises(ConnectionRefusedError), socket.create_connection((other, url.port), 1):
            pass


def test_no_other_address_is_answered(preview: Preview) -> None:
    url = urlsplit(preview.address)
    assert httpx.get(f"http://127.0.0.1:{url.port}/").status_code == 403
    assert httpx.get(preview.address, headers={"host": "evil.example"}).status_code == 403
    assert httpx.post(preview.address).status_code == 405


def test_what_is_saved_is_printed_or_reported(preview: Preview) -> None:
    sound = preview.file.read_text("utf-8")
    with closing(events(preview)) as stream:
        assert next(stream) == ("printing", {"last": None})
        name, first = next(stream)
        assert name == "printed"
        preview.file.write_text(sound.replace("5 mg", "6 mg"), "utf-8")
        assert next(stream)[0] == "printing"
        name, second = next(stream)
        assert name == "printed"
        assert second["print"]["name"] != first["print"]["name"]
        preview.file.write_text("nothing", "utf-8")
        assert next(stream)[0] == "printing"
        name, failed = next(stream)
        assert name == "failed"
        assert failed["last"]["name"] == second["print"]["name"]
        preview.file.write_text(sound, "utf-8")
        assert next(stream)[0] == "printing"
        name, again = next(stream)
        assert name == "printed"
        assert again["print"]["name"] == first["print"]["name"]
    pdf = httpx.get(f"{preview.address}prints/{again['print']['name']}.pdf")
    assert pdf.content.startswith(b"%PDF")


def test_ctrl_c_ends_it_though_a_page_is_open_and_nothing_was_written(preview: Preview) -> None:
    with closing(events(preview)) as stream:
        assert [next(stream)[0], next(stream)[0]] == ["printing", "printed"]
        assert preview.end() == 0
    assert sorted(path.name for path in preview.folder.rglob("*")) == ["a.md", "content"]


def test_so_does_a_request_to_end(tmp_path: Path) -> None:
    assert Preview(tmp_path).end(signal.SIGTERM) == 0


def test_a_port_in_use_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_monograph(Path("a.md"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = leaflet("preview", "a.md", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "error[no-port]" in result.stderr
