"""What becomes of a total, told one by one: `£700m. Of that, £410m will go to track and £290m to stations`.

The list stands in the sentence of the total or in the next one. Words such as "the rest" say that it is
complete, and so do kinds that share out a whole between them (men and women). Any other list may be a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks import lexicon
from checks.facts.reading import Fact
from checks.facts.relations.clause import ADDITIVE, Clause, any_of, filler, same_measure
from checks.facts.relations.forms import Tie
from checks.facts.relations.parts import total_tie
from checks.facts.relations.sums import Total, same_dimension

#: A colon so near to the total belongs to it, whatever the pieces are called.
NEAR = 30


class Listing(NamedTuple):
    """A total and its pieces; `closed`: these are all; `apart`: no two of them have anything in common."""

    total: Fact
    pieces: tuple[Fact, ...]
    closed: bool
    apart: bool

    def tie(self) -> Tie:
        """part, ..., total of a closed list; some, ..., all (and apart) of one that may be open."""
        if self.closed:
            return total_tie(Total(self.total, self.pieces))
        pieces = tuple(("some", piece) for piece in self.pieces)
        return Tie((*pieces, ("all", self.total), *((("apart", self.total),) if self.apart else ())))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lists = lexicon.lists("relations")
    sums, fill = lists["sums"], filler()
    closing = any_of(lists["splits"]["closing"])
    rest = (
        rf"\b(?:the|its|their|his|her|a|another) (?:{closing})(?: of (?:the|its|their) [a-z]+)?(?:,| \(|"
        r" [-\u2013\u2014])? ?"
    )
    noun = r"(?: [\w'%#-]+){0,9}?"
    of = r"of (?:which|whom|that|this|those|these|them|it|the (?:total|sum|money|amount|figure|number))"
    return {
        "rest": re.compile(rf"{rest}{fill}$"),
        "colon": re.compile(rf"(?:{noun}|[^;:()]{{0,60}}?)(?::| [-\u2013\u2014]|\u2014| \() ?{fill}$"),
        "of": re.compile(rf"{noun}(?:,| -| [\u2013\u2014]|:)? ?{of},? {fill}$"),
        "with": re.compile(rf"{noun},? with {fill}$"),
        "comma": re.compile(rf"{noun}, (?:and )?{fill}$"),
        "including": re.compile(rf"{noun},? (?:including|among them|notably) {fill}$"),
        "opener": re.compile(rf"[^;:()]{{0,60}}?\b(?:{any_of(sums['openers'])})\b[^;:()]{{1,60}}$"),
        "of_them": re.compile(r" of (?:them|those|these|that|it)\b"),
        # In the next sentence: "of that, £410m"; "roads account for $9.6bn"; whatever begins it.
        "of_that": re.compile(rf"(?:and |but )?{of},? {fill}$"),
        "accounts": re.compile(rf"[^;:()]{{1,50}}? (?:{any_of(sums['accounts'])}) {fill}$"),
        "plain": re.compile(rf"[^;:()]{{0,70}}{fill}$"),
        "before": re.compile(r"(?:^|[,;:] )of (?:(?:the|its|their|his|her|all) )?$"),
        "next": re.compile(r"[^:()\u2014]{0,80}?[,;] ?(?:[^;:(),]{0,40} )?$"),
        "last": re.compile(
            r"[^:()\u2014]{0,80}?[,;]? (?:and|while|whereas|but|with|plus)\b[^,;:()\u2014]{0,50}$"
        ),
        # After the list, what no figure tells: "and the rest from gifts", "the tenth was a teacher".
        "goes_on": re.compile(
            rf"\b(?:the|its|their|an?) (?:{closing}|others|last|third|fourth|fifth|sixth|seventh|eighth|ninth"
            r"|tenth|eleventh|twelfth)\b|\b(?:others|another|as well as|and one)\b"
        ),
        "open": re.compile(rf"\b(?:{any_of(set(sums['open']) - {'of which', 'of whom'})})\b"),
        "vague": re.compile(rf"\b(?:{any_of(sums['uncounted'])})\b"),
        "first": re.compile(rf"(?: [\w'-]+){{0,4}}? ({any_of(sums['prepositions'])}) "),
    }


def listings(clause: Clause, border: int | None = None) -> Iterator[Listing]:
    """The totals of a clause with the lists that follow them.

    `border` is the number of figures in the first of two sentences: the list is then in the second.
    """
    done = 0
    for start in [border] if border is not None else range(1, len(clause.facts) - 1):
        if start < done or start + 2 > len(clause.facts):
            continue
        end = _end(clause, start)
        if not end:
            continue
        form = _form(clause, start, across=border is not None)
        pieces = tuple(clause.facts[start:end])
        total = _total(clause, pieces, start, form, across=border is not None) if form else None
        if total is None:
            continue
        found = _judged(clause, total, pieces, form, start, end)
        if found is not None:
            done = end
            yield found


def _end(clause: Clause, start: int) -> int:
    """The index after the list that begins at `start`; 0 where there is no list of two."""
    words, facts, gaps = _words(), clause.facts, clause.gaps
    for i in range(start + 1, len(facts)):
        if facts[i].figure.kind != facts[start].figure.kind or words["vague"].search(gaps[i]):
            return 0
        if words["open"].search(gaps[i]):
            return 0
        rest = words["rest"].search(gaps[i]) and not re.search(r"[:()]|\. ", gaps[i])
        if words["last"].fullmatch(gaps[i]) or rest:
            after = gaps[i + 1]
            if words["open"].search(after[:40]) or words["goes_on"].search(after[:90]):
                return 0
            # "two men and one woman inside and one woman outside"
            more = i + 1 < len(facts) and facts[i + 1].figure.kind == facts[start].figure.kind
            return 0 if more and words["last"].fullmatch(after) else i + 1
        if not words["next"].fullmatch(gaps[i]):
            return 0
    return 0


def _form(clause: Clause, start: int, across: bool) -> str:
    """How the list is joined to its total; empty where it is not."""
    words, gap = _words(), clause.gaps[start]
    names: tuple[str, ...]
    if across:
        _, dot, gap = gap.rpartition(". ")
        names = ("of_that", "accounts", "plain") if dot and not words["open"].search(gap) else ()
        if names and words["of_them"].match(clause.gaps[start + 1]):
            return "of_that"
    else:
        if words["open"].search(gap[-40:]):
            return "including" if words["including"].fullmatch(gap) else ""
        if words["before"].search(clause.gaps[start - 1]) and words["comma"].fullmatch(gap):
            return "of"
        names = ("of", "colon", "with", "opener", "comma")
    return next((name for name in names if words[name].fullmatch(gap)), "")


def _total(clause: Clause, pieces: tuple[Fact, ...], start: int, form: str, across: bool) -> Fact | None:
    """The figure that the pieces may make: right before them, or the only such one a sentence before."""
    most = max(piece.figure.value or 0.0 for piece in pieces)
    if any(piece.figure.kind not in ADDITIVE or piece.figure.value_to is not None for piece in pieces):
        return None
    near = clause.facts[:start] if across else clause.facts[start - 1 : start]
    if form == "colon" and near[0].figure.value < most:  # "4,200 people in 23 villages: 2,700 in Greece ..."
        near = clause.facts[: start - 1]
    fit = [
        fact
        for fact in near
        if all(same_dimension(fact, piece) for piece in pieces) and (fact.figure.value or 0.0) > most
    ]
    if len(fit) != 1 or fit[0].figure.value_to is not None or fit[0].role == "change":
        return None
    return fit[0]


def _judged(
    clause: Clause, total: Fact, pieces: tuple[Fact, ...], form: str, start: int, end: int
) -> Listing | None:
    words, gaps = _words(), clause.gaps
    tails = [gaps[i + 1] for i in range(start, end)]
    rest = words["rest"].search(gaps[end - 1]) is not None
    shared = _told_apart(pieces, tails, "complements")
    firsts = {m[1] if (m := words["first"].match(tail)) else "" for tail in tails}
    parallel = len(firsts) == 1 and firsts <= _prepositions()
    kin = parallel or _kin(total, pieces)
    if form == "plain" and not rest:
        return None
    if form in ("with", "comma") and not (rest or shared or parallel):
        return None
    if form == "comma" and firsts & _prepositions() & {*gaps[start].split()}:
        return None  # "145 in Leeds, 80 in York and the remaining 25 in Hull" are three of a kind
    if _told_apart((total, *pieces), [gaps[start], *tails], "complements"):
        return None  # "239 men, 17 women and 12 children": the total is one of the kinds
    if form == "including":
        over = sum(piece.figure.interval.low for piece in pieces) > total.figure.interval.high
        return Listing(total, pieces, closed=False, apart=True) if parallel and over else None
    closed = (
        (rest and kin)
        or shared
        or (
            form == "colon"
            and (parallel or (kin and total.figure.kind == "count" and len(gaps[start]) <= NEAR))
        )
    )
    contrast = form == "of_that" and re.search(r"\b(?:while|whereas)\b", gaps[end - 1]) is not None
    apart = (
        parallel
        or contrast
        or (kin and form in ("accounts", "opener"))
        or _told_apart(pieces, tails, "exclusive")
    )
    return Listing(total, pieces, closed, apart)


def _kin(total: Fact, pieces: tuple[Fact, ...]) -> bool:
    """Whether the pieces are of what the total counts, as far as their nouns tell."""
    if total.figure.kind != "count":
        return all(same_measure(total, piece) for piece in pieces)
    sums = lexicon.lists("relations")["sums"]
    noun = _noun(total)
    people = sums["people"] if noun in sums["people"] or not noun else []
    return all(_noun(piece) in ("", "one", noun, *people, *sums["kinds"].get(noun, ())) for piece in pieces)


def _told_apart(pieces: tuple[Fact, ...], tails: list[str], sets: str) -> bool:
    """Whether each piece is of another kind of one set; of `complements`, they must be all of its kinds."""
    for kinds in lexicon.lists("relations")["sums"][sets].values():
        sides = [_sides(kinds, piece, tail) for piece, tail in zip(pieces, tails, strict=True)]
        told = set().union(*sides)
        apart = all(len(side) == 1 for side in sides) and len(told) == len(pieces)
        if apart and (sets == "exclusive" or len(told) == len(kinds)):
            return True
    return False


def _sides(kinds: list[str], piece: Fact, tail: str) -> set[int]:
    """The kinds (words of one kind are joined by `/`) that the noun of a piece or what follows it names."""
    near = f"{_noun(piece)} {re.split('[,;.]|(?: and | while )', tail)[0][:40]}"
    return {i for i, kind in enumerate(kinds) if re.search(rf"\b(?:{any_of(kind.split('/'))})\b", near)}


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(lexicon.lists("relations")["sums"]["prepositions"])


def _noun(fact: Fact) -> str:
    return fact.unit.rpartition(" ")[2]
