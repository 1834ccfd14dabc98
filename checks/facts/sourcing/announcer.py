"""Who announces what the sentence tells: "Harrow is to close", "the ministry has published"."""

from __future__ import annotations

import re

from checks.facts.sourcing.cue_verbs import leading
from checks.facts.sourcing.words import Words, auxiliaries, grammar, group, split

#: A verb stands at most so many words behind the subject: "Harrow Foods, the maker of pies, reported".
REACH = 16
#: "VIENNA -", "JAKARTA, Oct 4 (AFP) -"
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:, [\w .,]{2,24})?(?: ?\([\w .]{2,20}\))? ?[-–—:] ")


def announcer(text: str) -> str | None:
    """The subject of the sentence where it decides, plans or publishes: "Harrow is to close"."""
    words = split(text[found.end() :] if (found := _DATELINE.match(text)) else text)
    if not len(words):
        return None
    who = leading(words, len(words))
    if not who.name or who.vague or who.pronoun:
        return None
    begin = next((i for i in range(len(words)) if words.raw[i] == who.name.split(" ")[-1]), -1) + 1
    return who.name if begin > 0 and _decides(words, begin) else None


def _decides(words: Words, begin: int) -> bool:
    """True where the first verb from `begin` on is one of deciding, planning or publishing."""
    deeds, aside = group("behind", "deeds"), words.at(begin) in {",", "("}
    for i in range(begin, min(len(words), begin + REACH)):
        low = words.low[i]
        if low in auxiliaries():
            return _planned(words, i, deeds)
        if low in deeds:
            return True
        if not aside and low not in grammar("adverbs") and not words.capital(i) and i > begin + 3:
            return False
    return False


def _planned(words: Words, i: int, deeds: frozenset[str]) -> bool:
    """ "will open", "is to close", "has launched", "is cutting", but not "was fined", "is big"."""
    low, following = words.low[i], words.at(i + 1)
    if following in grammar("adverbs"):
        following = words.at(i + 2)
    if low in {"will", "would"}:
        return following not in grammar("be")
    if low in grammar("be"):
        return following in {"to", "set", "planning", "due"} or following.endswith("ing")
    return following in deeds
