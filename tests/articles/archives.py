"""Web archives made by hand, for the tests."""

from __future__ import annotations


def record(kind: str, url: str, body: bytes, type: str = "text/plain") -> bytes:
    """A record of a WARC file."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(url: str, body: bytes, type: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    """A record of what a server answered."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{more}\r\n".encode() + body
    return record("response", url, http, "application/http; msgtype=response")


INFO = record("warcinfo", "", b"software: x\r\n", "application/warc-fields")
