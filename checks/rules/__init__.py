"""Stage 5: one file per check, and the machinery that finds and runs them.

`catalogue` lists the rules, `documentation` explains one, `run` asks the selected ones for their
doubts. `rule.py` is the contract that a rule keeps.
"""

from checks.rules.running.guarded import RuleError
from checks.rules.running.registry import HEADINGS, catalogue, documentation, rules_in
from checks.rules.running.runner import FINDINGS, run

__all__ = ["FINDINGS", "HEADINGS", "RuleError", "catalogue", "documentation", "rules_in", "run"]
