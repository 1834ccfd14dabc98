"""A share tied to the part and the whole it relates: `483, or 42 per cent, of the 1,150`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import ADDITIVE, Clause, any_of, filler, same_measure
from checks.lexicon.nouns import singular

#: Kinds of figures that tell a share.
_SHARES = frozenset({"percent", "ratio"})
#: The beginning of a sentence, up to its first figure.
_START = re.compile(r"^(?:[\w ,'-]{0,40}, )?(?:about |around |some |nearly |almost |more than |over |the )?$")


class Share(NamedTuple):
    """A share, the part it is and the whole it is of; `whole` is None where none is printed."""

    share: Fact
    part: Fact
    whole: Fact | None


class Pattern(NamedTuple):
    """The words around two or three quantities, in the order s(hare), p(art), w(hole)."""

    order: str
    before: re.Pattern[str] | None
    gaps: tuple[re.Pattern[str], ...]
    after: re.Pattern[str] | None = None
    strict: bool = False  # part and whole must be of one noun


@cache
def _patterns() -> tuple[Pattern, ...]:
    fill, lists = filler(), lexicon.lists("relations")["shares"]

    def ends(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"{pattern}{fill}$")

    noun = r"(?: [\w'%$-]+){0,5}?"
    #: "475, or 38 per cent": the same thing said again, and nothing else between.
    again = ends(rf"{noun}(?:,? or | \( ?|, | [-\u2013\u2014] )")
    also = ends(r"(?:,? or | \( ?|, )")
    far = ends(r"(?:(?!\b(?:and|but|while|with)\b)[^;:()]){0,60}?, ")
    owner = r"(?!(?:whom|which|them|these) )(?:[\w-]+ ){0,2}(?:[\w-]+'s? )?"
    of = ends(rf"{noun}[),]*(?: \))?,?(?: out)? of {owner}")
    whole = ends(rf"[),]*(?: \))?,?(?: out)? of {owner}")
    is_share = ends(
        r"[^,;:()]{0,30} (?:is|are|was|were|(?:make|made) up|represent(?:s|ed)?|account(?:s|ed)? for) "
    )
    that_is = r", (?:which (?:is|was|makes up|made up)|representing|(?:equal|equivalent) to) "
    makes_up = r"makes? up|made up|represent(?:s|ed)?|account(?:s|ed)? for"
    #: what follows the figure of a part, up to the words that make the next one its share
    thing = r"(?: (?!(?:and|but|while|which)\b)[\w#'%$-]+){0,7}?"
    #: a share by its nature: not an interest rate
    rate = rf"(?:\b(?:an?|the|its|their) rate|(?:\b(?:an?|the|its|their) )?\b(?:{any_of(lists['rates'])}))"
    everyone = any_of({word for words in lists["collectives"].values() for word in words})
    all_of_it = re.compile(rf"(?: of (?:the|its|their) (?P<all>{everyone}))?(?:[.;)]|, (?!up|down)|$)")
    of_all = re.compile(rf" of (?:the|its|their|his|her) (?:[\w'-]+ ){{0,3}}?(?:{everyone})(?:[.,;)]|$)")
    aside_of = re.compile(r" of (?!(?:it|them|which|whom|that|those|these|this)\b)[^,;:()]{3,50},")
    in_all = re.compile(r"[,.]|$|(?: [\w-]+)? (?:in (?:all|total)|altogether|all told)\b")
    is_rate = ends(rf"{rate} (?:of|is|was|were|at|stood at|stands at|reached|came to) ")
    total_of = ends(r" of (?!the (?:cost|price)s?\b)(?:[\w'-]+ ){1,5}of ")
    with_ = re.compile(r"\bwith (?:[\w'-]+ ){0,2}$")
    stands = r"(?:is|was|are|were|stood at|stands at|(?:(?:is|was|are|were) )?running at|reached|came to) "
    filled = r"(?: [\w'-]+){0,2}? (?:filled|full|in use|let|occupied|rented|sold|taken|booked)"
    full = re.compile(r" (?:full|let|occupied|booked|sold|of (?:(?:its|the|total|full) )?capacity)\b")
    dash = r"(?:,| [-\u2013\u2014]) "
    of_what = re.compile(r",? of (?!(?:it|them|which|whom|that|those|these|this)\b)")
    last = ends(rf"[^;:()]{{0,60}}?(?:, or |,? \( ?| [-\u2013\u2014] |{that_is})")
    return (
        Pattern("wps", ends(r"(?:^|[,;\u2014] |\bthat )(?:out )?of "), (ends(r"[^;:()]{0,90}?, "), again)),
        Pattern("wps", None, (ends(r"[^;:()]{0,60}?\bof (?:whom|which|them) "), again)),
        Pattern("wsp", ends(r"(?:^|[,;\u2014] |\bthat )(?:out )?of "), (ends(r"[^;:()]{0,90}?, "), also)),
        Pattern("wsp", None, (ends(r"[^;:()]{0,60}?\bof (?:whom|which|them) "), also)),
        Pattern("psw", None, (again, whole)),
        Pattern("psw", None, (far, ends(r" of (?:the|its|their|last year's) ")), None, True),
        Pattern("psw", None, (is_share, ends(r" of "))),
        Pattern("pws", None, (of, last)),
        # 540 of 900 thefts, a clearance rate of 60%; £48m of the £320m budget, 15% of the total
        Pattern("pws", None, (of, ends(rf"[^;:()]{{0,60}}?{dash}(?:(?:giving|making|for) )?{rate} of "))),
        Pattern("pws", None, (of, ends(rf"[^;:()]{{0,60}}?(?:, (?:or )?|{that_is})")), all_of_it),
        # With 4,320 of the 9,000 flats let, occupancy stands at 48%; is 48% full
        Pattern("pws", with_, (of, ends(rf"[^;:()]{{0,40}}?, {rate} {stands}"))),
        Pattern("pws", with_, (of, ends(rf"{filled}, [^;:()]{{0,40}}?\b{stands}")), full),
        # 31 terawatt-hours, 62% of total output of 50 terawatt-hours
        Pattern("psw", None, (again, total_of), None, True),
        # Turnout was 58%, with 29,000 of 50,000 voters
        Pattern("spw", is_rate, (ends(rf"[^;:()]{{0,20}}?(?:, with |: |{dash}|, as |,? \()"), of)),
        Pattern("spw", None, (ends(r" of [^;:()]{0,60}?(?:,? or |, |,? \( ?)"), of)),
        Pattern("spw", None, (ends(r"(?:,? or |,? \( ?)"), of)),
        Pattern("swp", None, (ends(r" of "), last)),
        Pattern("swp", None, (ends(r" of "), ends(r"[^;:(),]{0,40}, ")), in_all),
        Pattern("sp", None, (re.compile(rf" of [^,;:()]{{3,60}}? \({fill}$"),)),
        Pattern("ps", None, (ends(rf"{thing}(?:,? or |{that_is}|, giving (?:it|them|him|her) )"),), of_what),
        Pattern("ps", None, (ends(rf"{thing}(?:,? and|, which)? (?:{makes_up}) "),), of_what),
        Pattern("ps", None, (ends(rf"{thing},? (?:making up|accounting for) "),), of_what),
        Pattern("ps", None, (ends(rf"{thing}, "),), re.compile(r" of (?:all|(?:the|its|their) total) ")),
        # It spent £36m on agency nurses, 9% of the trust's budget
        Pattern("ps", None, (ends(rf"{thing}, "),), of_all),
        # Some 240 firms, 12% of the chamber's members, exported goods
        Pattern("ps", _START, (ends(r" [a-z-]+(?: [a-z-]+)?, "),), aside_of),
    )  # fmt: skip


def shares(clause: Clause) -> Iterator[Share]:
    """The shares of a sentence that are printed with their part; a fact is one share only."""
    if _SHARES.isdisjoint(fact.figure.kind for fact in clause.facts):
        return
    seen: set[int] = set()
    for size in (3, 2):
        for i in range(len(clause.facts) - size + 1):
            facts, gaps = clause.facts[i : i + size], clause.gaps[i : i + size + 1]
            for pattern in _patterns():
                if len(pattern.order) != size or not _worded(pattern, gaps):
                    continue
                parts = dict(zip(pattern.order, facts, strict=True))
                if not _of_whole(pattern, gaps[-1], parts):
                    continue
                if id(parts["s"]) in seen or not _measurable(
                    parts, gaps[pattern.order.index("s") + 1], pattern
                ):
                    continue
                seen.add(id(parts["s"]))
                yield Share(parts["s"], parts["p"], parts.get("w"))
                break


def _worded(pattern: Pattern, gaps: list[str]) -> bool:
    if pattern.before is not None and pattern.before.search(gaps[0][-60:]) is None:
        return False
    if pattern.after is not None and pattern.after.match(gaps[-1]) is None:
        return False
    return all(p.fullmatch(gap) for p, gap in zip(pattern.gaps, gaps[1:-1], strict=True))


def _of_whole(pattern: Pattern, after: str, parts: dict[str, Fact]) -> bool:
    """Whether "25% of the workforce" tells of the 18,000 workers that are the whole."""
    found = pattern.after.match(after) if pattern.after else None
    named = found["all"] if found and "all" in found.re.groupindex else None
    if named is None or "w" not in parts:
        return True
    whole = parts["w"]
    noun = singular((whole.unit or whole.figure.unit).rpartition(" ")[2])
    kinds = lexicon.lists("relations")["shares"]["collectives"]
    return any(named in kinds.get(kind, ()) for kind in ("any", whole.figure.kind, noun))


def _measurable(parts: dict[str, Fact], after_share: str, pattern: Pattern) -> bool:
    """Whether the kinds fit, and the percentage is a share at all ("or 38 per cent more" is none)."""
    share, part, whole = parts["s"].figure, parts["p"], parts.get("w")
    if share.kind not in _SHARES or (share.kind == "ratio" and not 0 < share.value < 1):
        return False
    if part.figure.kind not in ADDITIVE or (whole is not None and not _divisible(part, whole)):
        return False
    # "Shed 900 of its 12,000 staff, or 7.5%" is a share whatever was done with them.
    of_these = pattern.order == "pws" and pattern.after is None and pattern.before is None
    if (parts["s"].role == "change" and not of_these) or (
        pattern.strict and whole and not same_measure(part, whole)
    ):
        return False
    of_another = _no_share().match(after_share) is not None
    if pattern.order == "ps":
        return True
    return not of_another or pattern.after is not None or pattern.order in ("psw", "spw", "swp", "sp")


def _divisible(part: Fact, whole: Fact) -> bool:
    # "212 of its 390 members": the noun of a count may be printed with either, or in other words.
    if part.figure.kind == "measurement" and whole.figure.kind == "count":
        return not (whole.unit or whole.figure.unit)
    return part.figure.kind == whole.figure.kind == "count" or same_measure(part, whole)


@cache
def _no_share() -> re.Pattern[str]:
    return re.compile(
        rf"[ -](?:[\w'-]+ )?(?:{any_of(lexicon.lists('relations')['shares']['other_share'])})\b"
    )
