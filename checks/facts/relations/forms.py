"""Forms of words that tie figures: regular expressions for what stands before, between and after them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from checks.facts.reading import Fact
from checks.facts.relations.clause import Clause, filler

#: The change as what "which" stands for: ", which was a 5% rise", ", which it described as a 5% rise".
WHICH = (
    r"which (?:is|was|represents|represented|marks|marked|[\w' -]{1,30}?(?:called|described as|hailed as))"
)

#: How much of the words before the first figure, and after the last, a form looks at.
BEFORE, AFTER = 80, 60
#: Where another statement begins: figures on either side are not of one form.
APART = re.compile(
    rf"\b(?:and|but|while|whereas|(?!{WHICH})which|who|although|though|because)\b|\bafter (?:a|an|the)\b"
)


class Tie(NamedTuple):
    """Facts tied by arithmetic: each with the part it plays, in order; a fact may play several."""

    parts: tuple[tuple[str, Fact], ...]


class Form(NamedTuple):
    """The letters of the parts in order of print, and a pattern for each gap around the figures.

    The first pattern is searched for in what stands before the first figure, the last is matched after
    the last figure, and those between must fill their gaps. None: anything may stand.
    """

    order: str
    gaps: tuple[re.Pattern[str] | None, ...]

    def fits(self, gaps: list[str]) -> bool:
        """Whether the gaps around `len(order)` figures are those of the form."""
        first, *between, last = self.gaps
        if first is not None and first.search(gaps[0][-BEFORE:]) is None:
            return False
        if last is not None and last.match(gaps[-1][:AFTER]) is None:
            return False
        return all(p is None or p.fullmatch(gap) for p, gap in zip(between, gaps[1:-1], strict=True))


def ends(pattern: str, terms: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """`pattern`, then the small words that may precede the next figure. `<name>` stands for a term."""
    return re.compile(filled(pattern, terms or {}) + filler() + "$")


def filled(pattern: str, terms: Mapping[str, str]) -> str:
    """`pattern` with each `<name>` replaced by its term."""
    for name, term in terms.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{term})")
    return pattern


def found(
    clause: Clause, forms: Iterable[Form], measurable: Callable[[dict[str, Fact], list[str]], bool]
) -> Iterator[tuple[dict[str, Fact], list[str]]]:
    """The figures next to one another whose gaps fit a form, by letter, and those gaps.

    A figure is in one of them only. `measurable` gets the facts and the gaps around them,
    and says whether they can be reckoned with.
    """
    taken = 0
    forms = tuple(forms)
    for i in range(len(clause.facts)):
        for form in forms:
            end = i + len(form.order)
            if i < taken or end > len(clause.facts):
                continue
            gaps = clause.gaps[i : end + 1]
            facts = dict(zip(form.order, clause.facts[i:end], strict=True))
            if form.fits(gaps) and measurable(facts, gaps):
                taken = end
                yield facts, gaps
                break
