"""The rows of a table are made once, and not held longer than the table."""

from __future__ import annotations

import gc
import weakref

import pandas as pd

from checks.rows import in_order, once, rows_of


def _table() -> pd.DataFrame:
    return pd.DataFrame({"article": ["b", "a", "b"], "start": [7, 3, 2]})


def test_once_for_each_table() -> None:
    asked: list[int] = []

    @once
    def size(table: pd.DataFrame) -> int:
        asked.append(len(table))
        return len(table)

    one, other = _table(), _table().iloc[:1]
    assert (size(one), size(other), size(one), size(other)) == (3, 1, 3, 1)
    assert asked == [3, 1]
    del one, other
    gc.collect()
    assert all(size(_table().iloc[:n]) == n for n in (1, 2, 3))


def test_no_longer_than_the_table() -> None:
    class Made:
        pass

    made = once(lambda _: Made())
    table = _table()
    kept = weakref.ref(made(table))
    gc.collect()
    assert kept() is made(table)
    del table
    gc.collect()
    assert kept() is None


def test_rows_that_were_picked_stay() -> None:
    table = _table()
    assert rows_of(table) is rows_of(table)
    picked = [row for row in rows_of(table) if row.article == "b"]
    assert rows_of(picked) is picked


def test_in_order_of_article_and_position() -> None:
    assert [(row.article, row.start) for row in in_order(_table())] == [("a", 3), ("b", 2), ("b", 7)]
