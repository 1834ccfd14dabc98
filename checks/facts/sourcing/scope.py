"""Which attribution covers which figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checks.facts.sourcing import cues, names, references
from checks.facts.sourcing.behind import Behind
from checks.facts.sourcing.cue import Cue
from checks.facts.sourcing.cue_verbs import leading
from checks.facts.sourcing.exempt import is_exempt, needs_no_source
from checks.facts.sourcing.names import NOBODY, Who
from checks.facts.sourcing.quotes import Quotes
from checks.facts.sourcing.source_lines import source_lines
from checks.facts.sourcing.words import QUOTES, group, split

if TYPE_CHECKING:
    from checks.facts.reading import Fact, Reading

#: How many sentences back a pronoun, or a poll that is read out, may reach.
PRONOUN_REACH, POLL_REACH = 6, 10
#: Or a surname on its own, whose name in full has fewer words than this.
FULL_NAME_REACH, MOST_NAMES = 20, 5
_POLL = re.compile(r"\b(?:poll|survey)", re.IGNORECASE)
#: What a sentence begins with that says whose the figures before it were.
_THE_COUNT = re.compile(
    r"(?:the|these|this|those|that) (?:latest |new |official )?"
    r"(?:figures?|number|estimate|count|tally|total|study|survey|research|findings|data|poll|statistics|numbers)"
    r"(?:,? (?:(?:which )?(?:comes?|came|are|is|was|were) )?"
    r"(?:compiled |published |released |conducted |carried out |collected |commissioned )?)(?:from|by) ",
    re.IGNORECASE,
)
_SHARE_OF_ASKED = re.compile(
    r"\b(?:respondents|voters|adults|those (?:polled|surveyed|asked|questioned|interviewed))\b"
    r"|(?:\bper ?cent|%) (?:\w+ ){0,4}?(?:said|say|saying|think|believe|support|back|favou?r|oppose|approve|"
    r"disapprove|agree|disagree|want|were|are)\b",
    re.IGNORECASE,
)


def attribute(readings: list[Reading]) -> None:
    """Fill in `sourcing` and `source` of every fact of one article.

    `readings` are all sentences of the article, in order; those without figures are read only
    where a figure nearby depends on them.
    """
    if any(reading.facts for reading in readings):
        _Sourcing(readings).run()


class _Sourcing:
    """One article: its attributions, each found when first asked for."""

    def __init__(self, readings: list[Reading]) -> None:
        self.readings = readings
        self.cues: list[list[Cue] | None] = [None] * len(readings)
        self.starts = [reading.sentence.start for reading in readings]
        self.text = readings[0].article.text
        self.quotes = Quotes(self.text)
        self.lines = source_lines(readings, self.names_in)

    def run(self) -> None:
        for i, reading in enumerate(self.readings):
            for fact in reading.facts:
                if is_exempt(reading, fact):
                    fact.sourcing = "exempt"
                    continue
                who = self.who(i, fact)
                if (who is NOBODY or who.vague) and needs_no_source(reading, fact):
                    fact.sourcing = "exempt"
                elif who is not NOBODY:
                    fact.sourcing = "vague" if who.vague else "named"
                    fact.source = who.name if who.vague else self.full_name(i, names.bare(who.name))
                else:
                    fact.source = names.bare(self.behind.of(i, fact))

    @cached_property
    def behind(self) -> Behind:
        """Who announces or is heard in the article."""
        return Behind(self.readings, self.cues_of)

    def cues_of(self, i: int) -> list[Cue]:
        found = self.cues[i]
        if found is None:
            found = self.cues[i] = cues.find(self.readings[i].sentence.text)
        return found

    def names_in(self, i: int) -> set[str]:
        """The sources that sentence `i` names."""
        return {cue.who.name.lower() for cue in self.cues_of(i)}

    def who(self, i: int, fact: Fact) -> Who:
        """Who vouches for `fact` of sentence `i`: the nearest of all that do, somebody before nobody."""
        found = self.said_by(i, fact)
        if found is NOBODY or found.vague:
            for name in (
                references.cited(self.text, self.readings[i], fact.figure.start),
                self.lines.get(i, ""),
            ):
                if name:
                    return Who(name)
        return found

    def said_by(self, i: int, fact: Fact) -> Who:
        sentence = self.readings[i].sentence
        start, end = fact.figure.start - sentence.start, fact.figure.end - sentence.start
        quote = self.quotes.around(fact.figure.start)
        if quote is not None and (speaker := self.speaker(i, quote)) is not NOBODY:
            return speaker
        covering = [cue for cue in self.cues_of(i) if cue.covers(start, end)]
        named = [cue for cue in covering if not cue.who.vague]
        if not named and (hedge := _hedge(sentence.text, start)):
            return Who(hedge, vague=True)
        if covering:
            before = [cue for cue in covering if cue.at <= start]
            tight = [cue for cue in covering if cue.low and cue.high < len(sentence.text)]
            cue = (tight or before)[-1] if tight or before else (named or covering)[0]
            if cue.who.name.split(" ")[0] in {"is", "are", "was", "were", "be", "been"} and named:
                cue = named[-1]  # "is believed to" has a source after all: "…, the army said"
            return self.resolve(i, cue.who)
        if self.continues(i) and self.cues_of(i - 1):
            return self.resolve(i - 1, self.cues_of(i - 1)[0].who)
        told = self.told_next(i)
        return self.poll(i) if told is NOBODY and fact.figure.kind in {"percent", "points"} else told

    def told_next(self, i: int) -> Who:
        """The maker of the count, where the text goes on "The figures, from the Anvil Group, …"."""
        text = self.readings[i + 1].sentence.text if i + 1 < len(self.readings) else ""
        found = _THE_COUNT.match(text)
        if found is None:
            return NOBODY
        words = split(text)
        return names.after(words, bisect_left(words.starts, found.end()))[0]

    def speaker(self, i: int, quote: tuple[int, int]) -> Who:
        """Who speaks the quotation: named beside it in its own sentences, else whoever spoke last."""
        start, end = quote
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first, bisect_left(self.starts, end) - 1)
        for j in dict.fromkeys((i, first, last)):
            base = self.readings[j].sentence.start
            for cue in self.cues_of(j):
                if not start <= base + cue.at < end:
                    return self.resolve(j, cue.who)
        if (introduced := self.introduced_by(start)) is not NOBODY:
            return introduced
        last_named = self.last_speaker(first)
        if last_named is NOBODY and first and self.cues_of(first - 1):
            return self.resolve(first - 1, self.cues_of(first - 1)[-1].who)
        return last_named

    def introduced_by(self, start: int) -> Who:
        """Who stands before the colon that opens the quotation at `start`: "Harker was blunt: “…”"."""
        if not self.text[max(0, start - 4) : start].rstrip().endswith(":"):
            return NOBODY
        i = max(0, bisect_left(self.starts, start) - 1)
        words = split(self.text[self.starts[i] : start])
        who = leading(words, len(words))
        label = len(words) < len(who.name.split()) + 3 or who.name.isupper()
        return NOBODY if label or not QUOTES.isdisjoint(words.raw) else self.resolve(i, who)

    def resolve(self, i: int, who: Who) -> Who:
        """`who`, or for a pronoun the last speaker named before sentence `i`."""
        if not who.pronoun:
            return who
        last = self.last_speaker(i)
        if last is NOBODY and i and who.name.lower() in {"he", "she", "they", "it"}:
            last = self.subject(i - 1)
        return Who(who.name) if last is NOBODY or last.pronoun or last.vague else last

    def full_name(self, i: int, name: str) -> str:
        """The name in full where a sentence up to `i` gave it so: "Romero" is "Luis Romero"."""
        if " " in name or not name[:1].isupper():
            return name
        for j in range(i, max(-1, i - 1 - FULL_NAME_REACH), -1):
            for cue in self.cues_of(j):
                parts = cue.who.name.split()
                if 1 < len(parts) < MOST_NAMES and parts[-1] == name and parts[-2][0].isupper():
                    return names.bare(cue.who.name)
        return name

    def subject(self, i: int) -> Who:
        """The name that sentence `i` begins with."""
        words = split(self.readings[i].sentence.text)
        return leading(words, len(words))

    def last_speaker(self, i: int) -> Who:
        for j in range(i - 1, max(-1, i - 1 - PRONOUN_REACH), -1):
            for cue in reversed(self.cues_of(j)):
                if not cue.who.pronoun and not cue.who.vague:
                    return cue.who
        return NOBODY

    def continues(self, i: int) -> bool:
        """True when sentence `i` plainly goes on with what the sentence before took from a source."""
        if not i or self.readings[i - 1].sentence.paragraph != self.readings[i].sentence.paragraph:
            return False
        return self.readings[i].sentence.text[:24].lower().startswith(_continuations())

    def poll(self, i: int) -> Who:
        """The poll that sentence `i` goes on reading out, if there is one.

        In a poll's own paragraph any share is its; further down only one of the people asked.
        """
        sentence = self.readings[i].sentence
        asked = _SHARE_OF_ASKED.search(sentence.text) is not None
        for j in range(i - 1, max(-1, i - 1 - POLL_REACH), -1):
            earlier = self.readings[j].sentence
            if earlier.paragraph != sentence.paragraph and not asked:
                break
            if _POLL.search(earlier.text):
                for cue in self.cues_of(j):
                    if not cue.who.vague:
                        return self.resolve(j, cue.who)
        return NOBODY


@cache
def _continuations() -> tuple[str, ...]:
    """What a sentence begins with that goes on with the count before it."""
    return tuple(f"{phrase} " for phrase in group("phrases", "continuations"))


def _hedge(text: str, start: int) -> str:
    """The words right before the figure that hide an unnamed estimator, as "an estimated"."""
    head = text[max(0, start - 32) : start].split()
    hedges = group("phrases", "hedges")
    for k in (1, 2):
        if len(head) >= k and head[-k].lower() in hedges:
            article = head[-k - 1] + " " if len(head) > k and head[-k - 1].lower() in {"a", "an"} else ""
            return article + head[-k]
    return ""
