"""Print the command in the n-th `sh` block of README.md, so that CI runs what readers are told to.

Usage: python tools/readme_command.py N
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def commands(markdown: str) -> list[str]:
    """The contents of the ```sh blocks in `markdown`."""
    return [block.strip() for block in re.findall(r"(?ms)^```sh\n(.*?)^```", markdown)]


if __name__ == "__main__":
    readme = Path(__file__).parent.parent / "README.md"
    print(commands(readme.read_text(encoding="utf-8"))[int(sys.argv[1]) - 1])
