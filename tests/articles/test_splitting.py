"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.articles.splitting import LONGEST, spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It cost $4.9 billion. | Then it fell.",
        "Output fell to 3.5 million. | $5 million went abroad. | 20 people left.",
        "The U.S. Army followed Gen. Smith to No. 10. | No. | He did not.",
        "He left in Jan. | The firm moved to St. Petersburg on Feb. 3.",
        "Mr. J. R. Oakley of Norby Inc. said so. | He owns Norby Inc. | The firm won.",
        "At 5 p.m. | Police came. | At 5 p.m. EST they left, at 7 a.m. on Monday they were back.",
        "Troops went to the U.S. | “We won,” he said.",
        "MEMPHIS, Tenn. — A man was hurt. | FT. WORTH, TEX. - A boy was, too.",
        "“It grew.” | He left. | (It rose.) | And fell (a lot).",
        '"Why?" Smith asked. | "Is it so?" | The man left.',
        "Well... I think so. | She left ... | The end.",
        "1. The first point. | 2. The second.",
        "It rose 5%.[12] | Then it fell.",
        "The firm closed.The workers left example.Com behind.",
        "Prices rose, e.g. Danish ones. | iPhone sales fell.",
        "The toll rose . '' | He said . | \" No way . \" | She left .",
        "The St. Anne Hospital vs. The Crown.",
        "They want Vitamin C. | The others want Plan B. | It won.",
    ],
)
def test_sentences_end_where_they_do(text: str) -> None:
    expected = text.split(" | ")
    if "closed.The" in text:
        expected = ["The firm closed.", "The workers left example.Com behind."]
    assert split(text.replace(" | ", " ")) == expected


@given(st.text(alphabet="aA.!?…\"'” 1$\n[]", max_size=300))
def test_nothing_is_lost_but_white_space(text: str) -> None:
    pieces = list(spans(text, 0, len(text)))
    assert "".join("".join(text[a:b] for a, b in pieces).split()) == "".join(text.split())
    assert all(a < b for a, b in pieces)
    assert all(one[1] <= two[0] for one, two in pairwise(pieces))


@pytest.mark.parametrize("unit", ["word ", "x", ". ", '."', "No. ", ".[1]", "12 "])
def test_an_endless_line_is_cut(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    pieces = split(text)
    assert max(map(len, pieces)) <= LONGEST
    assert "".join("".join(pieces).split()) == "".join(text.split())
