"""Totals and the lists that follow them, in their sentence or the next one."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It costs €1.1bn, with €620m coming from the bank and the rest, €480m, from the budget.",
        "It will cut 230 jobs. It will shed 145 in Glasgow, 60 in Dundee and the remaining 25 in Perth.",
        "Attendance reached 75,000, it said: 48,000 on Saturday and 27,000 on Sunday.",
        "Of the 412 people on board, 190 were men and 222 women.",
        "About 4,200 people were moved from 23 villages: 2,700 in Greece and 1,500 in Bulgaria.",
    ],
)
def test_a_complete_list(parts, text):
    assert parts(text).startswith("total, part")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ministers will spend £700m. Of that, £410m will go to track and £290m to stations.",
            "all apart, some, some",
        ),
        (
            "The budget sets aside $17bn for works. Roads account for $9bn and water for $8bn.",
            "all apart, some, some",
        ),
        ("It got 412 letters, of which 257 praised the plan and 155 made no point.", "all, some, some"),
        (
            "It got 412 submissions, of which 257 supported the bill and 155 opposed it.",
            "all apart, some, some",
        ),
    ],
)
def test_a_list_that_may_be_open(parts, text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It will shed 145 posts in Glasgow, 60 in Dundee and the remaining 25 in Perth.",
        "The fund holds £700m. About £410m went to track, at least £200m to stations and more to bridges.",
        "It has 400 staff, of whom many are part-time, 120 are nurses and others, some 90, are doctors.",
        "The group holds 239 men, 17 women and 12 children.",
    ],
)
def test_what_is_no_list_of_a_total(parts, text):
    assert "some" not in parts(text)
    assert "part" not in parts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A further 12 bodies were found, bringing the total to 98. The toll had stood at 86 on Sunday.",
            "part, total, part",
        ),
        ("The city bought another 40 buses, taking the fleet to 260 from 220.", "part, total, part"),
        (
            "The garrison of 950 got 200 more, taking its strength to 1,150.",
            "some, some, all apart",
        ),
        ("Norway and Sweden won 12 and 14 medals respectively, 26 in all.", "part, part, total"),
    ],
)
def test_what_was_added_and_what_it_came_to(parts, text, expected):
    assert parts(text) == expected


def test_a_sum_of_something_else(parts):
    assert parts("The town bought another 40 buses. The number of cars was 2,600 in May.") == ""
