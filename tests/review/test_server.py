"""Only the page that the server gave out may decide, and only in the server's own words."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import checks
from checks.errors import UserError
from checks.reports import csv_file
from checks.reports.page import Page
from checks.review import Book, Review
from checks.review.guard import MOST_BYTES

Ask = Callable[..., tuple[int, http.client.HTTPMessage, str]]


@pytest.fixture
def server(stages: None, tmp_path: Path) -> Iterator[Review]:
    articles = [checks.Article("a.txt", "It sold 5000.")]
    result = checks.check(articles)
    csv_file.write(result.flags, tmp_path / "flags.csv")
    (flag,) = csv_file.text(result.flags).to_dict("records")
    book = Book(tmp_path / "flags.csv", {flag["flag"]: {str(c): v for c, v in flag.items()}})
    with Review(Page(result, articles), book) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def ask(server: Review) -> Ask:
    def ask(method: str, path: str, body: bytes | None = None, **headers: str):
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", server.guard.port, timeout=10)
        connection.putrequest(method, path, skip_host="Host" in given)
        if body is not None:
            given.setdefault("Content-Length", str(len(body)))
        for name, value in given.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text

    return ask


def decision(server: Review, **cells: object) -> bytes:
    (flag,) = server.book._flags
    told: dict[str, object] = {"flag": flag, "verdict": "wrong", "note": "", "since": 0}
    return json.dumps(told | {"seen": {"verdict": "", "note": ""}} | cells).encode()


def post(server: Review, ask: Ask, body: bytes, **headers: str) -> int:
    own = {"Origin": f"http://127.0.0.1:{server.guard.port}", "Content_Type": "application/json"}
    given = {name: value for name, value in (own | headers).items() if value}
    return ask("POST", f"/{server.guard.token}/verdict", body, **given)[0]


def test_the_page_with_its_policy(server: Review, ask: Ask) -> None:
    status, headers, text = ask("GET", f"/{server.guard.token}/")
    assert status == 200
    policy = headers["Content-Security-Policy"]
    nonce = policy.split("script-src 'nonce-")[1].split("'")[0]
    assert text.count(f'nonce="{nonce}"') == 2
    assert "frame-ancestors 'none'" in policy
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cache-Control"] == "no-store"
    assert nonce not in ask("GET", f"/{server.guard.token}/")[2]


@pytest.mark.parametrize(
    "path",
    ["/", "/wrong/", "/wrong/state", "/favicon.ico", "//", "/%00/", "*", "/t%C3%A9n/", "//[/", "?", "/?"],
)
def test_without_the_token_nothing(ask: Ask, path: str) -> None:
    status, _, text = ask("GET", path)
    assert status == 403
    assert "token" in text
    assert "5000" not in text


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_foreign_request_is_refused(server: Review, ask: Ask, headers: dict[str, str]) -> None:
    assert ask("GET", f"/{server.guard.token}/", **headers)[0] == 403
    assert ask("GET", f"/{server.guard.token}/state?since=0", **headers)[0] == 403
    given = {name: value or " " for name, value in headers.items()}
    assert post(server, ask, decision(server), **given) == 403
    assert server.book.decisions == {}


def test_a_decision_needs_an_origin_and_is_taken_with_ours(server: Review, ask: Ask) -> None:
    assert post(server, ask, decision(server), Origin="") == 403
    assert post(server, ask, decision(server), Origin=f"http://localhost:{server.guard.port}") == 200
    assert list(server.book.decisions.values()) == [("wrong", "")]
    assert post(server, ask, decision(server, verdict="fine")) == 409
    assert post(server, ask, decision(server, flag="f0")) == 404


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'"x"', b"\xff", b"[" * 60_000, b'{"flag": 1}',
        b'{"flag":"f","verdict":"x","note":"","since":0,"seen":{"verdict":"","note":""}}',
        b'{"flag":"f","verdict":"","note":7,"since":0,"seen":{"verdict":"","note":""}}',
        b'{"flag":"f","verdict":"","note":"","since":"a","seen":{"verdict":"","note":""}}',
        b'{"flag":"f","verdict":"","note":"","since":0,"seen":[]}',
    ],
)  # fmt: skip
def test_what_is_no_decision(server: Review, ask: Ask, body: bytes) -> None:
    assert post(server, ask, body) == 400


def test_bodies_are_bounded_and_json(server: Review, ask: Ask) -> None:
    assert post(server, ask, decision(server), Content_Type="text/plain") == 415
    assert post(server, ask, b"", Content_Length=str(MOST_BYTES + 1)) == 413
    assert post(server, ask, b"", Content_Length="9" * 30) == 413
    assert post(server, ask, b"", Content_Length="-1") == 411
    assert post(server, ask, decision(server, note="x" * 6000)) == 400
    assert ask("PUT", f"/{server.guard.token}/verdict", b"")[0] == 501


def test_what_changed_since(server: Review, ask: Ask) -> None:
    post(server, ask, decision(server, note="\ud83d"))
    news = json.loads(ask("GET", f"/{server.guard.token}/state?since=0")[2])
    assert list(news["changed"].values()) == [["wrong", "?"]]
    again = json.loads(ask("GET", f"/{server.guard.token}/state?since={news['version']}")[2])
    assert again["changed"] == {}
    assert ask("GET", f"/{server.guard.token}/state?since=x")[0] == 200
    assert ask("GET", f"/{server.guard.token}/else")[0] == 404
    assert ask("GET", f"/{server.guard.token}")[0] == 404


def test_a_port_that_is_taken(server: Review) -> None:
    with pytest.raises(UserError, match="give another --port"):
        Review(server.page, server.book, server.guard.port)
    with pytest.raises(UserError, match="give another --port"):
        Review(server.page, server.book, 70_000)
