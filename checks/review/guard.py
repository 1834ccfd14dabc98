"""Which requests are answered: those of the page that this server gave to this user, and no others.

A page of the web can make the browser send requests to 127.0.0.1, and a name of its own can be made to
point there (DNS rebinding). So every request needs the token in its path, a Host that is this server's, and
an Origin that is, where the browser sends one; a request that writes must have it.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

#: Bytes of a request's body: a note and its flag are far smaller.
MOST_BYTES = 65_536


@dataclass(frozen=True)
class Refused(Exception):
    """A request that is not answered: the status and a line for it."""

    status: int
    reason: str


@dataclass(frozen=True)
class Guard:
    """Knows the server's `port` and the token of its page."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def hosts(self) -> tuple[str, str]:
        """The names that this server answers to."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    def path(self, target: str, headers: Mapping[str, str], *, writes: bool = False) -> str:
        """What is asked for, without the token: "", "verdict", "state". Raises Refused.

        The names of `headers` are in lower case.
        """
        if headers.get("host") not in self.hosts:
            raise Refused(403, "not the host of this server")
        origin = headers.get("origin")
        if origin is None and writes:
            raise Refused(403, "no origin")
        if origin is not None and origin not in {f"http://{host}" for host in self.hosts}:
            raise Refused(403, "a foreign origin")
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise Refused(403, "a foreign site")
        _, given, rest = [*target.partition("?")[0].split("/", 2), "", ""][:3]
        if not hmac.compare_digest(given.encode(), self.token.encode()):
            raise Refused(403, "no token, or not this server's")
        if target.partition("?")[0].count("/") < 2:
            raise Refused(404, "not found")  # the page's own requests would miss the token
        return rest

    def length(self, headers: Mapping[str, str]) -> int:
        """The bytes of the JSON body that follows. Raises Refused."""
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise Refused(415, "not JSON")
        size = headers.get("content-length", "")
        if not (size.isascii() and size.isdigit()):
            raise Refused(411, "no length")
        if int(size[:9]) > MOST_BYTES or len(size) > 9:
            raise Refused(413, "too large")
        return int(size)
