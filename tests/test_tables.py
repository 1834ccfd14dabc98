"""Tables read by column: rows as tuples, and patterns looked for once in each text."""

from __future__ import annotations

import re

import pandas as pd

from checks import tables


def test_rows_hold_plain_cells_in_order() -> None:
    table = pd.DataFrame({"fact": ["a", "b"], "value": [1.5, 2.0], "main": [True, False]}, index=[7, 3])
    first, second = tables.rows(table.astype({"fact": "str"}))
    assert (first.fact, first.value, first.main) == ("a", 1.5, True)
    assert (second.fact, second.value, second.main) == ("b", 2.0, False)
    assert type(first.fact) is str
    assert type(first.main) is bool
    assert not list(tables.rows(table.iloc[:0]))


def test_a_pattern_is_looked_for_where_it_is_asked() -> None:
    texts = pd.Series(["from 3 to 4", "of 5", "from 3 to 4", "from 6"], index=[4, 9, 2, 1], dtype="str")
    where = pd.Series([True, True, False, True], index=texts.index)
    found = tables.contains(texts, re.compile(r"\bFROM\b", re.IGNORECASE), where)
    assert found.tolist() == [True, False, False, True]
    assert found.index.equals(texts.index)
    assert str(found.dtype) == "bool"
    assert tables.contains(texts.iloc[:0], "x", where.iloc[:0]).empty
