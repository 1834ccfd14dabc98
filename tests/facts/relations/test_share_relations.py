"""Shares of a whole that the sentence does not print."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Part-time nurses number 2,700 and make up 18% of the workforce.",
        "It leased 240,000 scooters in Ghana in the half, giving it 15 percent of the market.",
        "Exports were worth $1.2 billion in 2024, or 15% of the total.",
        "The ward treated 1,350 children last year, 45% of all its patients.",
        "Women hold 117, or 26 percent, of the seats.",
        "The region's 4.1 million voters represent 9% of the electorate.",
        "It has 212 shops, which account for a third of the chain.",
        "The fund lost £3m, which is 4% of its assets.",
        "It pumped 200,000 barrels a day, accounting for 2% of output.",
    ],
)
def test_a_share_of_what_is_not_printed(parts, text):
    assert parts(text) == "part, share"


@pytest.mark.parametrize(
    "text",
    [
        "It leased 240,000 scooters, 15% of them in Ghana.",
        "It leased 240,000 scooters and exports made up 15% of revenue.",
        "It leased 240,000 scooters, while bicycles accounted for 15% of revenue.",
        "Sales were £84m, 28% of it online.",
        "Sales were £84m, 28% more than a year ago.",
        "Sales were £84m, or 28% up on the year.",
        "It has 212 shops, which sell a third of the country's bread, it says.",
        "Some 540 nurses voted. They make up 18% of the workforce.",
    ],
)
def test_no_share_of_an_unprinted_whole(parts, text):
    assert "share" not in parts(text)
