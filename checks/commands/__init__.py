"""What the command line does, a file per command; `inputs.py` turns paths into articles."""
