from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from checks.reports.passage import passage

TEXT = "A title\n\nSales rose 20% in May,\nthe firm said. It has 7 shops.\n\nThe end."


def shown(text: str, figure: str, **more: int) -> list[str]:
    start = text.index(figure)
    return passage(text, start, start + len(figure), **more)


def test_the_paragraph_and_no_other() -> None:
    assert shown(TEXT, "20%") == [
        "  Sales rose 20% in May, the firm said. It has 7 shops.",
        "             ^^^",
    ]


def test_wrapped_with_the_carets_below_their_line() -> None:
    assert shown(TEXT, "7", width=32) == [
        "  Sales rose 20% in May, the",
        "  firm said. It has 7 shops.",
        "                    ^",
    ]


def test_a_figure_over_two_lines_has_carets_below_both() -> None:
    assert shown(TEXT, "20% in May,\nthe firm", width=32)[1::2] == [
        "             ^^^^^^^^^^^^^^^",
        "  ^^^^",
    ]


def test_a_long_paragraph_is_cut_between_words() -> None:
    lines = shown("word " * 500 + "20% " + "word " * 500, "20%")
    assert lines[0].startswith("  …word word")
    assert lines[-1].endswith("word…")
    assert sum(map(len, lines)) < 1200


@given(st.text(max_size=80), st.text(min_size=1, max_size=12), st.text(max_size=80))
def test_no_text_steers_the_terminal(before: str, figure: str, after: str) -> None:
    lines = passage(before + figure + after, len(before), len(before) + len(figure))
    assert not {unicodedata.category(c) for line in lines for c in line} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
