"""What the cells of a table state."""

from __future__ import annotations

import pytest

from checks.articles.datatable import DataTable
from checks.facts.cells import facts_of


@pytest.mark.parametrize(
    ("column", "cell", "kind", "unit", "value"),
    [
        ("exports (USD million)", "4932", "money", "USD", 4.932e9),
        ("exports ($m)", "4,932", "money", "USD", 4.932e9),
        ("profit [£ thousands]", "(120)", "money", "GBP", -120_000),
        ("share (%)", "12.5", "percent", "percent", 12.5),
        ("turnout %", "61", "percent", "percent", 61),
        ("length (km)", "35", "measurement", "kilometre", 35),
        ("deal", "$4.9 billion", "money", "USD", 4.9e9),
        ("killed", "43", "count", "", 43),
        ("members ('000)", "12", "count", "", 12_000),
    ],
)
def test_a_cell_has_the_unit_of_its_column(
    column: str, cell: str, kind: str, unit: str, value: float
) -> None:
    facts = facts_of([DataTable("t.csv", ("place", column), (("Norlund", cell),))])
    (row,) = facts.to_dict("records")
    assert (row["kind"], row["value"], row["entities"], row["line"]) == (
        kind,
        pytest.approx(value),
        "Norlund",
        2,
    )
    assert not unit or row["unit"] == unit


def test_years_say_when_in_rows_and_in_columns() -> None:
    tall = DataTable("a", ("country", "year", "exports (USD)"), (("Norway", "2023", "12"),))
    wide = DataTable("b", ("measure", "2022", "2023"), (("exports", "11", "12"),))
    facts = facts_of([tall, wide])
    told = facts[facts["value"] == 12]
    assert list(told["period_start"]) == ["2023-01-01", "2023-01-01"]
    assert list(told["measure"]) == ["exports", "exports"]


def test_words_and_empty_cells_state_nothing() -> None:
    assert facts_of([DataTable("a", ("x", "y"), (("Norway", ""), ("n/a", "–")))]).empty


def test_a_table_with_a_row_a_value_names_in_the_row_what_it_measures() -> None:
    rows = (("Nurses", "2024", "", "2400"), ("Grant", "2024", "USD billion", "4.9"))
    facts = facts_of([DataTable("a", ("indicator", "year", "unit", "value"), rows)])
    told = facts[facts["kind"] != "date"]
    assert list(told["measure"]) == ["Nurses", "Grant"]
    assert list(told["value"]) == [2400, pytest.approx(4.9e9)]
    assert list(told["unit"])[1] == "USD"
    assert list(told["entities"]) == ["", ""]


def test_without_a_column_of_names_the_first_words_of_the_row_are_the_measure() -> None:
    facts = facts_of([DataTable("a", ("what", "where", "value (tonnes)"), (("exports", "Norway", "12"),))])
    (row,) = facts.to_dict("records")
    assert (row["measure"], row["entities"]) == ("exports", "Norway")
