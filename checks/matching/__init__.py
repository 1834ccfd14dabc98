"""Which facts speak of the same thing, and which articles are copies of one another."""

from checks.matching.copies import copies
from checks.matching.evidence import Evidence, bear_out
from checks.matching.evidence import vouched as rested
from checks.matching.implied import implied
from checks.matching.kinship import kin
from checks.matching.known import known, vouched
from checks.matching.pairs import pairs

__all__ = ["Evidence", "bear_out", "copies", "implied", "kin", "known", "pairs", "rested", "vouched"]
