"""PDF files, good and hostile."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.articles import Unreadable, read, read_all
from checks.articles.readers import pdf
from checks.articles.readers.document import Refused
from checks.articles.readers.guard import Guard

Made = Callable[..., bytes]

HEAD = "Quay Authority, annual review"
PAGES = [
    [HEAD, "Review of the year", "The quay handled 41 ships in the first half, and the board ex-",
     "pects 90 by the end of the year, which would be the best re-", "1"],
    [HEAD, "sult since the quay was opened to ships of all sizes in 1988.", "Outlook",
     "Fees rise by 3% (or £40 a ship) in the 12-", "month period from July.", "2"],
    [HEAD, "Nothing else is known.", "3"],
]  # fmt: skip


def test_pages_are_read_as_running_text(tmp_path: Path, made_pdf: Made) -> None:
    file = tmp_path / "r.pdf"
    file.write_bytes(made_pdf(PAGES))
    article = read(file, id="r.pdf")
    assert "the board expects 90 by the end of the year, which would be the best result since" in article.text
    assert "Fees rise by 3% (or £40 a ship) in the 12-month period from July." in article.text
    assert article.text.count(HEAD) == 1
    assert not re.search(r"(?m)^[123]$", article.text)
    assert article.parts.name == "page"
    third = article.text.index("Nothing else")
    assert article.parts.starts == (0, article.text.index("sult since"), third)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data[:200], "is damaged and cannot be read|has no text"),
        (lambda data: b"MZ" + bytes(4000), "is no PDF; let its name end as its format does"),
        (lambda data: b"Sales rose.\n", "is no PDF"),
        (lambda data: re.sub(rb"\(.*?\) Tj", b"", data), r"has no text in it; if it is a scan, run text"),
    ],
)
def test_what_is_no_good_pdf_is_one_line(
    tmp_path: Path, made_pdf: Made, guard: Guard, change: Callable[[bytes], bytes], message: str
) -> None:
    file = tmp_path / "r.pdf"
    file.write_bytes(change(made_pdf(PAGES)))
    (problem,) = read_all(file, id="r.pdf", guard=guard).problems
    assert re.search(message, str(problem)), str(problem)
    assert str(problem).startswith(f"{file}: ")
    assert "\n" not in str(problem)


def test_an_encrypted_pdf_is_refused(tmp_path: Path, made_pdf: Made, guard: Guard) -> None:
    from pypdf import PdfWriter

    source = tmp_path / "plain.pdf"
    source.write_bytes(made_pdf(PAGES))
    writer = PdfWriter(clone_from=source)
    writer.encrypt("secret", algorithm="RC4-40")
    file = tmp_path / "r.pdf"
    writer.write(file)
    writer.close()
    (problem,) = read_all(file, id="r.pdf", guard=guard).problems
    assert problem.message == "is encrypted; save it without a password"


def test_one_that_all_may_read_is_read(tmp_path: Path, made_pdf: Made, guard: Guard) -> None:
    from pypdf import PdfWriter

    source = tmp_path / "plain.pdf"
    source.write_bytes(made_pdf(PAGES))
    writer = PdfWriter(clone_from=source)
    writer.encrypt("", "owner", algorithm="RC4-40")
    file = tmp_path / "r.pdf"
    writer.write(file)
    writer.close()
    (article,) = read_all(file, id="r.pdf", guard=guard).articles
    assert "41 ships" in article.text


def test_ten_thousand_pages_are_refused_before_they_are_read(
    tmp_path: Path, made_pdf: Made, guard: Guard
) -> None:
    file = tmp_path / "r.pdf"
    file.write_bytes(made_pdf([["It sold 5 cars."]] * 10_000))
    begin = time.monotonic()
    (problem,) = read_all(file, id="r.pdf", guard=guard).problems
    assert problem.message == "has 10,000 pages, over 2,000; split it into chapters"
    assert time.monotonic() - begin < 60


def test_a_stream_that_unpacks_without_end_is_refused(tmp_path: Path, made_pdf: Made, guard: Guard) -> None:
    packed = zlib.compress(zlib.compress(b"(5 cars) Tj " * 20_000_000, 9), 9)
    stream = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
    plain = re.compile(rb"<< /Length \d+ >>\nstream\n.*?endstream", re.DOTALL)
    data = plain.sub(lambda _: stream + packed + b"\nendstream", made_pdf([["x"]]))
    file = tmp_path / "r.pdf"
    file.write_bytes(data)
    contents = read_all(file, id="r.pdf", guard=guard)
    assert len(contents.problems) == 1
    assert not contents.articles
    file.write_bytes(made_pdf(PAGES))
    assert read_all(file, id="r.pdf", guard=guard).articles, "the next file is read as ever"


def test_a_pdf_under_another_name_says_what_it_is(tmp_path: Path, made_pdf: Made) -> None:
    for name in ("r.txt", "r.html", "r.csv"):
        file = tmp_path / name
        file.write_bytes(made_pdf(PAGES))
        with pytest.raises(Unreadable, match=r"this is a PDF, not text; let its name end in \.pdf"):
            read(file, id=name)
    file = tmp_path / "r.docx"
    file.write_bytes(made_pdf(PAGES))
    with pytest.raises(Unreadable, match="is no DOCX file, or a damaged one"):
        read(file, id="r.docx")


def test_too_long_a_text_is_refused(monkeypatch: pytest.MonkeyPatch, made_pdf: Made) -> None:
    import io

    monkeypatch.setattr(pdf, "LONGEST", 100)
    with pytest.raises(Refused, match="holds over 100 characters"):
        pdf.read(io.BytesIO(made_pdf(PAGES)))
