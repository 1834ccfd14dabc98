"""What a form that may be a reporting verb does where it stands."""

from __future__ import annotations

from checks.facts.sourcing.words import MONEY, PRONOUNS, QUOTES, VerbKind, Words, grammar, group, verbs

#: Words in what a paper is called: "its latest annual report".
LONGEST_PAPER = 5
#: What stands before the words that are said.
CLAUSE = frozenset(["that", ",", ":", "“", '"'])


def speaks(words: Words, i: int, kind: VerbKind) -> bool:
    """False where the form at `i` does something else than attribute."""
    low, prior, following = words.low[i], words.at(i - 1), words.at(i + 1)
    if kind == "hear" or prior in grammar("determiners") or prior == "to":
        return False
    if low == "called":
        return following == "for"
    if low in grammar("need_that"):
        return following in CLAUSE or prior in QUOTES
    if low in grammar("sums"):
        return not (
            following in grammar("amount")
            or (following and not following[0].isalpha() and following not in CLAUSE | {"."})
        )
    if low == "claimed" and (
        following[:1].isdigit() or following in MONEY or "lives" in words.low[i + 1 : i + 4]
    ):
        return False
    return not (kind == "think" and (prior in grammar("modal") or prior.endswith(("'d", "’d", "'ll", "’ll"))))


def is_noun(words: Words, i: int) -> bool:
    """True where a form such as "estimates" or "reports" is a noun."""
    if words.low[i] not in grammar("also_nouns"):
        return False
    if i and words.capital(i):  # "the United States"
        return True
    prior, following = words.at(i - 1), words.at(i + 1)
    if prior == "," and (words.low[i] == "estimate" or (i + 1 < len(words) and words.capital(i + 1))):
        return False  # "the courts, which heard him, estimate", "…, reports Ana Ruiz"
    if not prior or prior in grammar("determiners") | grammar("beside_nouns") or prior.endswith(("’s", "'s")):
        return True
    if words.low[i] in {"claim", "estimate"} and not (prior.endswith("s") or prior in PRONOUNS):
        return True
    if following in grammar("determiners") or following in PRONOUNS or following == "that":
        return False
    if following[:1].isdigit() or following in MONEY:
        return False
    if following in {".", ",", ";", ")", "—", "–", ""} and _ends_aside(words, i):
        return False
    if following in verbs() or following in grammar("beside_nouns") or following in grammar("be"):
        return True
    people = group("sources", "unnamed") | group("sources", "officials") | group("sources", "documents")
    return not (words.capital(i - 1) or prior in PRONOUNS or prior in people)


def _ends_aside(words: Words, i: int) -> bool:
    """True for "…, the IMF estimates.", "…, its annual report shows.": a name or paper after a comma."""
    start = i
    if words.at(i - 1) in group("sources", "documents"):
        while start and i - start < LONGEST_PAPER and words.raw[start - 1].isalpha():
            start -= 1
    while start and words.capital(start - 1):
        start -= 1
    if start and words.low[start - 1] == "the":
        start -= 1
    return 0 < start < i and words.raw[start - 1] == ","


def may_show(words: Words, start: int, i: int, aside: bool) -> bool:
    """True when the subject from `start` on is a paper or count, or a body and a clause follows.

    `aside`: "…, the watchdog found." after the clause.
    """
    if aside and words.low[i] in grammar("found"):
        return True
    if not group("sources", "documents").isdisjoint(words.low[start:i]):
        return True
    if words.low[i] in {"put", "puts"}:
        return not {"at", "nearer", "closer"}.isdisjoint(words.low[i + 2 : i + 10])
    if words.low[i] in grammar("weak"):
        return False
    return "that" in words.low[i + 1 : i + 3] or (words.low[i] in {"found", "finds"} and words.capital(i - 1))


def is_aside(words: Words, i: int) -> bool:
    """True when what follows the verb at `i` tells when or where it was said, and not what."""
    j = i + 1
    if words.at(j) in {",", ":"} and words.at(j + 1) in QUOTES:
        return False
    if words.at(j) == "to" and words.low[i] in grammar("promises"):
        return False
    if words.low[i] in grammar("addressed"):
        while j < min(len(words), i + 8) and words.low[j] not in grammar("tail"):
            j += 1
    if j >= len(words) or words.low[j] in QUOTES:
        return True
    if words.low[j] not in grammar("tail"):
        return False
    for k in range(j, min(len(words), j + 12)):
        if words.low[k] == "that":
            return False
        if words.low[k] in {",", ".", ";"}:
            break
    return True
