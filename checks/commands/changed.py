"""Which articles a change is about: those that git calls changed, or those named."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from checks.commands.inputs import article_id
from checks.errors import UserError
from checks.settings import Settings


def changed_articles(diff: str | None, files: Sequence[str], settings: Settings) -> set[str] | None:
    """The ids of the articles that changed since the revision `diff`, and of `files`.

    None where neither is given. What git does not track yet counts as changed. Raises UserError for a file
    that there is not, and where git does not know the revision.
    """
    if diff is None and not files:
        return None
    paths = [Path(file) for file in files]
    if diff is not None:
        top = Path(_git("rev-parse", "--show-toplevel").rstrip("\n"))
        if diff.startswith("-"):
            raise UserError(f"--diff {diff}: is no revision; give a branch, a tag or a commit")
        since = _git("-C", str(top), "diff", "--name-only", "-z", "--diff-filter=d", diff, "--")
        untracked = _git("-C", str(top), "ls-files", "--others", "--exclude-standard", "-z")
        paths += [top / name for name in (since + untracked).split("\0") if name]
    for path in map(Path, files):
        if not path.exists():
            raise UserError(f"--changed {path}: there is no such file; check the spelling")
    return {article_id(path, settings.root) for path in paths}


def _git(*words: str) -> str:
    """What `git` prints."""
    try:
        done = subprocess.run(
            ["git", *words], capture_output=True, text=True, errors="surrogateescape", check=False
        )
    except FileNotFoundError:
        raise UserError("--diff needs git, which is not installed; name the files with --changed") from None
    if done.returncode:
        why = done.stderr.strip().splitlines()
        raise UserError(f"--diff: git says {(why or ['nothing'])[0]!r}; check the revision") from None
    return done.stdout
