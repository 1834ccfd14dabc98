"""Which facts speak of the same thing, and which articles are copies of one another."""

from checks.matching.copies import copies
from checks.matching.kinship import kin
from checks.matching.pairs import pairs

__all__ = ["copies", "kin", "pairs"]
