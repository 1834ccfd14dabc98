"""Who vouches for each figure."""

from checks.facts.sourcing.scope import attribute

__all__ = ["attribute"]
