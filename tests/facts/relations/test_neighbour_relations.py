"""Relations between sentences that follow one another."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales reached $110m. That was 10% more than the $100m of 2023.", "new, change, old"),
        ("Sales were £12m. That is up 8% from £11m a year earlier.", "new, change, old"),
        ("Profit was ₹412 crore. This compares with ₹380 crore in May, a rise of 8.4%.", "new, old, change"),
        ("Output rose from 100 tonnes to 110 tonnes. That is an increase of 10%.", "old, new, change"),
        ("Sales were $110m, against $100m a year earlier. That is 10% more.", "new, old, change"),
        ("The fund holds $4 billion. About 30% of it, or $1.2 billion, is in bonds.", "whole, share, part"),
        ("The loan is worth $600m. Of that, $400m has been spent, or two-thirds.", "whole, part, share"),
        (
            "Its budget is £48m, up 7% from £45m. Of that, £18m, or 37.5%, goes to care.",
            "new whole, change, old, part, share",
        ),
        ("It polled 1,200 people. Of those, 480 (40%) said yes.", "whole, part, share"),
        ("It polled 1,200 people. Four in ten of them (480) said yes.", "whole, share, part"),
        ("Some 480 people said yes. That is 40% of the 1,200 asked.", "part, share, whole"),
        ("Of the 1,200 asked, 480 said yes. That is 40%.", "whole, part, share"),
        ("He won 45% of the vote, his rival 38%. The rest, 17%, went to others.", "share, share, share"),
        ("Nine people were killed: four at once. Five more were killed later.", "total, part, part"),
        ("Forty people were held. Of them, 25 were charged and the other 15 men freed.", "total, part, part"),
    ],
)
def test_a_sentence_that_reads_on(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It made $4m, and its rival $6m. That was 10% more than the $5.5m of 2023.",
        "It has 900 buses and 400 trams. A third of them, 300, are electric.",
        "It employs 480 staff. Some 200 work in Leeds, 40% of them women.",
        "It has 900 buses. It hired 80 drivers, half of them women.",
        "It polled 1,200 people. Of those aged over 60, 480 (40%) said yes.",
        "It has 900 buses. Of this year's 300, or 40%, are new.",
        "A few were unsure (17%). The remaining 33% agreed.",
        "It polled some and 62% agreed. Half did not. A fifth, 20%, left. The rest, 17%, stayed.",
        "Nine people were hurt: four badly. Five more were charged.",
        "Sales reached $110m. That was on top of the $100m of 2023, up 10%.",
        "Sales reached $110m. Nobody knew. That was 10% more than the $100m of 2023.",
        "It made $4m. That left 10% more for the $5m plant.",
    ],
)
def test_sentences_that_do_not_read_on(tied, text):
    first = text.index(". ")
    assert not any(text.index(surface) < first for surface in tied(text))
