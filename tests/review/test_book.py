"""What is decided in the page and what others write to the file meanwhile, in every order."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from checks.errors import UserError
from checks.review import Book, Conflict
from checks.tables import FLAGS


def row(flag: str, **cells: str) -> dict[str, str]:
    return dict.fromkeys(FLAGS, "") | {"flag": flag, "check": "big", "line": "1", "article": "a.txt"} | cells


def put(path: Path, *rows: dict[str, str], added: tuple[str, ...] = ()) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*FLAGS, *added], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def cells(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {r["flag"]: (r["verdict"], r["note"]) for r in csv.DictReader(file)}


FLAG_ROWS = {flag: row(flag) for flag in ("f1", "f2", "f3")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "flags.csv"
    put(path, *FLAG_ROWS.values())
    return path


@pytest.fixture
def book(path: Path) -> Book:
    return Book(path, FLAG_ROWS)


def test_a_decision_is_in_the_file_and_the_rest_stays(path: Path) -> None:
    put(path, row("f1", mine="x"), row("other", verdict="fine", mine="=1"), row("f2"), added=("mine",))
    book = Book(path, FLAG_ROWS)
    book.decide("f1", ("wrong", "so\nit is"), ("", ""))
    assert cells(path) == {"f1": ("wrong", "so\nit is"), "other": ("fine", ""), "f2": ("", "")}
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].endswith(",verdict,note,mine")
    assert lines[3].endswith(",fine,,'=1")


def test_a_deleted_row_comes_back_with_its_verdict(path: Path, book: Book) -> None:
    put(path, FLAG_ROWS["f1"])
    book.decide("f2", ("fine", ""), ("", ""))
    assert cells(path) == {"f1": ("", ""), "f2": ("fine", "")}


def test_what_somebody_else_decided_is_not_written_over(path: Path, book: Book) -> None:
    put(path, row("f1", verdict="fine", note="seen"), row("f2"))
    with pytest.raises(Conflict) as conflict:
        book.decide("f1", ("wrong", ""), ("", ""))
    assert conflict.value.cells == ("fine", "seen")
    assert cells(path)["f1"] == ("fine", "seen")
    book.decide("f1", ("wrong", ""), ("fine", "seen"))
    assert cells(path)["f1"] == ("wrong", "")


def test_two_who_decide_alike_do_not_conflict(path: Path, book: Book) -> None:
    put(path, row("f1", verdict="fine"))
    book.decide("f1", ("fine", ""), ("", ""))
    assert cells(path)["f1"] == ("fine", "")


def test_a_stale_copy_saved_over_the_file_loses_nothing(path: Path, book: Book) -> None:
    stale = path.read_bytes()
    book.decide("f1", ("wrong", ""), ("", ""))
    book.decide("f1", ("fine", ""), ("wrong", ""))
    path.write_bytes(stale)
    put(path, row("f1"), row("f2", verdict="wrong"), row("f3"))
    news = book.news(0)
    assert cells(path) == {"f1": ("fine", ""), "f2": ("wrong", ""), "f3": ("", "")}
    assert news.changed == {"f1": ("fine", ""), "f2": ("wrong", "")}
    assert book.news(news.version).changed == {}


def test_a_later_decision_elsewhere_counts(path: Path, book: Book) -> None:
    book.decide("f1", ("wrong", ""), ("", ""))
    version = book.news(0).version
    put(path, row("f1", verdict="fine", note="after a call"))
    assert book.news(version).changed == {"f1": ("fine", "after a call")}
    assert cells(path)["f1"] == ("fine", "after a call")


def test_taking_back_survives_a_stale_copy(path: Path, book: Book) -> None:
    book.decide("f1", ("wrong", ""), ("", ""))
    stale = path.read_bytes()
    book.decide("f1", ("", ""), ("wrong", ""))
    path.write_bytes(stale)
    book.news(0)
    assert cells(path)["f1"] == ("", "")


def test_a_file_that_cannot_be_read_is_left_alone_until_it_can(path: Path, book: Book) -> None:
    whole = path.read_bytes()
    path.write_bytes(b"half a ta")
    with pytest.raises(UserError):
        book.decide("f1", ("wrong", ""), ("", ""))
    assert path.read_bytes() == b"half a ta"
    assert "kept here" in book.news(0).problem
    path.write_bytes(whole)
    news = book.news(0)
    assert (news.problem, news.changed) == ("", {"f1": ("wrong", "")})
    assert cells(path)["f1"] == ("wrong", "")


def test_a_file_that_cannot_be_written_is_tried_again(
    path: Path, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", locked)
        with pytest.raises(UserError, match="cannot be written"):
            book.decide("f1", ("wrong", ""), ("", ""))
        assert "close it in the spreadsheet" in book.news(0).problem
    assert book.news(0).problem == ""
    assert cells(path)["f1"] == ("wrong", "")


def test_a_file_that_is_gone_comes_back_with_what_was_decided(path: Path, book: Book) -> None:
    path.unlink()
    book.decide("f1", ("wrong", ""), ("", ""))
    assert cells(path) == {"f1": ("wrong", "")}


def test_an_unknown_flag(book: Book) -> None:
    with pytest.raises(KeyError):
        book.decide("f9", ("wrong", ""), ("", ""))
    assert book.decisions == {}
