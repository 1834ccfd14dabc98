"""A real Chromium, where there is one; a page opened in it may do nothing that it should not."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import checks
from checks.flags.result import Result
from checks.model import Article
from checks.reports import csv_file
from checks.reports.page import Page
from checks.review import Book, Review

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for a module: while it runs no other test could run an event loop of its own."""
    api = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install -e .[dev]")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"none of {', '.join(NAMES)} is installed: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Any]]:
    """Opens a page; it must log nothing, run nothing of an article's, and ask no other server."""
    opened: list[Any] = []
    said: list[str] = []
    asked: list[str] = []

    def visit(url: str, **options: Any) -> Any:
        page = browser.new_page(**options)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        page.wait_for_selector("body.ready")
        opened.append(page)
        return page

    yield visit
    for page in opened:
        assert page.evaluate("window.hacked") is None
        page.close()
    assert [line for line in said if "409 (Conflict)" not in line] == []  # told by Chromium itself
    assert [url for url in asked if not url.startswith(("file:", "data:", "http://127.0.0.1:"))] == []


@pytest.fixture
def run(stages: None) -> Callable[..., tuple[Result, list[Article]]]:
    """Checks texts, given by name, with the stand-ins for the stages."""

    def run(select: list[str] | None = None, **texts: str) -> tuple[Result, list[Article]]:
        articles = [Article(f"news/{name}.txt", text, title=name) for name, text in texts.items()]
        return checks.check(articles, select=select), articles

    return run


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Result, list[Article]], Review]]:
    """Reviews a run, with flags.csv in `tmp_path`."""
    servers: list[tuple[Review, threading.Thread]] = []

    def serve(result: Result, articles: list[Article]) -> Review:
        path = tmp_path / "flags.csv"
        csv_file.write(result.flags, path)
        rows = csv_file.text(result.flags).to_dict("records")
        book = Book(path, {row["flag"]: {str(c): v for c, v in row.items()} for row in rows})
        server = Review(Page(result, articles), book)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        servers.append((server, thread))
        return server

    yield serve
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()
