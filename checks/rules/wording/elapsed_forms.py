"""The forms of words that say how long it was between two dates, or from a date to today.

Each pattern is matched against a sentence with marks (`wording.marked`), or two that follow one another.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.rules.wording.marked import NEXT, mark

#: Years that a word says, where no figure does.
JUBILEES = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "tercentenary": 300,
    "tricentennial": 300, "sesquicentennial": 150, "quincentenary": 500,
}  # fmt: skip
MARKING = r"\b(?:mark|celebrat|commemorat|observ)\w*\b"
DAYNAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#: Words, and no mark, bracket or end of a sentence.
_W = r"[^\u27ea\u27eb;:()\u00b6]"
_CLAUSE = r"[^\u27ea\u27eb;:()\u00b6,]*"
_D1, _D2 = mark("D", "first"), mark("D", "last")
_N, _AGE = mark("N", "length"), mark("A", "length")
_ABOUT = r"(?:(?:about|almost|around|exactly|just|less|more|nearly|only|over|some|than|under|roughly) )*"
#: What begins, so that its age counts from then.
_FOUNDED = (
    r"(?:founded|established|set up|created|formed|launched|built|completed|opened|incorporated|started"
    r"|consecrated|dedicated|inaugurated)"
)
_ENDED = r"(?:expir|end|finish|conclud|clos|laps|run out|ran out|complet)\w*"
_RULED = r"(?:reigned|ruled|reigning|ruling|governed|governing)"
_LASTED = r"(?:stood|ran|lasted|reigned|ruled|governed|remained|stayed|lived|survived)"
_BEGAN = (
    r"\b(?:began|started|joined|born|founded|opened|sailed|left|set off|set out|departed|entered|took off"
    r"|launched|arrived|moved|walked out)\b"
)
_CROWNED = r"\b(?:throne|power|office|crowned|king|queen|president|leader)\b"
_NTH = rf"(?:{mark('ON', 'nth')} (?:anniversary|birthday)|(?P<jubilee>{'|'.join(JUBILEES)}))"
_DATED = rf"(?:^|\b(?:in|on) ){_D1}(?:,? {_CLAUSE})?\.{NEXT}"
_LATER = rf"(?:later|on|afterwards?),? (?:in|on|by) {_D2}"


#: What lasts from then till now: "since 2009, a nine-year reign", not "since 2009, a five-year contract".
_STATE = (
    r"(?:[a-z]+ )?(?:absence|career|drought|dominance|exile|gap|hiatus|period|reign|rule|run|spell|span|stay"
    r"|stint|streak|stretch|tenure|wait)\b"
)
#: What takes effect and expires: "the five-year deal", not "the two-year rent review".
_BOND = (
    r"(?:[a-z]+ )?(?:accord|agreement|arrangement|concession|contract|deal|franchise|lease|licen[cs]e"
    r"|mandate|pact|partnership|permit|plan|pilot|programme|program|project|scheme|sponsorship|tenancy|term|treaty|trial|truce)\b"
)


class Form(NamedTuple):
    """A pattern with the groups `first` and `last` (dates) and `length`, `nth` or `jubilee`.

    `today`: there is no `last`, it is the day of the article. `plain`: it speaks of today without saying so.
    `least`: the length is no more than what lies between, and may be less.
    """

    pattern: str
    today: bool = False
    least: bool = False
    plain: bool = False


IN_ONE = [
    # began on July 5 and ended on August 15, 41 days later
    Form(rf"{_D1}{_W}{{1,90}} {_D2},? {_ABOUT}{_N} later\b"),
    # began on 24 February 2022, ended 86 days later on 21 May 2022
    Form(rf"{_D1}{_W}{{1,90}} {_ABOUT}{_N} later,? (?:in |on |by )?{_D2}"),
    # over five years, starting in 2020 and finishing in 2025
    Form(
        rf"\b(?:over|for|lasts?|lasted) {_ABOUT}{_N}, (?:starting|beginning) (?:in|on|from) {_D1},?"
        rf" (?:and )?(?:ending|finishing|concluding|closing) (?:in|on|by) {_D2}"
    ),
    # for 23 years, from 1992 until his dismissal in 2015
    Form(
        rf"{_N},? from {_D1} (?:until|to|till) (?:his|her|its|their|the) {_W}{{1,40}} (?:in|on)"
        rf" {_D2}"
    ),
    # built in 1961, stood for 28 years until it was breached on 9 November 1989
    Form(
        rf"{_D1}{_W}{{0,50}}\b{_LASTED} (?:[a-z]+ ){{0,3}}?for {_ABOUT}{_N},? (?:until|till|before)"
        rf"{_W}{{1,60}}(?:in|on) {_D2}"
    ),
    # came to the throne in 1952 and died on September 8, 2022, having reigned for 70 years
    Form(
        rf"{_CROWNED}{_W}{{0,30}}(?:in|on) {_D1} and {_W}{{1,50}}{_D2},? (?:having|after) {_RULED}"
        rf"(?: for)? {_ABOUT}{_N}"
    ),
    # began taking money in 2012 and was caught in 2020, after eight years of deceit
    Form(
        rf"{_BEGAN}{_W}{{0,50}}(?:in|on) {_D1},? and {_W}{{1,60}}(?:in|on) {_D2},?"
        rf" (?:after|having \w+(?: for)?) {_ABOUT}{_N}",
        least=True,
    ),
    # opened its gates in 1974 and closed them on Sunday after 44 years
    Form(
        rf"{_BEGAN}{_W}{{0,50}}(?:in|on) {_D1},? and {_W}{{1,60}}on {DAYNAME},? after {_ABOUT}{_N}",
        today=True,
        least=True,
    ),
    # 14 years after the 2011 disaster; 81 years since the landings of June 6, 1944
    Form(
        rf"(?:^|[,\u2013\u2014\u201c\"] ?|\b(?:and|but|now) |{MARKING} ){_ABOUT}{_N} (?:after|on from|since)"
        rf" (?!the (?:start|beginning|end) of){_W}{{0,60}}{_D1}",
        today=True,
    ),
    # debut at the 2006 Games and has raced at every one in the 16 years since
    Form(
        rf"{_D1}{_W}{{0,40}} and has {_W}{{1,60}}\b(?:in|over|for|during) the {_ABOUT}{_N} since\b(?! [a-z])",
        today=True,
    ),
    # had held the belt since 2009, a nine-year reign
    Form(
        rf"\bsince {_D1}, (?:an? |his |her |their |its )(?:[a-z]+ ){{0,2}}{_N} {_STATE}",
        today=True,
        plain=True,
    ),
    # the 55th anniversary of the first landing in 1969
    Form(rf"{_NTH}(?: celebrations)? of {_W}{{1,80}}{_D1}", today=True),
    # founded in 1924, marks its 100th anniversary
    Form(rf"\b{_FOUNDED} {_W}{{0,30}}{_D1},?{_W}{{1,60}}{MARKING} (?:its|their) {_NTH}\b", today=True),
    # founded in 1987, the 38-year-old firm
    Form(
        rf"(?:^|[,\u2013\u2014(] ?)(?i:{_FOUNDED})(?: {_W}{{1,40}})? (?:in|on) {_D1},?"
        rf" (?:and \w+ (?:in|by) [A-Z]\w+, )?(?:the|this) (?:now )?{_AGE} "
        r"(?![\w -]{1,40}['\u2019]s?\b)[a-z]",
        today=True,
        plain=True,
    ),
    # the 40-year-old block, completed in 1981
    Form(
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]his) (?:[\w-]+, )?{_AGE} (?:[\w-]+ ){{0,3}}[\w-]+, (?:which was |first )?"
        rf"{_FOUNDED} (?:[a-z]+ )?(?:in|on) {_D1}",
        today=True,
        plain=True,
    ),
]
IN_TWO = [
    # In 2009 engineers proposed a crossing. Ten years later, in 2019, …
    Form(rf"{_DATED}{_ABOUT}{_N} {_LATER}"),
    Form(rf"{_DATED}(?P<jubilee>[Aa] (?:decade|century)) {_LATER}"),
    # takes effect on 1 January 2026 and expires on 31 December 2030. The five-year deal covers …
    Form(
        rf"(?:on|in|from) {_D1},? (?:and|until) (?:[a-z]+ ){{0,4}}?{_ENDED} (?:on|in) {_D2}\W?{NEXT}"
        rf"(?:The|This|That) {_N} {_BOND}(?! (?:it|they|that|which)\b)"
    ),
    # marked its centenary on Sunday. The cathedral was consecrated in 1924
    Form(
        rf"{MARKING} (?:its|their) {_NTH}\b[^;:()\u00b6]{{0,160}}{NEXT}(?:The|It|They|[A-Z]\w+)\b"
        rf"(?: [\w'\u2019.-]+){{0,3}},? (?:was|were|which was)?(?: first)? ?{_FOUNDED}"
        rf"{_W}{{0,40}}\b(?:in|on) {_D1}",
        today=True,
    ),
]
#: The words that state a length without a figure, and so bring no fact.
_JUBILEE = re.compile(rf"\b(?:{'|'.join(JUBILEES)}|[Aa] (?:decade|century))\b", re.IGNORECASE)


def has_jubilee(text: str) -> bool:
    """Whether a word of `text` says how many years it was."""
    return may_have_jubilee(text) and _JUBILEE.search(text) is not None


def may_have_jubilee(text: str) -> bool:
    """Whether `text` has what all such words have: few sentences do."""
    low = text.lower()
    return "centen" in low or "decade" in low or "century" in low
