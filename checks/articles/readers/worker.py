"""The guarded process: reads files as it is asked to, and answers with their text or why it refuses them."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from importlib import import_module
from typing import IO

from checks.articles.readers.document import LONGEST, Refused, whole


def main() -> None:
    """Answer the questions on standard input until it ends; see `guard.Guard`."""
    # What a library prints must not get among the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit_memory(int(sys.argv[1]))
    while question := sys.stdin.buffer.readline():
        asked = json.loads(question)
        data = sys.stdin.buffer.read(asked["size"])
        _limit_time(asked["seconds"])
        body = json.dumps(_answer(asked["reader"], data)).encode("utf-8", "surrogatepass")
        _send(answers, body)


def _send(answers: IO[bytes], body: bytes) -> None:
    answers.write(str(len(body)).encode() + b"\n" + body)
    answers.flush()


def _answer(reader: str, data: bytes) -> dict[str, object]:
    module = import_module(reader)
    try:
        document = module.read(io.BytesIO(data))
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": "needs too much memory; split it, or save its text as plain text"}
    except RecursionError:
        return {"refused": "is nested too deeply; save its text as plain text"}
    except Exception as error:  # a parser's complaint about a broken file can be of any kind
        first = " ".join(str(error).split())[:120]
        why = f"{type(error).__name__}: {first}" if first else type(error).__name__
        return {"refused": f"is damaged and cannot be read ({why}); save it anew, or as plain text"}
    if len(document.text) > LONGEST:
        return {"refused": f"holds over {LONGEST:,} characters, too many for one article; split it"}
    text = whole(document.text)
    if not text.strip():
        return {"refused": "has no text in it; if it is a scan, run text recognition (OCR) over it first"}
    return {**document._asdict(), "text": text}


def _limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_time(seconds: float) -> None:
    """Seconds of processor time from now; where the system knows none, the clock of the guard remains."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
