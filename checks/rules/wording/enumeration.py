"""Names in a row: where a list of names ends in a sentence, and how many it may hold.

Print leaves room: "Trinidad and Tobago" is one name, so is "Paris, France", and "Ryan Teale, 27, of
Leeds" is one man. So a list holds at least and at most so many names, and what is no plain list is none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.facts import places

_TITLES = "St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Cpl|Maj|Rev|Prof|Sen|Rep|Gov|Hon"
#: An Arabic article or a French d' may stand before the capital.
_BEFORE = r"(?:(?:al|el|an|ar|as|ash|ul)-|[dl]['\u2019])?"
_CAPITAL = rf"(?:(?:[A-Z]\.)+|(?:{_TITLES})\.|{_BEFORE}[^\W\d_a-zß-öø-ÿ][\w'\u2019&/-]*)"
#: Small words inside a name: Bank of Scotland, Charles de Gaulle, Johnson & Johnson.
_JOINT = r"(?:of|the|de|del|della|der|den|di|da|do|dos|du|la|le|el|al|van|von|bin|ibn|upon|on|for|&)"
_NAME = rf"(?:the )?{_CAPITAL}(?:(?: {_JOINT}){{0,2}} {_CAPITAL}| \d{{1,4}}\b)*"
NAME = re.compile(_NAME)
#: After a name: the age, and then the town.
AGE = re.compile(rf"(?:, (?:aged )?\d{{1,3}}(?=[,;.)\s]|$)| \(\d{{1,3}}\))(?:,? (?:of|from) {_NAME})?")
PARTED = re.compile(r",? and |, ")
#: Capitalised words that begin no name of a list, and what belongs to the name before it.
NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    r"|September|October|November|December|He|She|It|They|We|You|There|In|On|At|But|As|If|When|While|After|Before"
    r"|Jr|Sr|MP|MPs|QC|KC|MD|PhD|OBE|CBE|MBE|Inc|Ltd|DC|D\.C\.|II|III|[DR]-[A-Z][a-z]*)\b"
)
REGIONS = frozenset({"country", "region", "state"})


class Names(NamedTuple):
    """A closed list: two names or more, the last after "and".

    It stands at `start` to `end` of the text; `least` and `most` say how many names it may hold.
    """

    start: int
    end: int
    names: tuple[str, ...]
    least: int
    most: int


def names(text: str, start: int) -> Names | None:
    """The list of names that begins at `start`; None where there is no plain and closed one."""
    found: list[str] = []
    joints: list[str] = []
    ages, at, end = 0, start, start
    while name := NAME.match(text, at):
        if NO_NAME.match(name[0]):
            return None
        found.append(name[0])
        end = name.end()
        if age := AGE.match(text, end):
            ages, end = ages + 1, age.end()
        parted = PARTED.match(text, end)
        if parted is None:
            break
        at = parted.end()
        joints.append(parted[0])
    else:
        # What follows the comma is no name: it closes the list. "And others" leaves it open.
        if not joints or joints.pop() != ", ":
            return None
    joints = joints[: len(found) - 1]
    if not joints or "and" not in joints[-1] or ", and " in joints[:-1]:
        return None
    most = len(found)
    least = most - joints[:-1].count(" and ") - _of_the_name_before(found, joints)
    return Names(start, end, tuple(found), max(min(least, ages or least), 1), most)


def _of_the_name_before(found: list[str], joints: list[str]) -> int:
    """How many of the names may say where the one before lies: "Paris, France"."""
    region = [_is_region(name) for name in found]
    pairs = zip(joints, region, region[1:], strict=False)
    return sum(joint == ", " and after and not before for joint, before, after in pairs)


def _is_region(name: str) -> bool:
    place = places.find(name.removeprefix("the "))
    return place is not None and place.kind in REGIONS
