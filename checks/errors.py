"""What goes wrong through no fault of the program."""

from __future__ import annotations

from collections.abc import Iterable


class UserError(Exception):
    """Something the user can mend, after which nothing more could be done.

    `str()` of it is one line for people: the file and place, what is wrong, what to do.
    """


def nearest(name: str, known: Iterable[str], what: str) -> str:
    """`did you mean 'percent-change'?`, or, where none of `known` is near, `the rules are …` (`what`)."""
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(name.casefold().replace("_", "-"), names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"{what} {', '.join(names)}"
