"""Shares of one whole that exclude each other."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Of those asked, 46% backed the tunnel, 38% were opposed and 16% had no opinion.",
        "Some 52% voted in favour, 44% voted against it and 4% were undecided.",
        "The port is owned 55% by the city, 30% by the state and 15% by private investors.",
        "Of the total, 60% was grain, 30% coal and 10% timber.",
        "Of last year's harvest, 45% was wheat, 35% barley and 20% oats.",
        "Of the money, 50% went to schools, 30% to clinics and 20% to roads.",
    ],
)
def test_portions_of_one_whole(tied, text):
    assert set(tied(text).values()) == {"portion"}


@pytest.mark.parametrize(
    "text",
    [
        "Some 64% of men approve of him, while 52% of women disapprove.",
        "Prices rose 38% in May, 27% in June and 12% in July.",
        "Joblessness was 55% in the north, 30% in the west and 25% in the south.",
        "Of those polled, 60% were women, 30% Germans and 20% students.",
        "Of the waste, 60% was plastic, 30% recycled and 20% of it burnt.",
        "Of its revenue, 60% was cash, 30% came from abroad and 25% was online.",
        "Of the total, 60% was grain and 30% coal.",
    ],
)
def test_shares_that_may_overlap(tied, text):
    assert "portion" not in tied(text).values()
