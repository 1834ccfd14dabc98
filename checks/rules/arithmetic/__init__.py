"""Arithmetic that rules share: closed intervals, relations as equations, networks of them."""
