"""What the plots share: text that is safe in SVG, scales, ticks, and numbers short enough for an axis."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from checks.reports.terminal import printable
from checks.rules.wording import say

#: What XML 1.0 cannot hold at all, however it is escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Ends this far apart, as a ratio, are drawn on a logarithmic scale.
_FAR = 30
#: Beyond this the ends of a scale could overflow.
_MOST = 1e300


def label(text: str, most: int = 40) -> str:
    """`text` on one line of at most `most` characters, escaped; nothing in it can change the drawing.

    All text of a plot goes through here: what else is put into one is a number or a word of ours.
    """
    text = _NO_XML.sub("�", printable(text))
    return str(escape(text if len(text) <= most else text[: most - 1] + "…"))


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` laid over pixels from `begin` to `end`."""

    low: float
    high: float
    begin: float
    end: float
    logarithmic: bool = False

    def __call__(self, value: float) -> float:
        """Where `value` lies; what lies outside (infinity, too) is put at the nearer end."""
        value = min(max(value, self.low), self.high)
        low, high, at = self.low, self.high, value
        if self.logarithmic:
            low, high, at = math.log(low), math.log(high), math.log(at)
        return round(self.begin + (at - low) / (high - low) * (self.end - self.begin), 1)

    def ticks(self, about: int = 4) -> list[float]:
        """Round values within the scale."""
        if self.logarithmic:
            lowest, highest = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
            apart = max(1, math.ceil((highest - lowest + 1) / about))
            return [10.0**power for power in range(lowest, highest + 1, apart)]
        power = 10.0 ** math.floor(math.log10((self.high - self.low) / about))
        step = min((m * power for m in (0.5, 1, 2, 2.5, 5, 10)), key=lambda s: abs(self._fit(s) - about))
        first = math.ceil(self.low / step)
        return [n * step for n in range(first, math.floor(self.high / step) + 1)]

    def _fit(self, step: float) -> int:
        return math.floor(self.high / step) - math.ceil(self.low / step) + 1


def scale(values: Sequence[float], begin: float, end: float, *, room: float = 0.06) -> Scale:
    """A scale on which all the finite `values` fit, with a little room at its ends."""
    finite = [min(max(v, -_MOST), _MOST) for v in values if math.isfinite(v)] or [0.0]
    low, high = min(finite), max(finite)
    if low > 0 and high / low > _FAR:
        return Scale(low / 1.5, high * 1.5, begin, end, logarithmic=True)
    # a difference that floating point cannot lay out is none
    around = (high - low) * room or abs(high) * room or 1.0
    return Scale(low - around, high + around, begin, end)


def axis_numbers(ticks: Sequence[float], unit: str) -> tuple[list[str], str]:
    """The ticks as printed, and what is printed once beside them: `million EUR`."""
    most = max((abs(tick) for tick in ticks), default=0.0)
    size, word = next(((s, w) for s, w in say.SCALES if most >= s), (1.0, ""))
    if ticks and min(abs(t) for t in ticks if t or most == 0) <= size / 1000:
        return [say.number(tick) for tick in ticks], _unit(unit)
    return [say.digits(tick / size) for tick in ticks], f"{word} {_unit(unit)}".strip()


def _unit(unit: str) -> str:
    if unit == "percent":
        return "%"
    return say.plural(unit) if unit[:1].islower() else unit
