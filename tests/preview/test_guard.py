import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from leaflet.preview.guard import HEADERS, Guard
from preview.requests import PORT, get

KEY = "a-long-token"


async def response(_: Request) -> PlainTextResponse:
    return PlainTextResponse("inside")


APP = Guard(Starlette(routes=[Route("/", response), Route("/deep/er", response)]), KEY, PORT)


@pytest.mark.parametrize("path", ["/", "/deep/er"])
def test_the_whole_address_leads_in(path: str) -> None:
    assert get(APP, f"/{KEY}{path}").text == "inside"


@pytest.mark.parametrize(
    "path",
    ["/", "/deep/er", "/A-LONG-TOKEN/", f"/{KEY}x/", f"/x/{KEY}/", "/%00/", "/tökén/"],
)
def test_no_other_does(path: str) -> None:
    response = get(APP, path)
    assert (response.status_code, "not complete" in response.text) == (403, True)


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
def test_the_host_is_this_machine(host: str) -> None:
    assert get(APP, f"/{KEY}/", {"host": host}).text == "inside"


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"127.0.0.1.evil:{PORT}"],
)
def test_a_name_that_was_made_to_lead_here_does_not(host: str) -> None:
    response = get(APP, f"/{KEY}/", {"host": host})
    assert (response.status_code, response.text) == (403, "The preview is for this machine only.")


@pytest.mark.parametrize("origin", [f"http://127.0.0.1:{PORT}", f"http://localhost:{PORT}"])
def test_its_own_page_may_ask(origin: str) -> None:
    assert get(APP, f"/{KEY}/", {"origin": origin}).text == "inside"


@pytest.mark.parametrize(
    "origin", ["null", "https://evil.example", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1"]
)
def test_the_page_of_another_site_may_not(origin: str) -> None:
    response = get(APP, f"/{KEY}/", {"origin": origin})
    assert (response.status_code, response.text) == (403, "The preview is for its own page only.")


@pytest.mark.parametrize("header", ["host", "origin"])
def test_who_says_it_twice_says_nothing(header: str) -> None:
    twice = [(header, f"127.0.0.1:{PORT}"), (header, "evil.example")]
    assert get(APP, f"/{KEY}/", twice).status_code == 403


@pytest.mark.parametrize("path", [f"/{KEY}/", f"/{KEY}/nothing", "/"])
def test_every_answer_is_for_this_page_alone(path: str) -> None:
    headers = get(APP, path).headers
    assert HEADERS.items() <= dict(headers).items()
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
