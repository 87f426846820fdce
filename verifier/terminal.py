"""Answers, brands and rules on a terminal: coloured for a person, plain for a pipe. The only importer of rich."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from verifier.answer import Answer, Channel
from verifier.errors import N_
from verifier.explain import fill, translate
from verifier.explain.words import brand_name
from verifier.registry.index import Registry, proving_sources
from verifier.registry.model import Brand
from verifier.rules.record import Rule

if TYPE_CHECKING:
    from verifier.registry.lint import Problem

STYLE = {"official": "bold green", "unknown": "bold yellow", "suspicious": "bold dark_orange", "dangerous": "bold white on red"}
MARK = {"official": "✔", "unknown": "?", "suspicious": "!", "dangerous": "✘"}
WORD = {
    "official": N_("Official"),
    "unknown": N_("Unknown"),
    "suspicious": N_("Suspicious"),
    "dangerous": N_("Dangerous"),
}
"""The verdicts as people read them."""


class Terminal:
    """Writes to standard output in one language; colours only where it is a terminal."""

    def __init__(self, lang: str, console: Console | None = None) -> None:
        self.lang = lang
        self.console = console or Console(highlight=False, soft_wrap=True)

    def _say(self, message: str, **facts: str) -> str:
        return fill(message, facts, self.lang)

    def answer(self, answer: Answer) -> None:
        """A verdict with its reasons, the next steps and the real channels."""
        say, out = self._say, self.console
        head = Text.assemble(
            (f" {MARK[answer.verdict]} {say(WORD[answer.verdict])} ", STYLE[answer.verdict]), "  ", (answer.summary, "bold")
        )
        out.print(head)
        if display := getattr(answer.contact, "display", ""):
            out.print(Text("  " + display, style="dim"))
        for reason in answer.reasons:
            out.print(Text.assemble("\n  • ", (reason.title, "bold"), "\n    ", reason.detail))
        for inner in answer.contacts:
            line = f"{MARK[inner.verdict]} {say(WORD[inner.verdict])}"
            out.print(
                Text.assemble(
                    "\n  → ",
                    (getattr(inner.contact, "display", "") or "", "bold"),
                    "  ",
                    (line, STYLE[inner.verdict]),
                    "\n    ",
                    inner.summary,
                )
            )
        if answer.advice:
            out.print(Text("\n" + say(N_("What to do now")), style="bold"))
            for step in answer.advice:
                out.print(Text(f"  – {step.text}"))
        if answer.official_contacts and answer.brand:
            out.print(Text("\n" + say(N_("Real channels of {brand}"), brand=answer.brand.name), style="bold"))
            self._channels(answer.official_contacts)

    def _channels(self, channels: Iterable[Channel]) -> None:
        for channel in channels:
            when = channel.confirmed_at.isoformat() if channel.confirmed_at else self._say(N_("undated"))
            line = Text.assemble("  ", (channel.display or channel.value, "green"), f"  {channel.purpose}", (f"  {when}", "dim"))
            self.console.print(line)

    def brands(self, brands: Iterable[Brand]) -> None:
        """A line a brand: id, name, category, how many contacts are proved."""
        for brand in brands:
            proved = sum(c.proof != "listed" and c.status == "active" for c in brand.contacts)
            self.console.print(
                Text.assemble((f"{brand.id:<24}", "bold"), f" {brand_name(brand, self.lang)}  ", (f"{brand.category}, {proved}", "dim"))
            )

    def rules(self, rules: Iterable[Rule]) -> None:
        """A table of rules."""
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in ("rule", "weight", "group", "reads", "says"):
            table.add_column(column)
        for rule in rules:
            table.add_row(rule.id, f"{rule.weight:.2f}", rule.group, " ".join(sorted(rule.kinds)), escape(translate(rule.title, self.lang)))
        self.console.print(table)

    def problems(self, problems: Sequence[Problem]) -> None:
        """A line a problem."""
        colour = {"error": "red", "warning": "yellow", "note": "dim"}
        for p in problems:
            self.console.print(Text.assemble((p.severity, colour[p.severity]), f": {p.brand}: {p.where}: {p.problem}"))

    def _aside(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.console.print(Text(" " * 12 + line, style="dim"))

    def brand(self, registry: Registry, brand: Brand) -> None:
        """A brand's whole entry with its proof, for people."""
        out = self.console
        names = ", ".join(dict.fromkeys(n for ns in brand.names.values() for n in ns))
        out.print(Text.assemble((brand.name, "bold"), f"  {brand.id}\n{names}\n{brand.category} {' '.join(brand.regions)}\n"))
        for contact in brand.contacts:
            style = (
                "green" if contact.status == "active" and contact.proof != "listed" else "yellow" if contact.status == "active" else "red"
            )
            place = contact.platform or contact.region
            out.print(
                Text.assemble(
                    (f"{contact.kind:<12}", "dim"),
                    (f"{contact.value}", f"bold {style}"),
                    f" {place}" if place else "",
                    f"  {', '.join(contact.purpose)}  {contact.proof}",
                    f"  {contact.status}" if contact.status != "active" else "",
                )
            )
            lines = [f"{s.confirmed_at or 'undated'}  {s.kind}  {s.address}" for s in proving_sources(brand, contact)]
            if contact.service:
                parts = [contact.service.hours, contact.service.timezone, " ".join(contact.service.languages)]
                lines.append(" ".join(filter(None, parts)))
            lines += [f"{c.date} {c.status}: {c.reason}" for c in contact.history]
            if contact.note:
                lines.append(contact.note)
            self._aside(lines)
        for statement in brand.statements:
            out.print(
                Text.assemble(
                    (f"{statement.kind}", "bold"),
                    f"  {statement.basis}  {' '.join(statement.kinds)}  {statement.scope.get(self.lang) or statement.scope.get('en', '')}",
                )
            )
            self._aside([f"{s.confirmed_at or 'undated'}  {s.address}" for s in proving_sources(brand, statement)])
        for impostor in brand.impostors:
            out.print(
                Text.assemble(("impostor     ", "red"), (impostor.value, "bold red"), f" {impostor.platform}  named by {impostor.named_by}")
            )
