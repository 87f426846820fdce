"""The rules as a page: ``docs/rules.md`` is what this prints, and a test holds it to that."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from verifier.rules.record import DANGEROUS, GROUP_CAPS, SUSPICIOUS, Example, Rule

_HEAD = f"""# Rules

Printed by `verifier rules --markdown`. A rule's weight is the risk it means on its own: from {DANGEROUS} it decides `dangerous`, from
{SUSPICIOUS} `suspicious`, below that never alone; zero explains without judging. A group is capped before it joins the others, see
[ADR 3](adr/0003-combination-of-findings.md).
"""


def as_markdown(rules: Iterable[Rule]) -> str:
    """One section a group, one entry a rule: what it says, what it catches, what it spares."""
    parts = [_HEAD]
    for group, members in groupby(sorted(rules, key=lambda r: (r.group, -r.weight, r.id)), key=lambda r: r.group):
        parts.append(f"\n## {group} (cap {GROUP_CAPS[group]})\n")
        for rule in members:
            parts.append(f"\n### `{rule.id}` · {rule.weight} · {' '.join(sorted(rule.kinds))}\n\n{rule.title}. {rule.detail}\n")
            if rule.catches:
                parts.append("\nCatches\n\n" + "".join(_line(e) for e in rule.catches))
            if rule.spares:
                parts.append("\nSpares\n\n" + "".join(_line(e) for e in rule.spares))
    return "".join(parts)


def _line(example: Example) -> str:
    shown = example.input.replace("\n", " ↵ ").replace("`", "ˋ")
    shown = shown if len(shown) <= 120 else shown[:119] + "…"
    options = ", ".join(f"{name} {value}" for name, value in {**example.options, **example.facts}.items())
    return f"- `{shown}`" + (f" ({options})" if options else "") + (f": {example.why}" if example.why else "") + "\n"
