"""Text files to articles, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checks.articles import Unreadable, read
from checks.articles.readers.text import LONGEST_LINE

TEXT = "Sales rose 10% to £3m — “good,” she said.\nThe café closed."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert read(file, id="a.txt").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert read(file, id="a.txt").text == TEXT


def test_another_alphabet(tmp_path: Path) -> None:
    text = "Продажи выросли на 10% до 5 млн рублей, сообщила компания в понедельник. " * 4
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode("cp1251"))
    assert read(file, id="a.txt").text == text


def test_line_ends_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    lines = ("\ufeffVelmar port sets a record", "", "Published: March 5, 2024", "", "It grew by 5%.")
    file.write_bytes("\r\n".join(lines).encode())
    article = read(file, id="x/a.md")
    assert article.id == "x/a.md"
    assert article.text.startswith("Velmar port sets a record\r\n\r\nP")
    assert (article.title, str(article.date)) == ("Velmar port sets a record", "2024-03-05")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty; remove it"),
        (b" \r\n\t", "is empty; remove it"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (bytes(range(256)) * 8, "binary file"),
        (b"abc\x01\x02\x03\x04 def", "binary file"),
        (b"Sales\nrose\xff 10%", ":2: the byte at offset 10 (0xff) is not UTF-8; save"),
        ("Sales “rose” in\n".encode() + b"caf\xe9s", ":2: the byte at offset 23 (0xe9) is not UTF-8"),
        ("Sales rose “so”".encode()[:-1], ":1: the byte at offset 16 (0xe2) is not UTF-8"),
        ("Sales rose".encode("utf-16") + b"!", "is not UTF-16"),
        (
            b"short\n" + b"word " * (LONGEST_LINE // 5 + 1),
            ":2: a line of 10,000,005 characters",
        ),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(file, id="a.txt")
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(file))
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(Unreadable, match="permissions"):
        read(file, id="a.txt")
