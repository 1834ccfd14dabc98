"""The facts of the evidence, found by family and value or by the words around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checks.matching.comparable import FINER, Row

#: Facts of one family that are all looked at; of more, those that share the rarest words.
ALL = 64
#: Facts with one value that are looked at.
MOST = 1000
#: A word that more facts of a family share does not help to find any.
COMMON = 400


class Corpus:
    """Facts in reading order. Each look-up gives positions in `facts`, a bounded number of them."""

    def __init__(self, facts: Sequence[Row], weight: Mapping[str, float]) -> None:
        self.facts = facts
        self.weight = weight
        self._lines = _lines(facts)
        self._by_line: dict[int, list[int]] = defaultdict(list)
        self._kin: dict[str, list[int]] = defaultdict(list)
        self._words: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._measured: dict[str, list[int]] = defaultdict(list)
        self._dates: list[int] = []
        self._dated: dict[str, list[int]] = defaultdict(list)
        self._series: dict[tuple[str, str, frozenset[str]], list[int]] = defaultdict(list)
        for i, fact in enumerate(facts):
            self._by_line[self._lines[i]].append(i)
            kind = kindred(fact)
            self._kin[kind].append(i)
            for word in fact.context | fact.measure:
                self._words[kind, word].append(i)
            if fact.kind == "date":
                self._dates.append(i)
                for key in (fact.period[0][:4], fact.surface.lower()):
                    self._dated[key].append(i)
            else:
                self._series[fact.article, kind, fact.measure].append(i)
                for word in fact.measure:
                    self._measured[word].append(i)
        self._values = {
            kind: sorted(
                (value, i) for i in members for value in (facts[i].value, facts[i].value_to) if value == value
            )
            for kind, members in self._kin.items()
        }

    def within(self, kind: str, low: float, high: float) -> list[int]:
        """The facts of a kind with a value, or an end of a range, from `low` to `high`."""
        values = self._values.get(kind, [])
        found = values[bisect_left(values, (low, -1)) : bisect_right(values, (high, len(self.facts)))]
        return sorted({i for _, i in found[:MOST]})

    def kinds(self) -> Iterable[str]:
        """The kinds there are; see `kindred`."""
        return self._kin

    def of_kind(self, kind: str) -> list[int]:
        """The facts of a kind."""
        return self._kin.get(kind, [])

    def near(self, fact: Row) -> list[int]:
        """The facts of the same kind that may be meant, by the words of their sentences."""
        kind = kindred(fact)
        members = self._kin.get(kind, [])
        if len(members) <= ALL:
            return members
        score: dict[int, float] = defaultdict(float)
        for word in fact.context | fact.measure:
            held = self._words.get((kind, word), ())
            if len(held) <= COMMON:
                for i in held:
                    score[i] += self.weight.get(word, 1.0)
        return sorted(i for i, _ in sorted(score.items(), key=lambda hit: (-hit[1], hit[0]))[:ALL])

    def dates(self, date: Row) -> list[int]:
        """The dates that may name the time of `date`: all of them, of many those of its year or its words."""
        if len(self._dates) <= COMMON:
            return self._dates
        keys = (date.period[0][:4], date.surface.lower())
        return sorted({i for key in keys if key for i in self._dated.get(key, [])[:COMMON]})

    def beside(self, i: int) -> list[int]:
        """The facts of the sentence of fact `i` and of those before and after it, without dates."""
        line = self._lines[i]
        article = self.facts[i].article
        return [
            j
            for at in (line - 1, line, line + 1)
            for j in self._by_line.get(at, ())
            if self.facts[j].article == article and self.facts[j].kind != "date"
        ]

    def about(self, fact: Row) -> list[int]:
        """The figures of any kind whose measure shares a word with `fact`'s, those of its owner first."""
        found: dict[int, int] = {}
        for word in fact.measure:
            held = self._measured.get(word, ())
            for i in held if len(held) <= COMMON else ():
                found[i] = found.get(i, 0) + 1
        order = sorted(found, key=lambda i: (not self.facts[i].entities & fact.entities, -found[i], i))
        return order[:ALL]

    def groups(self, i: int) -> list[list[int]]:
        """The figures that stand together with fact `i`: in its sentence, beside it, of its measure.

        The last are the same measure of the same owner at other times, and of other owners at the same time.
        """
        fact = self.facts[i]
        beside = self.beside(i)
        own = [j for j in beside if self._lines[j] == self._lines[i]]
        series = self._series.get((fact.article, kindred(fact), fact.measure), [])
        at = bisect_left(series, i)
        near = series[max(0, at - ALL) : at + ALL] if len(series) > 2 * ALL else series
        times = [j for j in near if self.facts[j].entities == fact.entities]
        owners = [j for j in near if self.facts[j].period == fact.period]
        return [own, beside, times, owners]

    def on(self, line: int) -> list[int]:
        """The facts of a sentence, dates among them."""
        return self._by_line.get(line, [])

    def line(self, i: int) -> int:
        """Which sentence of the evidence fact `i` stands in."""
        return self._lines[i]


def kindred(fact: Row) -> str:
    """What a text keeps of a figure that it retells: kind and unit, for a count the kind alone.

    Dates of a month or a day are one kind.
    """
    if fact.kind == "ratio":
        return "ratio"
    if fact.kind == "date":
        return "date:finer" if fact.unit in FINER else f"date:{fact.unit}"
    return ":".join(fact.family.split(":")[:2]).rstrip(":")


def _lines(facts: Sequence[Row]) -> list[int]:
    """For each fact the number of its sentence, among those that hold facts."""
    out: list[int] = []
    for i, fact in enumerate(facts):
        before = facts[i - 1] if i else None
        same = before is not None and (before.article, before.sentence) == (fact.article, fact.sentence)
        out.append(out[-1] + (not same) if out else 0)
    return out
