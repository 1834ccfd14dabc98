"""Paragraphs without figures, put together from parts so that few are printed twice."""

from __future__ import annotations

import random

_WHO = (
    "Residents", "Shopkeepers", "Neighbours", "Teachers", "Critics", "Supporters", "Opponents", "Volunteers",
    "Local officials", "Union leaders", "Lawyers", "Parents", "Farmers", "Drivers", "Visitors", "Employees",
)  # fmt: skip
_DID = (
    "welcomed the news", "said they had expected it", "asked for more time", "were divided over the matter",
    "gathered outside the building", "called for a public meeting", "wanted to know more", "were relieved",
    "spoke of a turning point", "warned against haste", "had long asked for this", "remained doubtful",
    "wrote to the newspapers", "said nothing would change", "hoped for a quiet week", "blamed the weather",
)  # fmt: skip
_WHEN = (
    "in the evening", "after the announcement", "at a meeting in {place}", "on the market square",
    "afterwards",
    "in letters to the editor", "when asked", "outside the town hall", "along the main road", "at the"
    " station",
    "over coffee", "before the cameras", "in the rain", "without giving reasons", "near the harbour",
)  # fmt: skip
_QUOTE = (
    "We have worked hard for this", "Nobody should be surprised", "There is a lot left to do",
    "This is what people asked us for", "We will look at it with care", "It was a difficult decision",
    "I am grateful to everybody who helped", "We owe it to those who come after us", "It could have been"
    " worse",
    "The work begins now", "We have listened", "That is how it has always been done here",
    "Our neighbours did the same", "I would do it again", "We take every complaint seriously",
)  # fmt: skip
_SAID = (
    '"{quote}," {who} said {when}.',
    '"{quote}," said {who}, who lives in {place}.',
    '{who} added: "{quote}."',
)
_THEN = (
    "It was unclear what would happen next", "Further details were not released", "The matter is not closed",
    "Observers had expected something of the kind", "The weather did not help", "The mood was calm",
    "Preparations had been under way for a long time", "Questions remain", "The reaction was swift",
    "Old quarrels came up again", "Much depends on the coming months", "The files are open to the public",
)  # fmt: skip
_TAIL = (
    "and few were ready to talk about it", "as those involved admitted", "although nobody would say why",
    "which came as no surprise in {place}", "and the talks will go on", "but the plans have not changed",
    "while work continued as usual", "and a spokesman declined to comment", "so that patience is needed",
    "as the minutes of the meeting show", "and a report is expected", "which many had feared",
)  # fmt: skip


def paragraph(r: random.Random, place: str, who: str) -> str:
    """Two to four sentences about `place`, among them perhaps words of `who`."""
    said = [_sentence(r) for _ in range(r.randint(2, 4))]
    when = r.choice(_WHEN).replace("{place}", place)
    quote = r.choice(_QUOTE)
    return " ".join(s.format(place=place, who=who, when=when, quote=quote) for s in said)


def _sentence(r: random.Random) -> str:
    form = r.random()
    if form < 0.25:
        return r.choice(_SAID)
    if form < 0.65:
        return f"{r.choice(_WHO)} in {{place}} {r.choice(_DID)} {r.choice(_WHEN)}."
    return f"{r.choice(_THEN)}, {r.choice(_TAIL)}."
