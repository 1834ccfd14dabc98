"""Tables read by column: rows as tuples."""

from __future__ import annotations

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
