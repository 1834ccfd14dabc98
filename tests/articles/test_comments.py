"""HTML comments are left out of a text, and every place in it is found again."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.articles.comments import comments, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It sold <!-- 12 --> 30 cars.", "It sold 30 cars."),
        ("It sold<!-- 12 -->, she said.", "It sold, she said."),
        ("30 cars. <!-- a\n\nb -->\nMore.", "30 cars. \nMore."),
        ("One.\n<!-- a\nb -->\nTwo.", "One.\n\nTwo."),
        ("<!-- a --><!-- b --> 5", " 5"),
        ("<!-- a --> <!-- b --> 5", " 5"),
        ("<!--> 5 <!----> 6", " 5 6"),
        ("a <!-- b <!-- c --> d --> e", "a d --> e"),
        ("never closed <!-- 5", "never closed <!-- 5"),
        ("`<!-- code -->` and <!-- none --> it", "`<!-- code -->` and it"),
        ("a ` <!-- no code --> b", "a ` b"),
        ("```html\n<!-- code -->\n```\nText <!-- x -->", "```html\n<!-- code -->\n```\nText "),
        ("a <! -- b -- > c", "a <! -- b -- > c"),
    ],
)
def test_readers_see_no_comment(text: str, seen: str) -> None:
    assert shown(text).text == seen


def test_one_that_is_not_closed_is_told_apart() -> None:
    assert [(c.body, c.closed) for c in comments("<!-- a --> <!-- b\nc")] == [(" a ", True), (" b", False)]


@given(st.text(alphabet="<!->` \nab5", max_size=60))
def test_every_character_is_found_again(text: str) -> None:
    view = shown(text)
    for i, character in enumerate(view.text):
        assert text[view.start(i)] == text[view.end(i + 1) - 1] == character
        assert view.here(view.start(i)) == i
    for comment in comments(text):
        assert text[comment.start : comment.end].startswith("<!--")
        assert 0 <= view.here(comment.start) <= len(view.text)


@pytest.mark.parametrize("text", ["<!-- x --> a " * 20_000, "`<!-- " * 50_000 + "-->", "<!--" * 50_000])
def test_the_time_is_linear(text: str) -> None:
    """A sanity bound, loose enough for a busy machine."""
    begin = time.perf_counter()
    shown(text)
    assert time.perf_counter() - begin < 5
