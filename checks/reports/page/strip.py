"""The corpus at a glance: a bar per article, as high as it has figures, filled as far as they are sourced."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from checks.model import SEVERITIES
from checks.reports.page.svg import label
from checks.reports.terminal import many

#: Bars beyond which nobody could tell one from another.
MOST = 120
_BASE, _HEIGHT = 78, 98
#: Pixels across, and the most that one article takes of them.
_WIDTH, _WIDEST = 960, 34


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


def strip(counts: Sequence[Counts]) -> str:
    """The articles as SVG, in order; of very many, those with the most flags."""
    shown = sorted(counts, key=lambda c: (-sum(c.flags), -c.figures))[:MOST]
    shown.sort(key=lambda c: c.article)
    most = max((c.figures for c in shown), default=1) or 1
    step = min(_WIDEST, _WIDTH // max(len(shown), 1))
    width = step * max(len(shown), 1)
    bars = "".join(_bar(c, n * step, step, most) for n, c in enumerate(shown))
    left = len(counts) - len(shown)
    also = f" The {len(shown)} with the most flags; {left} more are not drawn." if left else ""
    desc = f"A bar for each of {many(len(counts), 'article')}, as high as it has figures.{also}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="strip" role="img" width="{width}" height="{_HEIGHT}"'
        f' viewBox="0 0 {width} {_HEIGHT}" aria-labelledby="strip-t strip-d">'
        f'<title id="strip-t">The corpus</title><desc id="strip-d">{desc}</desc>'
        f'<path class="base" d="M0 {_BASE + 0.5}h{width}"/>{bars}</svg>'
    )


def _bar(counts: Counts, left: int, step: int, most: int) -> str:
    gap = max(1, step // 6)
    x, wide = left + gap, step - 2 * gap
    high = round(max(2.0, math.sqrt(counts.figures / most) * (_BASE - 4)), 1) if counts.figures else 0.0
    sourced = round(high * counts.sourced / counts.checkable, 1) if counts.checkable else 0.0
    worst = next((s for s, n in zip(SEVERITIES, counts.flags, strict=True) if n), "")
    size = min(12.0, step - 1.0, 4 + math.sqrt(sum(counts.flags)) * 2)
    mark = f'<circle class="{worst}" cx="{left + step / 2}" cy="{_BASE + 11}" r="{size / 2:.1f}"/>'
    return (
        f'<g data-article="{counts.article}"><title>{label(counts.told, 200)}</title>'
        f'<rect class="hit" x="{left}" y="0" width="{step}" height="{_HEIGHT}"/>'
        f'<rect class="figures" x="{x}" y="{_BASE - high:.1f}" width="{wide}" height="{high}"/>'
        f'<rect class="sourced" x="{x}" y="{_BASE - sourced:.1f}" width="{wide}" height="{sourced}"/>'
        f"{mark if worst else ''}</g>"
    )
