"""Whether a lone `m` after digits is metres or millions: `the 100m final`, `2.5m people`.

Newsrooms print both alike, so the words around decide: what is measured, raced, swum or closed is in metres,
what is counted or paid is in millions. Where they say nothing it is millions, save for distances that are
raced.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.figures import units

if TYPE_CHECKING:
    from checks.figures.numerals import Numeral

_AFTER = re.compile(
    r" (?:tall|high|long|wide|deep|thick|away|above|below|beneath|from|race|sprint|freestyle"
    r"|backstroke|butterfly"
    r"|breaststroke|hurdles|relay|final|finals|gold|silver|bronze|medley|steeplechase|event|record|dash"
    r"|champions?|runners?|course|victory|title|world record|of (?:water|cable|pip(?:e|es|ing)|rope|wire"
    r"|track|fenc(?:e|ing)|wall|fabric|road|tubing|hose|hedge(?:row)?|netting)|apart|x|tower|statue|fence|wall"
    r"|yacht|pool|semi-finals?|heats?|cliff|waves?|crater|trench|shaft|tunnel|radius"
    r"|exclusion zone|ridge|peak"
    r"|rope|ladder|drop|plunge|stretch|underground|underwater|offshore|inland|downstream|upstream"
    r"|in (?:length|height|depth|width|diameter|altitude))\b|[ -]?[x×]|[ -]by[ -][0-9]"
    r"|-(?:long|high|tall|wide|deep|thick|radius)"
)
#: money or people come "from" too: `raised 1.2m from donors`, `up 3m from last year`
_SUMS = re.compile(
    r"\b(?:rais\w+|receiv\w+|earn\w*|collect\w*|borrow\w*|increas\w+|decreas\w+|profits?|revenues?|sales|loss\w*"
    r"|income|fund\w*|grants?|fine[ds]?|pay\w*|paid|cost\w*|worth|users|viewers|audience|population|steal|stole|stolen"
    r"|got|gets?|took|tak\w+)\b[^.;]{0,30}$"
)
#: after "from": an earlier value, and no place
_EARLIER = re.compile(r" from (?:[0-9£$€]|last|the (?:previous|year|same)|an? (?:year|month|quarter))")
_BEFORE = re.compile(
    r"\b(?:cleared|threw|thrown|throws|hurled|swam|swims?|swimming|ran|runs?|running|sprint\w*|walk\w*|crawl\w*|jump\w*|leap\w*|leapt|dug|dives?|dived"
    r"|diving|dove|descend\w*|hover\w*|tunnell?\w*|(?:depth|height|length|width|distance"
    r"|altitude|radius|diameter)s? of"
    r"|(?:clos\w+|dragged|chased|carried|pushed|drove|stretch\w+|extend\w+|swept) (?:\w+ ){0,2}for)"
    r"(?: (?:about|some|around|over|only|up to|at least|nearly|almost|more than|the))? $"
    r"|[0-9] ?(?:m|metres?|meters?)(?: by |-by-| ?[x×] ?)$",
    re.IGNORECASE,
)
#: what moves up or down by metres, and how: `the plane fell 300m`; profits, too, but in money
_MOVED = re.compile(
    r"\b(?:planes?|aircraft|airliner|jets?|helicopters?|gliders?|balloons?|drones?|rockets?|climbers?|hikers?|skiers?|walkers?"
    r"|mountaineers?|paragliders?|skydivers?|man|men|woman|women|boys?|girls?|teenagers?|tourists?|drivers?|workers?|he|she|they"
    r"|who|cars?|bus|coach|lorry|truck|van|train|carriages?|lift|elevator|gondola|boulders?|rocks?|submarine|boats?|ship|lake"
    r"|sea levels?|tide|water levels?)\b(?! (?:firm|compan|mak|operat|group|sales|market|price|number"
    r"|user|passenger|industr"
    r"|manufact|deal|product|export|output|fare|ticket)\w*)[^.;:,]{0,24}\b(?:fell|fall\w*|plung\w+|dropp?\w*|sank|tumbl\w+|slid\w*|slipp\w+"
    r"|climb\w+|rose|risen|ascend\w+|plummet\w+|roll\w+|skidd\w+|drift\w+|hurtl\w+|abseil\w+|flew|flown|travell?ed)"
    r"(?: (?:about|some|around|over|only|up to|at least|nearly|almost|more than|another|a further|down"
    r"|by))* $",
    re.IGNORECASE,
)
#: one thing of that size: `a 2.1m crocodile`, `a 3m wall`; not a sum, a crowd or a change
_ONE_THING = re.compile(
    r" (?!(?:increas|decreas|ris|fall|drop|declin|gain|los|cut|jump|surg|reduc|profit|sale|deal|budget"
    r"|gap|short|surplus|deficit|total"
    r"|target|goal|record|share|stake|crowd|audience|population|people|strong|major|minor|customer|user|viewer|fund|grant|fine"
    r"|pay|pric|cost|bill|debt|loan|bid|offer|move|transfer|sign|contract|project|scheme|plan|program|invest|order|donat|gift|bonus"
    r"|year|month|week|day|home|house|job|copy|unit|barrel|vote|book|figure|sum|award|prize|rescue|bailout|settle|compens|writ"
    r"|hit|boost|inject|package|legal|annual|net|pre|gross|public|tax|new|extra|additional|estimated|initial|and|or|in|of|to|a)\w*\b)"
    r"[a-z]{3,}(?<!s)(?![\w-])"
)
_ARTICLE = re.compile(r"(?<![\w’'-])[Aa]n? \Z")
#: nothing that is told by its size alone is longer in metres
_SIZED = 100
_COUNTED = re.compile(
    r" (?:[a-z][\w-]+ ){0,2}?"
    r"(?:[a-z][\w-]*s|people|men|women|children|of|more|in|a|to|by|for|on|and|last|this)\b"
)
_PEOPLE = re.compile(r" (?:[a-z][\w-]*[^s]s|people|men|women|children|of)\b(?<! was)(?<! has)(?<! is)")
#: told again in brackets: `6ft 2in (1.88m)`, `1,200m (3,900ft)`
_FEET = r"(?:feet|foot|ft|inch|inches|in|yards?|yds?|miles?)"
_FEET_BEFORE = re.compile(
    rf"[0-9½¼¾][ -]?{_FEET}\.? ?[(\[](?:(?:about|around|roughly|some|or|nearly|almost) )?$"
)
_FEET_AFTER = re.compile(
    rf" ?[(\[](?:(?:about|around|roughly|some|or|nearly|almost) )?[0-9][0-9,.]*{_FEET}\b"
)
#: before a race: `the 200m`, `the men's 100m`
_EVENT = ("the ", "men’s ", "men's ", "girls' ", "girls’ ", "boys' ", "boys’ ")
#: distances that are raced: `the 100m`
_RACED = frozenset({60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10000.0})
#: no race, dive or road sign is longer in metres
_LONGEST = 20_000.0


def in_metres(text: str, n: Numeral) -> bool:
    """Whether the glued `m` that ends the numeral `n` is metres, not millions."""
    if text[n.end - 1] == "M":
        return False
    before = text[max(0, n.start - 48) : n.start]
    if _FEET_BEFORE.search(before) or _FEET_AFTER.match(text, n.end):
        return True
    if _AFTER.match(text, n.end):
        sums = text.startswith(" from", n.end) and (_EARLIER.match(text, n.end) or _SUMS.search(before))
        return not sums
    metres = n.value / 1e6
    if metres <= _SIZED and _ARTICLE.search(before) and _ONE_THING.match(text, n.end):
        return not units.match(text, n.end + 1)
    if metres <= _LONGEST and _MOVED.search(text[max(0, n.start - 80) : n.start]):
        return not units.match(text, n.end + 1)
    if (metres <= _LONGEST and _BEFORE.search(before)) or (metres in _RACED and before.endswith(_EVENT)):
        return not (_PEOPLE.match(text, n.end) or units.match(text, n.end + 1))
    return metres in _RACED and not (_COUNTED.match(text, n.end) or units.match(text, n.end + 1))
