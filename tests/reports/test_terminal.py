from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from checks.flags.result import Result
from checks.reports.excerpt import excerpt
from checks.reports.terminal import closing, copies, flags_by_article, many, printable
from checks.tables import FLAGS, frame


def flags(*rows: dict[str, Any]) -> pd.DataFrame:
    plain: dict[str, Any] = dict.fromkeys(FLAGS, "")
    plain |= {"severity": "error", "check": "echo", "confidence": 0.9, "line": 1, "column": 1, "start": 0}
    plain |= {"article": "a.txt", "end": 1, "surface": "5", "message": "5 is not 6"}
    return frame([plain | row for row in rows], FLAGS)


def test_flags_stand_by_article_and_position() -> None:
    text = flags_by_article(
        flags(
            {"article": "b.txt", "surface": "7"},
            {"line": 12, "start": 90, "surface": "100"},
            {"start": 3, "severity": "notice", "verdict": "wrong", "note": "he erred"},
        )
    )
    assert text.splitlines() == [
        "a.txt",
        "  1:1   notice  echo  5    5 is not 6 [wrong: he erred]",
        "  12:1  error   echo  100  5 is not 6",
        "",
        "b.txt",
        "  1:1  error  echo  7  5 is not 6",
    ]


def test_where_lines_are_not_counted_the_part_is_named() -> None:
    table = flags({"article": "r.pdf", "line": 12, "column": 70}, {"line": 2})
    text = flags_by_article(table, parts={"r.pdf": "page"})
    assert [line.split("  ")[1] for line in text.splitlines() if line.startswith(" ")] == ["2:1", "page 12"]


def test_long_messages_wrap_within_the_width() -> None:
    text = flags_by_article(flags({"message": "word " * 40, "surface": "x" * 60}), width=80)
    assert len(text.splitlines()) > 4
    assert max(map(len, text.splitlines())) <= 80


def test_where_there_is_no_room_messages_stand_below() -> None:
    text = flags_by_article(flags({"message": "word " * 12, "check": "unsourced-figure"}), width=40)
    assert text.splitlines() == [
        "a.txt",
        "  1:1  error  unsourced-figure  5",
        "    word word word word word word word",
        "    word word word word word",
    ]


@pytest.mark.parametrize("surface", ["580,000", "1e5", "-.5", "0x1f", "1_000", "True"])
def test_figures_stand_as_printed(surface: str) -> None:
    assert f"  {surface}  " in flags_by_article(flags({"surface": surface, "message": surface}))


def test_colours_do_not_change_the_width() -> None:
    table = flags({"message": "word " * 40}, {"severity": "notice", "start": 9})
    coloured = flags_by_article(table, width=80, colour=True)
    assert "\x1b[31merror\x1b[0m" in coloured
    bare = coloured
    for code in ("\x1b[31m", "\x1b[36m", "\x1b[1m", "\x1b[0m"):
        bare = bare.replace(code, "")
    assert bare == flags_by_article(table, width=80)


def test_no_flags_is_nothing() -> None:
    assert flags_by_article(flags()) == ""


def test_an_article_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2J5\u202e6\r\n7"
    text = flags_by_article(flags({"message": hostile, "surface": hostile, "article": hostile}))
    assert not {"\x1b", "\u202e", "\r"} & set(text)
    assert printable("a\tb\u2009c") == "a b c"


@pytest.mark.parametrize(("count", "words"), [(1, "1 article, 1 figure"), (2, "2 articles, 2 figures")])
def test_closing_line(facts_table: Callable[..., pd.DataFrame], count: int, words: str) -> None:
    facts = facts_table(*[{}] * count)
    result = Result(facts, flags({}), facts, facts, count)
    assert closing(result, new=1) == f"{words}, {count} checkable, 1 flag (1 new)"


def test_copies_are_one_voice() -> None:
    table = pd.DataFrame({"article": ["b.txt"], "original": ["a.txt"], "similarity": [0.9]})
    assert copies(Result(table, table, table, table, 2)) == [
        "b.txt repeats a.txt: the two count as one voice"
    ]


def test_excerpt_points_at_the_figure() -> None:
    assert excerpt("It sold 5000.", "5000", 8) == ["  It sold 5000.", "          ^^^^"]
    assert excerpt("It sold 5000.", "9", -1) == ["  It sold 5000."]


@pytest.mark.parametrize("offset", [0, 3, 50, 200, 395])
def test_excerpt_of_a_long_sentence(offset: int) -> None:
    sentence = "x" * offset + "5000" + "y" * (400 - offset)
    line, carets = excerpt(sentence, "5000", offset, width=60)
    assert len(line) <= 62
    assert line[carets.index("^") : carets.rindex("^") + 1] == "5000"


@pytest.mark.parametrize(("count", "told"), [(0, "0 flags"), (1, "1 flag"), (20_000, "20,000 flags")])
def test_counts_can_be_read_at_a_glance(count: int, told: str) -> None:
    assert many(count, "flag") == told
