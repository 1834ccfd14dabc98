"""Some of a number of things, and the others."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Of the 12 men aboard, seven were saved and the other five men died.",
        "Of 40 flights, 30 were cancelled and the other 10 delayed.",
        "Police held 40 people: 25 were charged and the other 15 freed.",
        "It runs 40 buses, of which 25 are electric and the remaining 15 burn diesel.",
        "Of the 40 people arrested, 25 were charged; the remaining 15 people were released.",
        "Forty people were arrested. Of them, 25 were charged and the other 15 people let go.",
        "The council has 60 seats. Of those, 35 are Labour's and the other 25 seats are split.",
        "There were 200 delegates, of whom 120 voted yes while the other 80 stayed away.",
        "Nine people were killed: four at once. Five more were killed in the night.",
    ],
)
def test_a_number_with_both_its_parts(parts, text):
    assert parts(text) == "total, part, part"


@pytest.mark.parametrize(
    "text",
    [
        "Of the 12 men aboard, seven were saved and another five men died.",
        "Of the 12 aboard, including seven men, the other five women died.",
        "Of the 12 aboard, at least seven men died and the other five women lived.",
        "It has 40 buses, 25 of them new, and trams: the other 15 depots are shut.",
        "It has 40 buses and 25 trams. The other 15 towns have none.",
        "Of the £40m, 25 people got some and the other 15 nothing.",
        "Nine people were hurt: four badly. Five more were charged.",
        "Nine people were hurt. Five more were hurt later, and six left.",
        "He won 12 games, lost seven and drew the other five times out of 24.",
    ],
)
def test_numbers_that_need_not_add_up(parts, text):
    assert "total" not in parts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 1,200 surveyed, 40% (480) said yes.", "whole, share, part"),
        ("There were 600 nurses, of whom 40% (240) said no.", "whole, share, part"),
        ("The firm hired 300 people in June, a third of the 900 it wants.", "part, share, whole"),
        ("The lake held 2 million litres in May, half of the 4 million of a year ago.", "part, share, whole"),
        ("The firm has 300 staff in Leeds, with a third of the 60 managers there.", ""),
        ("It has 300 vans, and a third of the 60 drivers are ill.", ""),
    ],
)
def test_shares_told_in_other_orders(parts, text, expected):
    assert parts(text) == expected
