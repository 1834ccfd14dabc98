"""What goes wrong through no fault of the program."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can mend, after which nothing more could be done.

    `str()` of it is one line for people: the file and place, what is wrong, what to do.
    """
