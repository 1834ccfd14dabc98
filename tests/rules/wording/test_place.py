"""Laying the figures of a sentence on its text."""

from checks import tables
from checks.rules.wording import place


def table(*found, sentence, article="a.txt"):
    """A facts table of `(surface, start)` in one sentence."""
    blank = {"str": "", "int64": 0, "float64": float("nan"), "bool": True}
    rows = [
        {
            **{column: blank[dtype] for column, dtype in tables.FACTS.items()},
            "fact": f"f{start}", "article": article, "surface": surface, "start": start,
            "end": start + len(surface), "sentence": sentence,
        }
        for surface, start in found
    ]  # fmt: skip
    return tables.frame(rows, tables.FACTS)


def test_words_around_and_between():
    facts = table(
        ("475", 120), ("38 per cent", 128), ("1,250", 148), sentence="Some 475, or 38 per cent, of the 1,250."
    )
    (line,) = place.lines(facts)
    first, second, third = line.facts
    assert line.before(first) == "Some "
    assert line.between(first, second) == ", or "
    assert line.between(second, third) == ", of the "
    assert line.after(third) == "."


def test_like_surfaces_are_told_apart_by_distance():
    facts = table(("5", 109), ("5", 115), sentence="In 15 of 5 and 5 cases.")
    (line,) = place.lines(facts)
    assert [line.start(row) for row in line.facts] == [9, 15]


def test_folded_white_space():
    # The article prints "From 10\n    to  10 or 10."
    facts = table(("10", 5), ("10", 16), ("10", 22), sentence="From 10 to 10 or 10.")
    (line,) = place.lines(facts)
    assert [line.start(row) for row in line.facts] == [5, 11, 17]


def test_a_sentence_printed_twice():
    facts = table(("5", 3), ("6", 8), ("5", 103), ("6", 108), sentence="In 5 or 6 of them.")
    assert [[row.start for row in line.facts] for line in place.lines(facts)] == [[3, 8], [103, 108]]
    facts = table(("5", 3), ("5", 8), sentence="In 5 or 5 of them.")
    assert [[row.start for row in line.facts] for line in place.lines(facts)] == [[3, 8]]


def test_what_cannot_be_laid_is_left_out():
    assert list(place.lines(table(("7", 3), sentence="In 5 or 6 of them."))) == []
    assert list(place.lines(table(sentence=""))) == []
