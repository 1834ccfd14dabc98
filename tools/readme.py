"""Keep README.md, the other pages and the program together.

Usage: python tools/readme.py command N    print the command in the N-th `sh` block, for CI to run
       python tools/readme.py output       run the commands marked as output and put in what they print
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_COMMAND = re.compile(r"(?ms)^```sh\n(.*?)^```")
_OUTPUT = re.compile(r"(?ms)^(<!-- output: (.*?) -->\n```text\n)(.*?)(?=^```)")


def pages() -> list[Path]:
    """README.md and the pages of docs/ that show what a command prints."""
    found = [README, *sorted((ROOT / "docs").glob("*.md"))]
    return [page for page in found if _OUTPUT.search(page.read_text(encoding="utf-8"))]


def commands(markdown: str) -> list[str]:
    """The contents of the ```sh blocks in `markdown`."""
    return [block.strip() for block in _COMMAND.findall(markdown)]


def outputs(markdown: str) -> dict[str, str]:
    """What `markdown` says that a command prints, for each `<!-- output: COMMAND -->`."""
    return {command: text for _, command, text in _OUTPUT.findall(markdown)}


def filled(markdown: str, run: Callable[[str], str]) -> str:
    """`markdown` with every output as `run` gives it."""
    return _OUTPUT.sub(lambda match: match[1] + run(match[2]), markdown)


def printed(command: str) -> str:
    """What `command` prints on standard output in the project's folder, whatever its exit code."""
    words = [sys.executable if word == "python" else word for word in shlex.split(command)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def main(arguments: list[str]) -> None:
    if arguments[0] == "command":
        print(commands(README.read_text(encoding="utf-8"))[int(arguments[1]) - 1])
        return
    for page in pages():
        page.write_text(filled(page.read_text(encoding="utf-8"), printed), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
