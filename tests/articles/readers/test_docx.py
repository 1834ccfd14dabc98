"""DOCX files, good and hostile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from checks.articles import read, read_all
from checks.articles.readers import zipped
from checks.articles.readers.docx import read as read_docx
from checks.articles.readers.guard import Guard

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body(*elements: str) -> bytes:
    """A document with these elements in its body."""
    document = docx.Document()
    for element in elements:
        document.element.body.insert(-1, parse_xml(element.replace(">", f" {W}>", 1)))
    return saved(document)


def text(data: bytes) -> str:
    return read_docx(io.BytesIO(data)).text


def test_a_document_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Ferries carry fewer people", 0)
    document.add_paragraph("Published: 13 June 2025")
    line = document.add_paragraph("They carried 4.1 million people, ")
    line.add_run("down 20%").bold = True
    line.add_run(" from 5.1 million.")
    document.add_paragraph("")
    document.add_heading("Jobs", 1)
    document.add_paragraph("Deckhands: 320", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Year", "People"), ("2024", "4.1")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("That is all.")
    file = tmp_path / "a.docx"
    file.write_bytes(saved(document))
    article = read(file, id="a.docx")
    assert article.text.split("\n\n") == [
        "# Ferries carry fewer people",
        "Published: 13 June 2025",
        "They carried 4.1 million people, down 20% from 5.1 million.",
        "# Jobs",
        "- Deckhands: 320",
        "| Year | People |\n| 2024 | 4.1 |",
        "That is all.",
    ]
    assert (article.title, str(article.date)) == ("Ferries carry fewer people", "2025-06-13")
    assert (article.parts.name, len(article.parts.starts)) == ("paragraph", 8)
    assert article.text[article.parts.starts[6] :].startswith("| 2024")


def test_changes_count_as_accepted() -> None:
    told = text(
        body(
            f"<w:p>{run('It sold ')}<w:ins w:id='1' w:author='a'>{run('30')}</w:ins>"
            f"<w:del w:id='2' w:author='a'><w:r><w:delText>20</w:delText></w:r></w:del>"
            f"<w:moveFrom w:id='3' w:author='a'>{run(' old')}</w:moveFrom>{run(' cars.')}</w:p>"
        )
    )
    assert told == "It sold 30 cars."


def test_what_python_docx_passes_over() -> None:
    told = text(
        body(
            f"<w:sdt><w:sdtContent><w:p>{run('In a control: 5.')}</w:p></w:sdtContent></w:sdt>",
            "<w:p><w:r><w:t>Line one</w:t><w:br/><w:t>4</w:t><w:noBreakHyphen/><w:t>day</w:t></w:r></w:p>",
            f"<w:tbl><w:tr><w:tc><w:p>{run('a|b')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('in 7')}</w:p></w:tc>"
            f"</w:tr></w:tbl></w:tc><w:tc><w:p>{run('5')}</w:p><w:p>{run('6')}</w:p></w:tc></w:tr></w:tbl>",
        )
    )
    assert told.split("\n\n") == ["In a control: 5.", "Line one\n4-day", "| a/b in 7 | 5 6 |"]


def test_links_and_footnotes_are_sources() -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    note = f"<w:footnote w:id='2'><w:p>{run('Quay Authority, review of 2024')}</w:p></w:footnote>"
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, REL + "footnotes")
    link = document.part.relate_to("https://quay.example/x", REL + "hyperlink", is_external=True)
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {W} xmlns:r='{REL[:-1]}'>{run('It sold 30 cars')}"
            "<w:r><w:footnoteReference w:id='2'/></w:r>"
            f"{run(', the ')}<w:hyperlink r:id='{link}'>{run('quay')}</w:hyperlink>{run(' says.')}</w:p>"
        ),
    )
    assert text(saved(document)).split("\n\n") == [
        "It sold 30 cars[^1], the [quay](https://quay.example/x) says.",
        "[^1]: Quay Authority, review of 2024",
    ]


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def entities(data: bytes) -> bytes:
    """`data` with a body that doubles and doubles through entities."""
    out = io.BytesIO()
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    text = f"<w:document {W}><w:body><w:p>{run('It sold &a11; cars.')}</w:p></w:body></w:document>"
    xml = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "5 ">{bomb}]>{text}'
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item, xml if item.filename == "word/document.xml" else old.read(item))
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"PK\x03\x04" + bytes(100), "is no DOCX file, or a damaged one; save it as DOCX anew"),
        (lambda: b"It sold 5.", "is no DOCX file"),
        (lambda: archive(a_xml=b"<a/>"), "is a ZIP file but no DOCX file; save the document as DOCX"),
        (lambda: archive(word__document_xml=b"<a/>"), "is no Word document|is damaged"),
        (lambda: body(f"<w:p>{run('It sold 5.')}</w:p>")[:-300], "is no DOCX file, or a damaged one"),
        (
            lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
            "is encrypted, or of an old format; save it as",
        ),
        (lambda: body(), "has no text in it"),
        (lambda: archive(word__document_xml=b" " * 101_000_000), "would unpack to more than any document"),
    ],
)
def test_what_is_no_document_is_one_line(
    tmp_path: Path, guard: Guard, make: Callable[[], bytes], message: str
) -> None:
    import re

    file = tmp_path / "a.docx"
    file.write_bytes(make())
    (problem,) = read_all(file, id="a.docx", guard=guard).problems
    assert re.search(message, problem.message), problem.message
    assert "\n" not in str(problem)


def test_entities_are_not_unfolded(tmp_path: Path, guard: Guard) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(entities(body(f"<w:p>{run('x')}</w:p>")))
    contents = read_all(file, id="a.docx", guard=guard)
    assert all(len(article.text) < 100 for article in contents.articles)


def test_many_parts_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST", 5)
    with pytest.raises(zipped.Refused, match="would unpack"):
        text(body(f"<w:p>{run('x')}</w:p>"))
