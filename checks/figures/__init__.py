"""Finding figures: numbers, scales, units, ranges, bounds, dates."""
