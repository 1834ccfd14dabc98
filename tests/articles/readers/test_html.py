"""HTML pages, good and hostile."""

from __future__ import annotations

import datetime as dt
import socket
import time
from pathlib import Path

import pytest

from checks.articles import read_all
from checks.articles.contents import Contents
from checks.articles.readers.guard import Guard

PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>Ferries carry a tenth fewer people | The Quay Post</title>
<meta property="og:site_name" content="The Quay Post">
<meta property="article:published_time" content="2025-06-13T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport 24</a></nav>
<article><h1>Ferries carry a tenth fewer people</h1>
<p>The ferries of Velmar carried 4.1 million people last year, down 20% from 5.1 million in 2023, the
<a href="https://www.quay.example/stats">quay authority</a> counted in its review of the year.</p>
<p>Deckhands say that 320 jobs have gone since <a href="/2024/strike">the strike</a>, while the operator
puts the number at 180 and says that none will follow. <img src="http://127.0.0.1:9/pixel.png"></p>
<table><tr><th>Year</th><th>People (million)</th></tr><tr><td>2023</td><td>5.1</td></tr></table>
</article><aside><p>Most read: ten ways to cook 12 fish</p></aside><footer>© 2025 Quay Media</footer>
</body></html>
"""


def contents(folder: Path, guard: Guard, data: str | bytes, name: str = "a.html") -> Contents:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_all(file, id=name, guard=guard)


def test_the_article_is_told_from_the_page(tmp_path: Path, guard: Guard) -> None:
    (article,) = contents(tmp_path, guard, PAGE).articles
    assert (article.title, article.publisher) == ("Ferries carry a tenth fewer people", "The Quay Post")
    assert article.date == dt.date(2025, 6, 13)
    ends = (*article.parts.starts[1:], None)
    blocks = [article.text[a:b].strip() for a, b in zip(article.parts.starts, ends, strict=True)]
    assert blocks[0] == article.title
    assert "the [quay authority](https://www.quay.example/stats) counted" in blocks[1]
    assert "since the strike, while" in blocks[2]
    assert blocks[3:] == ["| Year | People (million) |", "| 2023 | 5.1 |"]
    assert article.parts.name == "paragraph"


def test_a_link_is_a_source(tmp_path: Path, guard: Guard) -> None:
    import checks

    page = PAGE.replace("counted in its", "put on show in its")
    facts = checks.extract(contents(tmp_path, guard, page).articles)
    sources = dict(zip(facts["surface"], facts["source"], strict=True))
    assert "quay" in sources["4.1 million"].lower()


def test_older_encodings_and_short_pages(tmp_path: Path, guard: Guard) -> None:
    head = '<head><meta charset="windows-1252"></head>'
    page = f"<html>{head}<body><p>Sales rose to £3m, she said.</p></body></html>"
    (article,) = contents(tmp_path, guard, page.encode("cp1252")).articles
    assert article.text == "Sales rose to £3m, she said."


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "<p>It sold 5 cars.</p>" + "</div>" * 100_000,
        "<html><body>" + "<table><tr><td>" * 3_000 + "5",
        '<html><body><p title="' + "x" * 3_000_000 + '">It sold 5 cars in May.</p></body></html>',
        "<html><body>" + "<p>It sold 5 cars. " * 20_000,
        "<html><script>" + "var a = 5;" * 100_000 + "</script></html>",
    ],
    ids=["deep", "tables", "attribute", "unclosed", "script"],
)  # fmt: skip
def test_hostile_pages_end_soon(tmp_path: Path, guard: Guard, page: str) -> None:
    begin = time.monotonic()
    found = contents(tmp_path, guard, page)
    assert len(found.articles) + len(found.problems) == 1
    assert time.monotonic() - begin < 60


def test_nothing_is_read_through_an_entity(tmp_path: Path, guard: Guard) -> None:
    (tmp_path / "secret.txt").write_text("It sold 987654 cars.")
    page = (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{tmp_path}/secret.txt">]>'
        "<html><body><p>As we said: &a; and that was all of it for the year.</p></body></html>"
    )
    found = contents(tmp_path, guard, page)
    assert all("987654" not in article.text for article in found.articles)


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from checks.articles.readers import html

    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    html.read(io.BytesIO(PAGE.encode()))  # what is to be loaded is loaded now
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert "5.1 million" in html.read(io.BytesIO(PAGE.encode())).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "this is a PDF, not text"),
        (b"PK\x03\x04" + bytes(40), "a ZIP, DOCX or XLSX file"),
        (bytes(range(256)) * 20, "no article can be told from the page"),
        (b"<html><body></body></html>", "no article can be told from the page around it; save its text"),
        (b"<html>" + b"x" * 11_000_000, "is over 10,000,000 bytes, too large for one page"),
    ],
)
def test_what_is_no_page_is_one_line(tmp_path: Path, guard: Guard, data: bytes, message: str) -> None:
    (problem,) = contents(tmp_path, guard, data).problems
    assert message in problem.message
    assert "\n" not in str(problem)
