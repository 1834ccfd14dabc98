"""The corpus at a glance: a bar per article, as high as it has figures, filled as far as they are sourced."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from checks.model import SEVERITIES
from checks.reports.page.svg import label
from checks.reports.terminal import many

#: Bars beyond which nobody could tell one from another.
MOST = 120
_STEP, _BAR, _BASE, _HEIGHT = 14, 10, 58, 76


class Counts(NamedTuple):
    """What an article holds: figures, those to be vouched for, those that are, flags by severity."""

    article: int
    name: str
    figures: int
    checkable: int
    sourced: int
    flags: tuple[int, ...]

    @property
    def told(self) -> str:
        """The counts in words."""
        by = ", ".join(f"{many(n, s)}" for s, n in zip(SEVERITIES, self.flags, strict=True) if n)
        vouched = f", {self.sourced} of {self.checkable} sourced" if self.checkable else ""
        return f"{self.name}: {many(self.figures, 'figure')}{vouched}; {by or 'no flag'}"


def strip(counts: Sequence[Counts]) -> Markup:
    """The articles as SVG, in order; of very many, those with the most flags."""
    shown = sorted(counts, key=lambda c: (-sum(c.flags), -c.figures))[:MOST]
    shown.sort(key=lambda c: c.article)
    most = max((c.figures for c in shown), default=1) or 1
    width = max(_STEP * len(shown), 28)
    bars = Markup("").join(_bar(c, n * _STEP + 2, most) for n, c in enumerate(shown))
    left = len(counts) - len(shown)
    also = f" The {len(shown)} with the most flags; {left} more are not drawn." if left else ""
    desc = f"A bar for each of {many(len(counts), 'article')}, as high as it has figures.{also}"
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="strip" role="img" width="{w}" height="{h}"'
        ' viewBox="0 0 {w} {h}" aria-labelledby="strip-t strip-d"><title id="strip-t">The corpus</title>'
        '<desc id="strip-d">{desc}</desc><line class="base" x1="0" x2="{w}" y1="{b}" y2="{b}"/>{bars}</svg>'
    ).format(w=width, h=_HEIGHT, b=_BASE + 0.5, desc=desc, bars=bars)


def _bar(counts: Counts, x: float, most: int) -> Markup:
    high = round(max(2.0, math.sqrt(counts.figures / most) * (_BASE - 4)), 1) if counts.figures else 0.0
    sourced = round(high * counts.sourced / counts.checkable, 1) if counts.checkable else 0.0
    worst = next((s for s, n in zip(SEVERITIES, counts.flags, strict=True) if n), "")
    mark = Markup("")
    if worst:
        size = min(10.0, 4 + math.sqrt(sum(counts.flags)) * 1.4)
        mark = Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
            worst, x + _BAR / 2, _BASE + 10, round(size / 2, 1)
        )
    return Markup(
        '<g data-article="{n}"><title>{told}</title>'
        '<rect class="hit" x="{hit}" y="0" width="{step}" height="{h}"/>'
        '<rect class="figures" x="{x}" y="{top}" width="{w}" height="{high}"/>'
        '<rect class="sourced" x="{x}" y="{low}" width="{w}" height="{sourced}"/>{mark}</g>'
    ).format(
        n=counts.article, told=label(counts.told, 200), hit=x - 2, step=_STEP, h=_HEIGHT, x=x, w=_BAR,
        top=round(_BASE - high, 1), high=high, low=round(_BASE - sourced, 1), sourced=sourced, mark=mark,
    )  # fmt: skip
