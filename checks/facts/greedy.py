"""spaCy's greedy parse, a step at a time over a whole batch: the same trees in less than half the time.

The parser's own loop lets go of Python's lock once and asks for it back some twenty times a word (its inner
functions look for exceptions). This loop keeps the lock and takes the same steps by the calls that spaCy's
beam search is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(parser: Any, docs: list[Doc]) -> None:
    """Give `docs` the heads and dependencies that `parser`, a spaCy DependencyParser, finds.

    The docs must have been through the components before it. A parser that searches with a beam does so.
    """
    parser.set_annotations(docs, _states(parser, docs))


def _states(parser: Any, docs: list[Doc]) -> list[Any]:
    """What the parser makes of each doc: the states, all final."""
    if parser.cfg["beam_width"] != 1 or not any(map(len, docs)):
        return list(parser.predict(docs))
    states = parser.moves.init_batch(docs)
    step = parser.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = parser.transition_states(going, step.predict(going))
    step.clear_memory()
    return list(states)
