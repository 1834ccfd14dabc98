"""What a figure means: measure, entities, period, role, relations, source."""

from checks.facts.build import batches, extract, joined, read
from checks.facts.language import ModelMissing

__all__ = ["ModelMissing", "batches", "extract", "joined", "read"]
