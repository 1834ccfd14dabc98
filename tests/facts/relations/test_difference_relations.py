"""Differences and the two levels they lie between."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polls show a gap of 5 points: 52% against 47%.", "difference, first, second"),
        ("She won with a majority of 1,200: 15,400 votes to 14,200.", "difference, first, second"),
        ("The poll puts Labor ahead by six points, 53 per cent to 47 per cent.", "difference, first, second"),
        ("His party leads by 12 percentage points, 45% to 33%.", "difference, first, second"),
        ("She beat him by 2,110 votes, 20,014 to 17,904.", "difference, first, second"),
        ("The Lakers won by 12, 112 to 100.", "difference, first, second"),
        ("It held the seat with 18,204 votes to 16,911, a majority of 1,293.", "first, second, difference"),
        ("Exports came to $61bn and imports to $57bn, a surplus of $4bn.", "first, second, difference"),
        ("Income was £10m, while spending hit £12m, leaving a deficit of £2m.", "first, second, difference"),
    ],
)
def test_a_difference_and_its_levels(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The gap between rich (32%) and poor (12%) has grown by 5 points.",
        "Unemployment fell by 5 points, from 12% to 7%.",
        "The margin of error is 3 points, and 45% back it against 40% who do not.",
        "He led 52% to 48%, with a margin of 3,000 votes.",
        "She won by 52%-47%, or 52% to 47%.",
        "Exports came to $61bn and profits to $57bn, a surplus of $4bn.",
        "A lead of 5 points in May became 52% against 47% of men.",
        "He won by 12 votes, 5% to 4%.",
    ],
)
def test_levels_that_the_difference_does_not_lie_between(parts, text):
    assert "first" not in parts(text)
