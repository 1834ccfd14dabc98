"""How rules are found and run: the registry, the tables that rules read, one flag a figure."""
