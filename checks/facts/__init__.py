"""What a figure means: measure, entities, period, role, relations, source."""
