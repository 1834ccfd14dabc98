"""Multiples and the levels they lie between."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output doubled to 40 tonnes from 20 tonnes.", "ratio, new, old"),
        ("Attendance tripled from 5,000 to 15,000.", "ratio, old, new"),
        ("Turnover more than trebled to £13m in 2023, compared with £4m in 2019.", "ratio, new, old"),
        ("Deaths rose fourfold to 200 from 50.", "ratio, new, old"),
        ("Visits rose from 50 to 200, a fourfold increase.", "old, new, ratio"),
        ("The club halved its debt from £80m to £40m.", "ratio, old, new"),
        ("Cases rose 5 times to 100 from 20.", "ratio, new, old"),
        ("There were 300 cases, ten times the 30 recorded in May.", "new, ratio, old"),
        ("Wages are $60,000, three times as high as the $20,000 paid here.", "new, ratio, old"),
        ("It sold 300 vans, three times more than the 100 of May.", "new, ratio more, old"),
        ("Twice as many men (400) as women (200) applied.", "ratio, new, old"),
        (
            "Exports were 300 tonnes. That was three times as much as the 100 tonnes of May.",
            "new, ratio, old",
        ),
    ],
)
def test_a_multiple_and_its_levels(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sales doubled to $40m.",
        "The bank's shares doubled, while profits rose to £40m from £20m.",
        "Losses fell from 15 to 5, a threefold drop.",
        "It sold 300 vans, three times less than the 900 of May.",
        "Sales rose from 20 to 60, tripling the number of shops.",
        "He won 5 times in 40 races, from 20 starts.",
        "Output doubled to 40 tonnes from $20.",
        "The team doubled its lead, and 40 fans of 20 clubs sang.",
        "It is three times more than the 30 sold in May, 1.5 times as many as the 60 of June.",
    ],
)
def test_multiples_that_do_not_lie_between_levels(parts, text):
    assert "ratio" not in parts(text)


def test_a_number_of_times_is_no_change(parts):
    assert "change" not in parts("Cases rose 5 times to 100 from 20.")
