"""What the steps of this stage share: a sentence being read, and the facts found in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from checks.model import Article, Figure, Period, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from checks.facts.relations.clause import Clause

Sourcing = Literal["named", "vague", "none", "exempt"]
Role = Literal["level", "change", "share", "rate", "total", "part", "target", "hypothetical"]


@dataclass(slots=True)
class Fact:
    """A figure whose meaning is being filled in, step by step; see the FACTS columns.

    `head` is the index in the sentence's doc of the token that heads the figure's noun phrase,
    `token` that of the number itself; both None where the sentence was not parsed.
    `relations` holds `r3:change` and the like.
    """

    figure: Figure
    unit: str = ""
    measure: str = ""
    entities: tuple[str, ...] = ()
    period: Period | None = None
    role: Role = "level"
    direction: Literal["up", "down", ""] = ""
    relations: list[str] = field(default_factory=list)
    sourcing: Sourcing = "none"
    source: str = ""
    token: int | None = None
    head: int | None = None


@dataclass(slots=True)
class Reading:
    """A sentence with its facts, in order of position.

    Figures have offsets into the article's text; subtract `sentence.start` for the sentence's.
    `doc` is spaCy's parse of `sentence.text` (tags and dependencies, no lemmas, no entities), or
    None where no figure of the sentence needed one. Dates are facts too (`figure.kind == "date"`).
    `clauses` keeps what `relations.clause` makes of the sentence, by the kinds of figures asked for.
    """

    article: Article
    sentence: Sentence
    facts: list[Fact] = field(default_factory=list)
    doc: Doc | None = None
    clauses: dict[frozenset[str], Clause] = field(default_factory=dict, repr=False, compare=False)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers `offset` (into the article's text), if the sentence was parsed."""
        if self.doc is None:
            return None
        span = self.doc.char_span(
            offset - self.sentence.start, offset - self.sentence.start + 1, alignment_mode="expand"
        )
        return span[0] if span is not None and len(span) else None
