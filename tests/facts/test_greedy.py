"""The parser's search a step at a time: the trees that spaCy's own loop gives."""

from __future__ import annotations

from typing import Any

import pytest

from checks.facts import greedy, language

TEXTS = [
    "Sales of the firm, which employs 300 people, rose by 4% to $20m in May, and it hired 20 more.",
    "",
    "Up 3%.",
    "   ",
    "The minister said on Tuesday that of 4,000 homes promised, 1,200 had been built; the rest are to come.",
    '"We sold 12 boats," said Ann Lee. How many were lost? Seven, all of them old.',
]


def _docs() -> list[Any]:
    return list(language.load().pipe(TEXTS, disable=[language.PARSER]))


def _trees(docs: list[Any]) -> list[list[tuple[str, int]]]:
    return [[(token.dep_, token.head.i) for token in doc] for doc in docs]


def test_the_trees_are_those_of_the_parsers_own_loop() -> None:
    parser: Any = language.load().get_pipe(language.PARSER)
    wanted, found = _docs(), _docs()
    parser.set_annotations(wanted, parser.predict(wanted))
    greedy.annotate(parser, found)
    assert _trees(found) == _trees(wanted)
    assert all(doc.has_annotation("DEP") for doc in found if len(doc))


def test_docs_without_words() -> None:
    parser: Any = language.load().get_pipe(language.PARSER)
    docs = [language.load().make_doc(""), language.load().make_doc("")]
    greedy.annotate(parser, docs)
    assert _trees(docs) == [[], []]


def test_a_parser_that_searches_with_a_beam_does_so(monkeypatch: pytest.MonkeyPatch) -> None:
    parser: Any = language.load().get_pipe(language.PARSER)
    monkeypatch.setitem(parser.cfg, "beam_width", 4)
    wanted, found = _docs(), _docs()
    parser.set_annotations(wanted, parser.predict(wanted))
    greedy.annotate(parser, found)
    assert _trees(found) == _trees(wanted)
