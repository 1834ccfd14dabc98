"""Whether two facts are about the same thing: what rules it out, then how far their words agree."""

from __future__ import annotations

import math
from collections.abc import Mapping

from checks.matching import agreement, coordination, mentions, names, rivals, terms
from checks.matching.blocks import DIGITS
from checks.matching.comparable import Row

#: pairs below this score are not worth a row
FLOOR = 0.5
#: how alike two sentences of one article must be to speak of the same thing without saying so
ALIKE = 0.6
#: sentences this alike are one sentence, retold
REPEATED = 0.7
#: sentences of copies this alike differ by a figure
COPIED = 0.95
#: what a sign that a figure mentioned again is another one takes from the score
DOUBT = 0.2

#: A score and the reasons for it.
Scored = tuple[float, str]


def compare(a: Row, b: Row, weight: Mapping[str, float], copied: bool) -> Scored | None:
    """The score (0..1) and the reasons, or None where something rules the pair out.

    `a` stands before `b`; `weight` says how much each word tells; `copied`: their articles are copies.
    """
    within = a.article == b.article
    back = mentions.refers_back(b.sentence, b.surface, b.kind)
    shared = names.shared(a.entities, b.entities)
    if a.entities and b.entities and not shared and not (within and back == "the"):
        return None
    context = jaccard(a.context, b.context, weight)
    if copied and context >= COPIED and a.place == b.place:
        return context, f"the same place of a sentence that is repeated ({context:.0%} of its words)"
    if (within and a.sentence == b.sentence) or differ(a, b, back=bool(back)):
        return None
    measure = jaccard(a.measure, b.measure, weight)
    digits = bool(shared) and not within and measure < 1.0 and _same_digits(a, b)
    told = (
        "the same digits, and either measure stands in the other sentence" if digits else _told(a, b, measure)
    )
    measure = 1.0 if digits else measure
    if within and back and b.measure <= a.measure and terms.telling(b.measure):
        return _known(a, b, measure, told)
    if context >= REPEATED and a.place[1] == b.place[1]:
        if a.place[0] != b.place[0]:
            return None  # one sentence, printed twice: its figures answer to one another in order
        if copied:
            return (
                0.75 + 0.25 * context,
                f"{told}; the same place of a sentence that is repeated ({context:.0%} of its words)",
            )
    if _by_chance(a, b, context) and not (copied or digits):
        return None
    # the part of both owners' names that they share (Dice): one that only one side names takes little away
    entities = 2 * len(shared) / (len(a.entities) + len(b.entities)) if shared else 0.0
    score = 0.55 * measure + 0.25 * min(1.0, 2.0 * context) + 0.2 * entities
    if score < FLOOR:
        return None
    reasons = [told, f"sentences share {context:.0%} of their words"]
    if shared:
        reasons.append(f"the same owner ({', '.join(sorted(shared))})")
    if a.period == b.period and any(a.period):
        reasons.append("the same time")
    return score, "; ".join(reasons)


def _known(a: Row, b: Row, measure: float, told: str) -> Scored:
    """The score of a figure mentioned as one already known, less what makes it another value or another's.

    Where the values agree, or have the same digits, no word tells them apart.
    """
    score, reasons = 0.7 + 0.2 * measure, f"{told}; the second figure is mentioned as one already known"
    same_digits = agreement.digits(a.value) and agreement.digits(a.value) == agreement.digits(b.value)
    if same_digits or agreement.agree(a, b):
        return score, reasons
    other = rivals.rival(a.sentence, a.surface, a.role, b.sentence, b.surface, b.role)
    if other:
        return score - DOUBT, f'{reasons}, but "{other}" may make it another value'
    if a.entities and b.entities and not names.shared(a.entities, b.entities):
        return score - DOUBT, f"{reasons}, but the owners differ"
    return score, reasons


def _told(a: Row, b: Row, measure: float) -> str:
    words = ", ".join(sorted(a.measure & b.measure))
    if measure == 1.0:
        return f"the same measure ({words})"
    return f"measures share {measure:.0%} of their words ({words})"


def _same_digits(a: Row, b: Row) -> bool:
    """Whether two figures with the same digits are of one thing, though each sentence puts it differently.

    "A 640 billion yen contract for six ferries", "a contract for six ferries worth 640 billion yen".
    """
    if a.kind not in DIGITS or not agreement.digits(a.value):
        return False
    alike = agreement.digits(a.value) == agreement.digits(b.value)
    return alike and bool(a.measure and b.measure) and a.measure <= b.context and b.measure <= a.context


def differ(a: Row, b: Row, *, back: bool) -> bool:
    """Whether scope, time, direction or role say that these are two things."""
    if a.direction != b.direction or (a.part and b.part and a.part != b.part):
        return True
    if terms.apart(a.scope, b.scope) or periods_differ(a.period, b.period):
        return True
    if a.article != b.article and terms.ills_differ(a.context, b.context):
        return True
    if a.article != b.article and agreement.quarters_differ(a.sentence, b.sentence):
        return True
    if a.earlier != b.earlier and not (any(a.period) and any(b.period)):
        return True
    if a.kind == "count" and coordination.differ(
        coordination.coordinated(a.sentence, a.surface),
        coordination.coordinated(b.sentence, b.surface),
        (a.measure, b.measure),
    ):
        return True
    return not _roles_agree(a, b, back)


def _by_chance(a: Row, b: Row, context: float) -> bool:
    """Whether like measures in sentences of little in common are, as a rule, measures of two things."""
    common = a.measure & b.measure
    if a.article == b.article:
        # what an article says twice it mentions as known, or says in like words about like times
        return context < ALIKE or terms.spans(a.sentence) != terms.spans(b.sentence)
    if context < ALIKE and not terms.telling(common):
        return True
    same_day = a.period == b.period and any(a.period)
    return terms.fleeting(common) and not same_day


def _roles_agree(a: Row, b: Row, back: bool) -> bool:
    """Whether one figure may be what the other is: a change is no level, a plan no result.

    "The $3 billion loan" is the loan of before, whatever is now planned with it (`back`).
    """
    if back or (a.article != b.article and mentions.refers_back(a.sentence, a.surface, a.kind)):
        return _static(a.role) == _static(b.role)
    return a.role == b.role


def _static(role: str) -> str:
    return "level" if role in ("level", "target", "hypothetical", "total", "part", "share") else role


def periods_differ(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two stated periods are not one time: neither lies within the other.

    ISO dates compare as text; an empty end is open. The seasons 2023-24 and 2024-25 share a year and
    are two.
    """
    if not any(a) or not any(b):
        return False
    (a0, a1), (b0, b1) = (a[0] or "0", a[1] or "9"), (b[0] or "0", b[1] or "9")
    return not (a0 <= b0 <= b1 <= a1 or b0 <= a0 <= a1 <= b1)


def jaccard(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Weighted Jaccard similarity of two sets of words."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    # fsum: a set gives its words in another order in each run, which would change the last digit of a sum
    union = math.fsum(weight.get(w, 1.0) for w in a | b)
    return math.fsum(weight.get(w, 1.0) for w in a & b) / union
