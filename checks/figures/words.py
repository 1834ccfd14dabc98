"""Number words: `seven`, `twenty-one`, `two hundred and fifty thousand`, `one and a half million`,
`two-thirds`.

A number is read group by group: units, tens, hundreds, then a scale, and again with a smaller scale. A
denominator
after it makes it a fraction, "and" with a fraction adds that.
"""

from __future__ import annotations

from typing import NamedTuple

from checks.figures.vocabulary import DOZEN, HUNDRED, SCALE, TEEN, TEN, UNIT, Word

#: a million billion billion: no text counts further, and a dump of scale words would reach infinity
_LARGEST = 1e24
#: what rates move by: `a cut of quarter of a point`, `quarter-point steps`
_POINTS = (
    "-point",
    " point",
    " percentage",
    "-percentage",
    " of a point",
    " of a percentage",
    " mile",
    "-mile",
    "-inch",
    "-hour",
    " hour",
    "-pound",
)
_SAME = str.maketrans("\u00a0\u2011\u2010\t", " -- ")


class Spelled(NamedTuple):
    """A number in words at [start:end]; `scale` is the factor of the scale word that it ends in, else 1.

    `loose` marks `a million` and `half a million`, which are manners of speaking, `part` is 1 over the
    denominator
    of a fraction, else 0 (`two-thirds` and `two and two-thirds` have a third), `mixed` the latter.
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    loose: bool = False
    part: float = 0.0
    mixed: bool = False


class _Whole(NamedTuple):
    """A whole number and what follows it; `tail` is what the words after its last "and" add."""

    value: float
    scale: float
    following: int
    last: int
    tail: float


def scan(low: str, found: list[Word]) -> list[Spelled]:
    """The numbers that `found`, the words of the lower-case text `low`, spell, in order.

    Words that do not combine begin a number of their own: `one two` is 1 and 2.
    """
    out: list[Spelled] = []
    i = 0
    while i < len(found):
        number, following = _number(low, found, i)
        if number is not None:
            out.append(number)
        i = max(following, i + 1)
    return out


def gap(low: str, before: Word, after: Word) -> str | None:
    """What joins two words: "", "-", ",", "and", "and a"…, bare of hyphens and spaces; None if it is long."""
    between = low[before.end : after.start]
    if len(between) == 1:
        return between.translate(_SAME).strip()
    if len(between) > 10:
        return None
    plain = between.translate(_SAME).strip(" ")
    return " ".join(plain.strip("-").replace("-", " ").split(" ")) if len(plain) > 1 else plain


def _number(low: str, found: list[Word], i: int) -> tuple[Spelled | None, int]:
    """The number that begins with word `i`, and the index of the word after it."""
    first = found[i]
    if not first.rank:
        return _share(low, found, i) if first.denominator else (None, i + 1)
    start, loose = first.start, False
    if first.rank >= HUNDRED:
        article = _article(low, first.start)
        if article is None or first.plural or (first.text == "score" and not _is_twenty(low, found, i)):
            return None, i + 1
        start, loose = article, True
    whole = _whole(low, found, i, 1.0 if loose else 0.0)
    i = whole.following
    if 13 <= whole.value <= 20 and not loose and (year := _year(low, found, i)):
        return None, year
    if (decimals := _decimals(low, found, i)) is not None and not (
        whole.value == 1 and low.endswith("at ", 0, start)
    ):
        digits, i = decimals
        return _scaled(low, found, i, Spelled(start, found[i - 1].end, float(f"{whole.value:.0f}.{digits}")))
    if (fraction := _fraction(low, found, i, whole)) is not None:
        value, part, mixed, i = fraction
        return _scaled(low, found, i, Spelled(start, found[i - 1].end, value, part=part, mixed=mixed))
    return Spelled(start, found[i - 1].end, whole.value, whole.scale, loose and whole.value == whole.scale), i


def _is_twenty(low: str, found: list[Word], i: int) -> bool:
    """Whether "a score" is twenty: `a score of villages`, not `a score of 4.5` or `a score of ten`."""
    end = found[i].end
    if low.startswith(" or ", end):
        return True
    after = end + len(" of ")
    spelled = i + 1 < len(found) and found[i + 1].start == after
    return low.startswith(" of ", end) and not (spelled or low[after : after + 1].isdigit())


def _year(low: str, found: list[Word], i: int) -> int:
    """The index after a year in words, `nineteen eighty-four`, whose second half is `i`; else 0."""
    if i >= len(found) or found[i].rank not in (TEEN, TEN) or low[found[i - 1].end : found[i].start] != " ":
        return 0
    rest = _whole(low, found, i, 0.0)
    end = found[rest.following - 1].end
    return rest.following if rest.value < 100 and low[end : end + 1] != "-" else 0


def _scaled(low: str, found: list[Word], i: int, number: Spelled) -> tuple[Spelled, int]:
    """`number` times the scale that follows: `one and a half million`, `a quarter of a million`."""
    if i < len(found) and found[i].rank >= HUNDRED:
        join = gap(low, found[i - 1], found[i])
        if (join == "" and (number.mixed or not number.part)) or (
            join == "of a" and number.part and not number.mixed
        ):
            scale = found[i].value
            end = found[i].end
            return number._replace(
                end=end, value=number.value * scale, scale=scale, part=0.0, loose=join != ""
            ), i + 1
    return number, i


def _whole(low: str, found: list[Word], i: int, group: float) -> _Whole:
    """The whole number whose words begin at `i`; `group` is 1 after "a" (`a hundred`)."""
    total, closed, last, floor, tail = 0.0, 0.0, UNIT if group else 0, float("inf"), 0.0
    first, after_and = i, False
    while i < len(found) and (rank := found[i].rank):
        word = found[i]
        if i > first:
            join = gap(low, found[i - 1], word)
            if join is None or not _joins(found, i, join, last, group):
                break
            if rank == SCALE and max(total + group, closed) * word.value > _LARGEST:
                break
            after_and = after_and or join == "and"
        if rank < HUNDRED:
            group += word.value
            tail += word.value if after_and else 0.0
        else:
            after_and, tail = False, 0.0
            if rank < SCALE:
                group *= word.value
            elif group and word.value < floor:
                closed = group * word.value
                total, group = total + closed, 0.0
            elif group:
                total = closed = (total + group) * word.value
                group = 0.0
            else:  # `thousand million`, `lakh crore`
                total += closed * (word.value - 1.0)
                closed *= word.value
            floor = word.value if rank == SCALE else floor
        last = rank
        i += 1
        if word.plural:
            break
    scale = found[i - 1].value if last >= HUNDRED else 1.0
    return _Whole(total + group, scale, i, last, tail)


def _joins(found: list[Word], i: int, join: str, last: int, group: float) -> bool:
    """Whether word `i` goes on with the number whose last word had the rank `last`."""
    word, rank = found[i], found[i].rank
    if join == ",":  # `one million, two hundred thousand`, but not `two thousand, five of them`
        return last == SCALE and rank < HUNDRED and i + 1 < len(found) and found[i + 1].rank >= HUNDRED
    if join == "and":
        dozens = rank < HUNDRED and i + 1 < len(found) and found[i + 1].rank == DOZEN
        return last in (HUNDRED, SCALE) and rank < HUNDRED and word.value > 0 and not dozens
    if join not in ("", "-"):
        return False
    if rank == UNIT:
        return word.value > 0 and last in (TEN, HUNDRED, SCALE)
    if rank in (TEEN, TEN):
        return last in (HUNDRED, SCALE)
    if rank in (HUNDRED, DOZEN):
        return 0 < group < 100 and last < HUNDRED
    return last != DOZEN


def _article(low: str, start: int) -> int | None:
    """Where the "a" or "an" before `start` begins (`a million`); None where another word stands there."""
    for article in ("a ", "an "):
        at = start - len(article)
        if (
            at >= 0
            and low.startswith(article, at)
            and not (at and (low[at - 1].isalnum() or low[at - 1] in "'’-"))
        ):
            return at
    return None


def _share(low: str, found: list[Word], i: int) -> tuple[Spelled | None, int]:
    """A denominator by itself: `a third`, `half`, `a quarter of a million`, `half a million`."""
    word = found[i]
    article = _article(low, word.start)
    if word.plural or (article is None and word.text not in ("half", "quarter")):
        return None, i + 1
    start = word.start if article is None else article
    if i + 1 < len(found) and found[i + 1].rank >= HUNDRED and not found[i + 1].plural:
        scale, join = found[i + 1], gap(low, word, found[i + 1])
        if join in ("", "-", "of a") or (join == "a" and word.text == "half"):
            value = scale.value / word.denominator
            return Spelled(start, scale.end, value, scale.value, loose=True), i + 2
    if article is None and word.text == "quarter" and not low.startswith(_POINTS, word.end):
        return None, i + 1
    return Spelled(start, word.end, 1.0 / word.denominator, part=1.0 / word.denominator), i + 1


def _fraction(low: str, found: list[Word], i: int, whole: _Whole) -> tuple[float, float, bool, int] | None:
    """A denominator after a whole number, or a fraction added to it: value, part, whether mixed, what
    follows.

    `three` + `quarters`; `two` + `and a half`; `a million` + `and a half`; `five` + `and three quarters`.
    """
    if i >= len(found):
        return None
    word, join = found[i], gap(low, found[i - 1], found[i])
    if word.denominator:
        part = 1.0 / word.denominator
        if join in ("and a", "and an") and not word.plural:
            return whole.value + part * (whole.scale if whole.last == SCALE else 1.0), part, True, i + 1
        if join not in ("", "-") or (word.text == "half" and whole.value != 1):
            return None
        if word.text == "quarters" and join == "" and (whole.tail or whole.value) != 3:
            return None  # two quarters are half a year
        if 0 < whole.tail < word.denominator and word.plural == (whole.tail != 1):
            return whole.value - whole.tail + whole.tail * part, part, True, i + 1
        return (whole.value * part, part, False, i + 1) if word.plural == (whole.value != 1) else None
    if join == "and" and word.rank < HUNDRED:
        top = _whole(low, found, i, 0.0)
        j = top.following
        if (
            j < len(found)
            and found[j].denominator > top.value
            and gap(low, found[j - 1], found[j]) in ("", "-")
        ) and (found[j].plural == (top.value != 1) or found[j].text == "quarter"):
            part = 1.0 / found[j].denominator
            return whole.value + top.value * part, part, True, j + 1
    return None


def _decimals(low: str, found: list[Word], i: int) -> tuple[str, int] | None:
    """The digits of `point zero three`, `point seventy-one`, and the index of the word after them."""
    if i >= len(found) or not 0 < found[i].rank < HUNDRED or gap(low, found[i - 1], found[i]) != "point":
        return None
    digits, j = "", i
    while (
        j < len(found) and found[j].rank == UNIT and (j == i or gap(low, found[j - 1], found[j]) in ("", "-"))
    ):
        digits += f"{found[j].value:.0f}"
        j += 1
    if digits:
        return digits, j
    part = _whole(low, found, i, 0.0)
    return f"{part.value:.0f}", part.following
