"""Rates and what they come to over a longer time."""

import pytest

from checks.facts.relations import lengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The field pumps 2,000 barrels a day, or 730,000 a year.", "rate per-day, total in-year"),
        ("She pays $500 a month, which comes to $6,000 a year.", "rate per-month, total in-year"),
        ("She pays $6,000 a year, or $500 a month.", "total in-year, rate per-month"),
        ("The yard earned £40m a month, or £480m over the year.", "rate per-month, total in-year"),
        ("Pumps lift 10 litres a second (36,000 litres an hour).", "rate per-second, total in-hour"),
        (
            "The clinic uses 10 litres a day for 30 days, a total of 300 litres.",
            "rate per-day, period, total",
        ),
        ("It paid $6,000 over 12 months, or $500 a month.", "total, period, rate per-month"),
        ("The pit yields 1,000 tonnes a day, or 30,000 tonnes in June 2024.", "rate per-day, total, period"),
        (
            "The mine digs 400 tonnes a month. That works out at 4,800 a year.",
            "rate per-month, total in-year",
        ),
        ("The field pumps 2,000 barrels a day, nearly 730,000 a year.", "rate per-day, total in-year"),
        (
            "The bank earns $250 million a quarter, about $1 billion a year.",
            "rate per-quarter, total in-year",
        ),
        ("He earns ₹2 crore a month, or about ₹24 crore a year.", "rate per-month, total in-year"),
    ],
)
def test_an_amount_told_for_two_lengths_of_time(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Parking costs £5 a day, or £25 a week.",
        "A subscription is $10 a month, or $100 a year.",
        "Spending rose to $500 a month and debt to $6,000 a year.",
        "She earns $500 a month, her brother $6,000 a year.",
        "It sells 500 cars a week, or 20 buses a year more than before.",
        "A room is £50 a night or £300 a week.",
        "The plant makes 500 cars a week, and made 20,000 in 2023.",
        "It sells 500 cars a week, about 20 a week more than before.",
        "He ran 10 km a day, or 6 miles a day.",
        "It lost $2m a day, or $5 a share.",
    ],
)
def test_amounts_that_are_no_rate_and_its_total(parts, text):
    assert "rate" not in parts(text)


def test_lengths():
    assert lengths.times("day", "year") == (365, 366)
    assert lengths.times("month", "year") == (12, 12)
    assert lengths.times("day", "week") == (7, 7)
    assert lengths.times("second", "hour") == pytest.approx((3600, 3600))
    with pytest.raises(KeyError):
        lengths.times("day", "season")
