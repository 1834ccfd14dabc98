"""Changes printed with the new level alone."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 12% to $56m.",
        "Sales rose by 12% last year to $56m.",
        "Sales were $56m, up 12%.",
        "Sales were $56m, 12% more than a year earlier.",
        "Sales were $56m last year, a 12% increase.",
        "Sales were $56m, a fall of 12%.",
        "A 12% rise in sales to $56m pleased investors.",
        "The rate rose 2 percentage points to 12%.",
    ],
)
def test_a_change_and_its_new_level(tied, text):
    assert sorted(tied(text).values()) == ["change", "new"]


@pytest.mark.parametrize(
    "text",
    [
        "Sales grew 5% a year to $56m.",
        "Sales rose 12% and profit rose to $56m.",
        "The tax was cut 5% to help 300 firms.",
        "Sales rose 12% at constant currency to $56m.",
        "The firm has $56m, 12% more cash than its rival.",
        "It sold 240 of its 600 shops, up 5%.",
        "Sales rose 12% to a record.",
        "Sales were $56m, and 12% of them online.",
    ],
)
def test_changes_of_something_else(tied, text):
    assert tied(text) == {}
