"""What a figure means: measure, entities, period, role, relations, source."""

from checks.facts.build import extract
from checks.facts.language import ModelMissing

__all__ = ["ModelMissing", "extract"]
