"""Why two figures were held to be the same: the reasons of their pair, in words.

The pairs of a run are not kept. They are matched again from the fact table, which needs no language model,
and from the texts of the articles concerned where those are still there: only they tell when an article was
published and whether one repeats or retells the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from checks.articles import Unreadable, read
from checks.model import Article
from checks.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

Fact = dict[str, Any]


class Why:
    """The pairs among the facts of some articles; `facts` is the whole table of the last run.

    `gone` has a line for each article that cannot be read, or no longer holds what the table says of it.
    """

    def __init__(self, facts: pd.DataFrame, articles: Sequence[str], settings: Settings) -> None:
        from checks import matching

        self.gone: list[str] = []
        self._articles = {article.id: article for article in self._read(articles, facts, settings)}
        there = list(self._articles.values())
        self._copies = matching.copies(there, facts)
        self._kin = matching.kin(there)
        dates = {article.id: article.date for article in there}
        table = matching.pairs(facts, self._copies, dates, self._kin)
        self._pairs = {(row.fact_a, row.fact_b): row for row in table.itertuples(index=False)}

    def _read(self, names: Sequence[str], facts: pd.DataFrame, settings: Settings) -> Iterator[Article]:
        for name in dict.fromkeys(names):
            try:
                article = read(settings.file(name), id=name, columns=settings.columns)
            except Unreadable as error:
                self.gone.append(f"{error}; its date, and whether it repeats another article, cannot be told")
                continue
            text = " ".join(article.text.split())
            sentences = facts.loc[facts["article"] == name, "sentence"]
            if not all(" ".join(sentence.split()) in text for sentence in sentences):
                self.gone.append(f"{name} has changed since the fact table was written; check it again")
            yield article

    def pair(self, one: Fact, two: Fact) -> Any:
        """The row of PAIRS that holds both facts, or None."""
        a, b = one["fact"], two["fact"]
        return self._pairs.get((a, b)) or self._pairs.get((b, a))

    def lines(self, flagged: Fact, other: Fact) -> Iterator[str]:
        """Why the two facts were held to be the same, or that it cannot be told."""
        pair = self.pair(flagged, other)
        if pair is None:
            yield "why it was held to be the same figure cannot be told from the fact table and the texts" + (
                " as they are now" if self.gone else ""
            )
            return
        yield f"held to be the same figure ({pair.score:.2f} of 1), because"
        yield from (f"  {reason}" for reason in pair.reasons.split("; "))
        yield "what is known of the two"
        for title, one, two in (
            ("measure", flagged["measure"], other["measure"]),
            ("owner", *(fact["entities"].replace(";", ", ") for fact in (flagged, other))),
            ("time", *(_period(fact) for fact in (flagged, other))),
        ):
            yield f"  {title}: {_both(one, two)}"
        if flagged["article"] != other["article"]:
            yield f"  published: {_both(*(self._published(fact['article']) for fact in (flagged, other)))}"
            yield f"  articles: {self._tie(flagged['article'], other['article'])}"

    def _published(self, name: str) -> str:
        article = self._articles.get(name)
        return article.date.isoformat() if article and article.date else ""

    def _tie(self, one: str, two: str) -> str:
        if not {one, two} <= self._articles.keys():
            return "whether one repeats or retells the other cannot be told"
        original = dict(zip(self._copies["article"], self._copies["original"], strict=True))
        if original.get(one, one) == original.get(two, two):
            return "one is a copy of the other"
        for kin in self._kin:
            if {kin.shorter, kin.longer} == {one, two}:
                return f"{kin.shorter} retells {kin.longer} ({kin.share:.0%} of its words stand there)"
        return "neither repeats nor retells the other"


def _period(fact: Fact) -> str:
    start, end = fact["period_start"], fact["period_end"]
    return start if start == end else f"{start or '…'} to {end or '…'}"


def _both(one: str, two: str) -> str:
    if one == two:
        return f"{one} in both" if one else "named in neither"
    return f"{one or 'not named'} here, {two or 'not named'} there"
