"""The shape of a name: what hangs on to a noun phrase is taken off, and what is none is turned away."""

from __future__ import annotations

import re
from itertools import pairwise

from checks.facts.sourcing.words import grammar, group

_BRACKETED = re.compile(r"\s*\([^()]*\)")
#: "data for the 12 weeks to May"
_SPAN = re.compile(r"\s(?:for|in|over|of|to|from)\s(?:the\s)?(?:\w+\s)?\d.*$")
_CONTRACTED = re.compile(r"(?:\w+n['’]t|(?:it|that|there|here|he|she|they|we|you|i|what)['’]\w{1,2})$")


def shaped(text: str, subject: bool = False) -> str:
    """`text` as one noun phrase without loose ends; empty where it is none.

    Of two phrases in a row the `subject` of the verb that follows is the second, while after
    "according to" the first is meant, or the second where that gave the paper out.

    >>> shaped("a filing to regulators the airline", subject=True)
    'the airline'
    >>> shaped("sought to calm")
    ''
    """
    parts = _one(_SPAN.sub("", _BRACKETED.sub("", text)).split(), subject)
    ends = group("shape", "loose_ends")
    while parts and parts[-1].lower().strip(",.") in ends:
        parts.pop()
    return " ".join(parts) if parts and not _is_fragment(parts) else ""


def _one(parts: list[str], subject: bool) -> list[str]:
    """The words of one noun phrase, where `parts` hold two without a word between them."""
    opens, joins = group("shape", "opens"), group("shape", "before_determiner")
    for i, (prior, word) in enumerate(pairwise(parts), start=1):
        if word in opens and prior.lower() not in joins and not prior.endswith(","):
            if any(p in {"who", "which", "that"} for p in parts[: i - 1]):
                return parts  # "anybody who wants a licence"
            issued = not group("sources", "documents").isdisjoint(p.lower() for p in parts[:i])
            if subject or (issued and i < 3):
                return _one(parts[i:], subject)
            return parts[:i] if i > 1 else parts  # "make their own" is turned away whole
    return parts


def _is_fragment(parts: list[str]) -> bool:
    """True for words that no noun phrase begins with: a verb and its object, an adverb, "it's the"."""
    first = parts[0].lower()
    following = parts[1] if len(parts) > 1 else ""
    if first == "no" and following.isdigit():  # No 10
        return False
    if first in group("shape", "no_beginning") or _CONTRACTED.match(first):
        return True
    if not parts[0].islower():
        return False
    if first.endswith(("ed", "ing")) and (not following or not following[0].islower()):
        return True
    if first in grammar("determiners") | group("shape", "before_determiner"):
        return False
    governed = following in group("shape", "opens") or following == "to"
    return governed or (first.endswith(("ed", "ing")) and following in group("shape", "loose_ends"))
