"""The server of the review: the page, the decisions it sends, and what changed in the file."""

from __future__ import annotations

import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from checks.errors import UserError
from checks.flags.verdicts import VERDICTS
from checks.reports.page import Live, Page
from checks.review.book import Book, Cells, Conflict, News
from checks.review.guard import Guard, Refused

#: Characters of a note; the page's field holds as many.
LONGEST_NOTE = 5_000
_POLICY = (
    "default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; connect-src 'self'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Review(ThreadingHTTPServer):
    """Serves `page` on loopback and keeps its decisions in `book`; `port` 0 takes a free one.

    Raises UserError where the port is taken.
    """

    daemon_threads = True

    def __init__(self, page: Page, book: Book, port: int = 0) -> None:
        self.page = page
        self.book = book
        try:
            super().__init__(("127.0.0.1", port), _Handler)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UserError(f"port {port} cannot be used ({reason}); give another --port") from None
        self.guard = Guard(self.server_address[1])

    def server_bind(self) -> None:
        """Bind, without the look-up of a name for 127.0.0.1 that can take seconds off the network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, unless it is that a client has hung up."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        """Where the page is; who has it can give verdicts."""
        return f"http://{self.guard.hosts[0]}/{self.guard.token}/"


class _Handler(BaseHTTPRequestHandler):
    """One request; nothing that it says reaches the terminal."""

    server: Review
    server_version = "checks"
    sys_version = ""
    #: seconds after which a client that says nothing is hung up on
    timeout = 20

    def do_GET(self) -> None:
        """The page, or what changed."""
        try:
            asked = self.server.guard.path(self.path, self._heads())
            if asked == "":
                self._page()
            elif asked == "state":
                since = self.path.partition("?since=")[2]
                self._news(self.server.book.news(int(since[:9]) if since.isdecimal() else 0))
            else:
                raise Refused(404, "not found")
        except Refused as refused:
            self._json(refused.status, {"error": refused.reason})

    def do_POST(self) -> None:
        """A decision."""
        try:
            if self.server.guard.path(self.path, self._heads(), writes=True) != "verdict":
                raise Refused(404, "not found")
            size = self.server.guard.length(self._heads())
            flag, cells, seen, since = _decision(self.rfile.read(size))
            self._news(self.server.book.decide(flag, cells, seen, since))
        except Refused as refused:
            self._json(refused.status, {"error": refused.reason})
        except KeyError:
            self._json(404, {"error": "This flag is not of the run under review; start the review again."})
        except Conflict as conflict:
            self._json(409, {"verdict": conflict.cells[0], "note": conflict.cells[1]})
        except UserError as error:
            self._json(503, {"error": str(error)})

    def _heads(self) -> dict[str, str]:
        """The headers; one that stands twice is joined, and so fits nothing that is asked of it."""
        return {name.lower(): ", ".join(self.headers.get_all(name, [])) for name in self.headers}

    def _page(self) -> None:
        nonce = secrets.token_urlsafe(18)
        book = self.server.book
        html = self.server.page.html(book.decisions, Live(book.path.name, nonce))
        self._send(200, html.encode("utf-8", "backslashreplace"), "text/html", _POLICY.format(nonce))

    def _news(self, news: News) -> None:
        changed = {flag: list(cells) for flag, cells in news.changed.items()}
        self._json(200, {"version": news.version, "changed": changed, "problem": news.problem})

    def _json(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode("ascii")
        self._send(status, data, "application/json", "default-src 'none'; frame-ancestors 'none'")

    def _send(self, status: int, data: bytes, kind: str, policy: str) -> None:
        try:
            self.send_response(status)
            for name, value in _HEADERS.items():
                self.send_header(name, value)
            self.send_header("Content-Security-Policy", policy)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader has gone away

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: requests hold the token."""


def _decision(body: bytes) -> tuple[str, Cells, Cells, int]:
    """The flag, the decision on it, what was seen, and in which version; raises Refused for anything else."""
    try:
        told = json.loads(body)
        flag, seen, since = told["flag"], told["seen"], told["since"]
        cells = told["verdict"], told["note"], seen["verdict"], seen["note"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused(400, "not a decision") from None
    if not all(isinstance(cell, str) and len(cell) <= LONGEST_NOTE for cell in (flag, *cells[:2])):
        raise Refused(400, "not a decision")
    if (
        cells[0] not in VERDICTS
        or not isinstance(since, int)
        or not all(isinstance(cell, str) for cell in cells)
    ):
        raise Refused(400, "not a decision")
    verdict, note, *before = (str(cell).encode("utf-8", "replace").decode() for cell in cells)
    return flag, (verdict, note), (before[0], before[1]), since
