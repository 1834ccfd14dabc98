"""Web archives: WARC and WET."""

from __future__ import annotations

import gzip
import importlib.util
from pathlib import Path

import pytest

from checks.articles import part_of, read_all, stream
from checks.articles.contents import Contents
from checks.articles.readers import records
from checks.model import Parts

pytest.importorskip("fastwarc")

_spec = importlib.util.spec_from_file_location("archives", Path(__file__).with_name("archives.py"))
assert _spec
assert _spec.loader
archives = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(archives)
record, answer, INFO = archives.record, archives.answer, archives.INFO

PAGE = (
    "<html><head><title>Sales of cars rise</title></head><body><nav>Home News Sport</nav><article>"
    "<h1>Sales of cars rise</h1>"
    + "<p>The town sold 5,200 cars last year, which is more than it had ever sold before, the mayor said.</p>"
    "<p>Critics said that the figure was of no use, since nobody had counted the cars of the year before.</p>"
    * 3
    + "</article></body></html>"
)


def contents(folder: Path, name: str, data: bytes) -> Contents:
    (folder / name).write_bytes(data)
    whole = Contents()
    for batch in stream(str(folder / name), id=name):
        whole.articles += batch.articles
        whole.problems += batch.problems
    assert whole.articles == read_all(folder / name, id=name).articles
    return whole


def test_texts(tmp_path: Path) -> None:
    text = "Sales of cars rise\nThe town sold 5,200 cars.\nDas Dorf verkaufte 12 Räder.\n"
    data = INFO + record("conversion", "https://www.vale.example/a?b=1", text.encode())
    found = contents(tmp_path, "c.warc.wet.gz", gzip.compress(INFO) + gzip.compress(data))
    (article,) = found.articles
    assert (article.id, article.text) == ("c.warc.wet.gz#https://www.vale.example/a?b=1", text)
    assert (str(article.date), article.publisher) == ("2024-03-05", "vale.example")
    assert article.parts == Parts()
    (odd,) = contents(tmp_path, "d.wet", record("conversion", "http://[v", b"It sold 5 cars.")).articles
    assert (odd.id, odd.publisher) == ("d.wet#http://[v", "")
    assert part_of(article.id) == "line"
    assert part_of("c.warc.gz#https://vale.example/") == "paragraph"


def test_pages(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    packed = gzip.compress(PAGE.encode())
    latin = PAGE.replace("The town", "Orléans").encode("latin-1")
    dated = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2023-02-01">')
    data = (
        INFO
        + answer("http://vale.example/1", PAGE.encode(), "text/html; charset=utf-8")
        + answer("http://vale.example/2", packed, more="Content-Encoding: gzip\r\n")
        + answer("http://vale.example/3", latin, "text/html; charset=iso-8859-1")
        + answer("http://vale.example/4", dated.encode())
        + answer("http://vale.example/5", b"It sold 5 cars.", "text/plain")
    )
    found = contents(tmp_path, "c.warc", data)
    assert [article.id[-1] for article in found.articles] == list("12345")
    first, second, third, fourth, _ = found.articles
    assert first.text.startswith("Sales of cars rise\n\nThe town sold 5,200 cars last year")
    assert first.text == second.text
    assert "Home News" not in first.text
    assert "Orléans sold" in third.text
    assert (str(first.date), str(fourth.date)) == ("2024-03-05", "2023-02-01")
    assert first.parts.name == "paragraph"
    assert not found.problems


def test_what_is_left_out_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LARGEST", 1000)
    monkeypatch.setattr(records, "_HEADERS", 200)
    data = (
        INFO
        + answer("http://v.example/1", b"x", "image/png")
        + answer("http://v.example/2", b"x", "image/png")
        + answer("http://v.example/3", b"gone", status="404 Not Found")
        + answer("http://v.example/4", b"not gzip", more="Content-Encoding: gzip\r\n")
        + record("conversion", "http://v.example/5", b" \n")
        + record("conversion", "http://v.example/6", b"x" * 2000)
        + record("conversion", "", b"It sold 5 cars.")
        + record("conversion", "http://v.example/7", b"It sold 5 cars.")
        + record("conversion", "http://v.example/7", b"It sold 6 cars.")
        + record("response", "http://v.example/8", b"no HTTP at all", "application/http")
    )
    found = contents(tmp_path, "c.warc", data)
    assert [article.id for article in found.articles] == ["c.warc#http://v.example/7"]
    assert [problem.message for problem in found.problems] == [
        "record 2 and 1 more: neither a page nor a text, so it is left out",
        "record 4 and 1 more: no page that was found, so it is left out",
        "record 5: damaged, so it is left out",
        "record 6: no text, so it is left out",
        "record 7: over 1,000 bytes, so it is left out",
        "record 8: no address, so it is left out",
        "record 10: an id that an earlier record has ('http://v.example/7', record 9), so it is left out",
    ]


TWO = [record("conversion", f"http://v.example/{i}", b"It sold 5 cars. " * 40) for i in range(2)]


@pytest.mark.parametrize(
    ("data", "count", "message"),
    [
        (b"".join(TWO)[:-50], 1, "after record 1: cannot be read from here on (the last record is"),
        (TWO[0] + TWO[1][:40], 1, "after record 1: cannot be read from here on ("),
        (TWO[0] + b"garbage\r\n\r\n" + TWO[1], 1, "after record 1: cannot be read from here on ("),
        (TWO[0] + TWO[1].replace(b"Length: 640", b"Length: x"), 1, "after record 1: cannot be read"),
        (b"It sold 5 cars.\n" * 9, 0, "is no WARC file, or a damaged one ("),
        (b"", 0, "is empty; remove it"),
    ],
)  # fmt: skip
def test_damage(tmp_path: Path, data: bytes, count: int, message: str) -> None:
    found = contents(tmp_path, "c.wet", data)
    assert len(found.articles) == count
    (problem,) = found.problems
    assert problem.message.startswith(message)


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    found = contents(tmp_path, "c.wet.gz", b"".join(map(gzip.compress, TWO))[:-20])
    assert len(found.articles) == 1
    assert "the packed data breaks off" in str(found.problems[0])
