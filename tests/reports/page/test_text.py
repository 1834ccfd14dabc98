"""An article's text in lines, with the offsets that JavaScript counts."""

from __future__ import annotations

import pytest

from checks.model import Article, Parts
from checks.reports.page.text import AROUND, WHOLE, Shown, label, sentence


def units(text):
    return text.encode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    "text", ["One.\n\n  Two 5.\r\nThree", "😀 five\n\n😀😀 six", "\n\nx", "half \ud83d\nof 5"]
)
def test_lines_keep_their_offsets(text):
    shown = Shown(Article("a.txt", text), [])
    for number, start, part, gap in shown.parts:
        assert not gap
        assert units(text)[2 * start :].startswith(units(part))
        assert part.strip() in text.split("\n")[number - 1]
    assert "\n".join(part for _, _, part, _ in shown.parts).split() == text.split()


def test_of_a_huge_text_the_marked_parts_are_shown():
    text = "x" * WHOLE + " 5 " + "y" * WHOLE + "\nend 7"
    at = text.index("5")
    shown = Shown(Article("a.txt", text), [(at, at + 1), (len(text) - 1, len(text))])
    assert [gap for *_, gap in shown.parts] == [False, True, True, False]
    assert [number for number, *_ in shown.parts] == [1, 1, 1, 2]
    assert sum(len(part) for _, _, part, _ in shown.parts) < 6 * AROUND
    assert shown.holds(0)
    assert shown.holds(at)
    assert not shown.holds(WHOLE // 2)


def test_parts_are_named_as_in_the_tables():
    article = Article("a.pdf", "one\ntwo\nthree", parts=Parts("page", (0, 8), 1))
    assert [number for number, *_ in Shown(article, []).parts] == [1, 1, 2]


def test_a_long_sentence_is_cut_around_the_figure():
    assert sentence("a 5 b", "5") == "a 5 b"
    cut = sentence("x " * 900 + "5 figures" + " y" * 900, "5 figures")
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert "5 figures" in cut
    assert len(cut) < 410


def test_what_a_figure_was_read_as(facts_table):
    cells = {"measure": "trade", "entities": "Iran;Russia", "unit": "USD", "value": 4.9e9, "low": 4.85e9}
    dates = {"high": 4.95e9, "period_start": "2024-01-01", "period_end": "2024-12-31"}
    (row,) = facts_table({**cells, **dates}).to_dict("records")
    assert label(row) == "trade · Iran, Russia · 2024 · $4.9 billion (4.85–4.95) · nobody named"
    nan = float("nan")
    (row,) = facts_table({"kind": "score", "value": 2.0, "low": nan, "high": nan}).to_dict("records")
    assert label(row) == "score · nobody named"
    (row,) = facts_table({"kind": "identifier", "sourcing": "exempt"}).to_dict("records")
    assert label(row) == "identifier"
