"""Which facts speak of the same thing, and which articles are copies of one another."""
