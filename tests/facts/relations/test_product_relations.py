"""A number of things, the price of one and of all."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will build 1,200 homes at $300,000 each, $360 million in all.", "count, price, total"),
        ("It sold 5,000 tickets at $20 apiece, raising $100,000.", "count, price, total"),
        ("The state gave $24 million for 12,000 residents, or $2,000 each.", "total, count, price"),
        ("It cost $24 million, or $2,000 for each of the 12,000 residents.", "total, price, count"),
        ("The 400 staff will each receive £1,500, costing the firm £600,000.", "count, price, total"),
        (
            "Staff will get £1,500 each, at a total cost of £600,000 for the 400 workers.",
            "price, total, count",
        ),
        ("Each of the 250 families will receive $4,000, a total of $1m.", "count, price, total"),
        ("The fine is $20 for each of the 5 million users, or $100 million.", "price, count, total"),
        ("It shipped 2 million tonnes at $90 a tonne, earning $180 million.", "count, price, total"),
        ("It bought 12 buses with 50 seats each, 600 seats in total.", "count, price, total"),
        ("The bill was $24m for 12,000 residents. That is $2,000 each.", "total, count, price"),
    ],
)
def test_a_number_times_a_price(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The family paid $80 each for three tickets, and $30 for parking.",
        "The 12 teams have 25 players each, with 40 coaches in all.",
        "It sold 200 cars at $30,000 each and 100 vans at $40,000 each.",
        "It sold 200 cars at $30,000 and made $6m.",
        "It shipped 2 million tonnes at $90 a barrel, earning $180 million.",
        "It paid 400 staff £1,500 a month, a total of £600,000.",
        "It spent £3m on 60 buses, or 5% of its budget.",
        "The 60 buses cost £50,000 each, a total of €3m.",
    ],
)
def test_figures_that_are_no_product(parts, text):
    assert "price" not in parts(text)
