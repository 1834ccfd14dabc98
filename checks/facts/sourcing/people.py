"""Somebody, or nobody in particular: whether a named source can be asked."""

from __future__ import annotations

import re

from checks.facts.sourcing.words import grammar, group

#: Endings of the adjectives that say from which country people are, which is not enough to find them.
_NATIONAL = re.compile(
    r"(?:ian|ean|ish|ese|[Ff]rench|[Dd]utch|[iq]i|ican|U\.?S\.?|U\.?K\.?|EU|Western|Arab|Greek)$"
)


def is_vague(name: str) -> bool:
    """True when `name` is nobody in particular: "analysts", "some estimates", "Western economists".

    People of an office are somebody once a place or a body is named ("Pentagon officials"); experts
    and sources only with a body ("economists at Barclays").
    """
    parts = name.split()
    lows = [p.lower().strip(",.’'") for p in parts]
    head = next((i for i, w in enumerate(lows) if i and w in grammar("head_ends")), len(lows))
    noun = lows[head - 1]
    if lows[0] in grammar("somebodys"):
        return False
    if lows[0] == "one" and len(parts) == 2 and parts[1].islower():  # "one delegate"
        return True
    if lows[0] == "western":  # no country's, and no body's
        parts, lows, head, noun = parts[1:] or parts, lows[1:] or lows, head - 1, noun
    names = [p for i, p in enumerate(parts) if p[0].isupper() and (i or not _common(lows[0]))]
    if noun in group("sources", "unnamed") or (lows[0] in {"some", "many", "others"} and head == 1):
        if head < len(lows) and lows[head] in grammar("knowing"):
            return True
        bodies = [p for p in names if not _NATIONAL.search(p)]
        return not bodies and (head == len(lows) or lows[head] not in grammar("their_body"))
    if noun in group("sources", "officials"):
        return not names and (head == len(lows) or lows[head] not in grammar("their_body") | {"of", "in"})
    if noun in grammar("loose_papers") and not names and head == len(lows):
        bare = head == 1 or lows[0] in grammar("indefinite") or noun.endswith("s")
        return bare and lows[0] != "the" and grammar("on_record").isdisjoint(lows)
    return False


def _common(low: str) -> bool:
    """True for a word that only the beginning of the sentence writes large."""
    return (
        low in grammar("indefinite")
        or low
        in {"the", "these", "those", "independent", "senior", "local", "media", "two", "three", "foreign"}
        or low in grammar("trades")
        or low in group("sources", "unnamed")
        or low in group("sources", "officials")
        or low in grammar("loose_papers")
    )
