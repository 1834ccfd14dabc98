"""Lists of names: where they end, and how many names they may hold."""

from __future__ import annotations

import time

import pytest

from checks.rules.wording.enumeration import names


@pytest.mark.parametrize(
    ("text", "least", "most", "rest"),
    [
        ("Murcia, Toledo and Cadiz \u2014 have agreed", 3, 3, " \u2014 have agreed"),
        ("Ashby, Corran and Milne, early on Friday", 3, 3, ", early on Friday"),
        ("Ryan Teale, 27, and Idris Cole, 41, with smuggling", 2, 2, ", with smuggling"),
        ("Tom Hale, 22, of Hull, and Marc Roux (29) were", 2, 2, " were"),
        ("Marks and Spencer, Tesco and Boots.", 3, 4, "."),
        ("Johnson & Johnson, Pfizer and Merck)", 3, 3, ")"),
        ("the Netherlands, Antigua and Barbuda, and Peru.", 3, 4, "."),
        ("Paris, France and London.", 2, 3, "."),
        ("Omar al-Bashir and J.K. Rowling,", 2, 2, ","),
    ],
)
def test_a_list_holds_so_many_names(text: str, least: int, most: int, rest: str) -> None:
    found = names(text, 0)
    assert found is not None
    assert (found.least, found.most, text[found.end :]) == (least, most, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Smith and others were",
        "John Smith, a lawyer, and Peter Jones",
        "Murcia, Toledo, Cadiz",
        "Bill Hall, MP, and Ann Lee",
        "Murcia",
        "goals, assists and saves",
    ],
)
def test_no_plain_list(text: str) -> None:
    assert names(text, 0) is None


@pytest.mark.parametrize("piece", ["Aa, ", "Aa and ", "Aa of the ", "A.", "Aa, 34, "])
def test_long_text_takes_linear_time(piece: str) -> None:
    begin = time.perf_counter()
    names(piece * 20_000, 0)
    assert time.perf_counter() - begin < 5
