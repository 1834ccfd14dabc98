"""Language that rules share: the words between figures, claims and claimants, how messages print numbers."""
