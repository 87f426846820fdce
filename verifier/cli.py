"""The command line: the same answers as the API, for people at a terminal and for pipes.

Exit status of ``check``: 0 official, 10 unknown, 20 suspicious, 30 dangerous, 2 usage or unreadable input, 70 internal error.
The only importer of click.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.errors import CheckError
from verifier.explain import fill, negotiate
from verifier.terminal import Terminal

EXIT = {"official": 0, "unknown": 10, "suspicious": 20, "dangerous": 30}
USAGE, INTERNAL = 2, 70

_lang = click.option("--lang", metavar="TAG", help="Language of the answer: en, zh-Hans, zh-Hant (default: the terminal's).")
_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")


def _environment_language() -> str:
    found = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(name))), "").split(".")[0]
    return found if found not in ("", "C", "POSIX") else "en"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="contact-verifier", prog_name="verifier")
def cli() -> None:
    """Is this contact really theirs? Check numbers, links, accounts, addresses and messages."""


@cli.command()
@click.argument("input")
@click.option("--kind", default="auto", type=click.Choice(["auto", "url", "phone", "handle", "email", "message"]), help="What INPUT is.")
@click.option("--brand", metavar="NAME", help="Whose contact it is said to be: an id, name or alias in any language.")
@click.option("--region", metavar="CC", help="Country of a national number: CN, HK, US …")
@click.option("--platform", metavar="NAME", help="Platform of a bare account name: x, telegram, wechat …")
@click.option("--direction", default="outgoing", type=click.Choice(["outgoing", "incoming"]), help="incoming: it contacted me.")
@_lang
@_json
def check(
    input: str, kind: Any, brand: str | None, region: str | None, platform: str | None, direction: Any, lang: str | None, as_json: bool
) -> None:
    """Check INPUT, a contact or a message; - reads it from standard input."""
    text = _standard_input() if input == "-" else input
    request = CheckRequest(
        input=text,
        kind=kind,
        claimed_brand=brand,
        region=region,
        platform=platform,
        direction=direction,
        lang=lang or _environment_language(),
    )
    try:
        answer = Checker().check(request)
    except CheckError as error:
        _complain(error, negotiate(lang, _environment_language()))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode())
    else:
        Terminal(answer.lang).answer(answer)
    raise SystemExit(EXIT[answer.verdict])


def _standard_input() -> str:
    data = sys.stdin.buffer.read(65_537)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        click.echo("verifier: standard input is not UTF-8 text", err=True)
        raise SystemExit(USAGE) from None


def _complain(error: CheckError, lang: str) -> None:
    click.echo("verifier: " + fill(error.message, error.facts, lang), err=True)
    raise SystemExit(USAGE)


@cli.command()
@click.argument("text", required=False, default="")
@_lang
@_json
def brands(text: str, lang: str | None, as_json: bool) -> None:
    """List the brands of the registry; TEXT keeps those whose name or id contains it."""
    registry = Checker().world.registry
    wanted = text.casefold()
    found = [
        b
        for b in registry.brands.values()
        if wanted in b.id or any(wanted in n.casefold() for n in (b.name, *b.aliases, *(n for ns in b.names.values() for n in ns)))
    ]
    if as_json:
        click.echo(
            msgspec.json.format(
                msgspec.json.encode([{"id": b.id, "name": b.name, "category": b.category} for b in found]), indent=2
            ).decode()
        )
    else:
        Terminal(negotiate(lang, _environment_language())).brands(found)
    if not found:
        raise SystemExit(1)


@cli.command()
@_lang
@_json
@click.option("--markdown", is_flag=True, help="Print the page that stands in docs/rules.md.")
def rules(lang: str | None, as_json: bool, markdown: bool) -> None:
    """List the rules with what they weigh and what they say."""
    from verifier.rules import all_rules

    tag = negotiate(lang, _environment_language())
    if markdown:
        from verifier.rules.documentation import as_markdown

        click.echo(as_markdown(all_rules()), nl=False)
    elif as_json:
        rows = [
            {
                "id": r.id,
                "kinds": sorted(r.kinds),
                "group": r.group,
                "weight": r.weight,
                "title": fill(r.title, {}, tag) if "{" not in r.title else r.title,
            }
            for r in all_rules()
        ]
        click.echo(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
    else:
        Terminal(tag).rules(all_rules())


@cli.command()
@click.option("--host", help="Address to listen on (VERIFIER_HOST, else 127.0.0.1).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (VERIFIER_PORT, else 8000).")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes (VERIFIER_WORKERS, else 1).")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """Serve the API and the public page."""
    from verifier.web.server import serve as run

    run(host=host, port=port, workers=workers)


@cli.group()
def registry() -> None:
    """Look after the registry of official contacts."""


def _load(path: Path | None) -> Any:
    from verifier.registry.load import RegistryError, load_registry

    try:
        return load_registry(path.read_bytes() if path else None)
    except RegistryError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None


_file = click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
DATA = Path(__file__).parent / "data"


@registry.command("lint")
@_file
@click.option("--notes", is_flag=True, help="Show notes as well (reviews that are due, sources without a date).")
def lint_command(file: Path | None, notes: bool) -> None:
    """Find what must be mended before a change of the registry is merged. Exit status 1 where there is an error."""
    from verifier.registry.canonical import canonical, schema
    from verifier.registry.lint import lint

    loaded = _load(file)
    problems = lint(loaded, datetime.now(UTC).date())
    path = file or DATA / "official_contacts.json"
    misformatted = canonical(loaded) != path.read_text("utf-8")
    Terminal("en").problems([p for p in problems if notes or p.severity != "note"])
    if misformatted:
        click.echo(f"error: {path.name} is not in its canonical form; run: verifier registry format")
    stale_schema = file is None and schema() != (DATA / "official_contacts.schema.json").read_text("utf-8")
    if stale_schema:
        click.echo("error: official_contacts.schema.json does not fit the structs; run: verifier registry format")
    errors = sum(p.severity == "error" for p in problems) + misformatted + stale_schema
    contacts = sum(len(b.contacts) for b in loaded.brands)
    counts = {s: sum(p.severity == s for p in problems) for s in ("warning", "note")}
    click.echo(f"{len(loaded.brands)} brands, {contacts} contacts: {errors} errors, {counts['warning']} warnings, {counts['note']} notes")
    raise SystemExit(bool(errors))


@registry.command("format")
@_file
def format_command(file: Path | None) -> None:
    """Write the registry file in its canonical form, and the schema beside it."""
    from verifier.registry.canonical import canonical, schema

    path = file or DATA / "official_contacts.json"
    path.write_text(canonical(_load(path)), "utf-8")
    if file is None:
        (DATA / "official_contacts.schema.json").write_text(schema(), "utf-8")


@registry.command()
@click.argument("brand")
@_lang
def show(brand: str, lang: str | None) -> None:
    """Print BRAND's entry with its proof."""
    from verifier.registry.index import Registry

    loaded = Registry(_load(None))
    claim = loaded.names.resolve(brand)
    if claim.brand is None:
        names = ", ".join(claim.candidates)
        click.echo(f"verifier: {brand!r} is " + (f"one of several: {names}" if names else "not in the registry"), err=True)
        raise SystemExit(USAGE)
    Terminal(negotiate(lang, _environment_language())).brand(loaded, loaded.brands[claim.brand])


@registry.command("diff")
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
def diff_command(old: Path, new: Path | None) -> None:
    """Say in words what changed from OLD to NEW (the shipped registry by default). Exit status 1 where anything did."""
    from verifier.registry.diff import diff

    changes = diff(_load(old), _load(new))
    for change in changes:
        click.echo(str(change))
    raise SystemExit(bool(changes))


def main() -> None:
    """The entry point: `cli` with an exit status of its own for what should never happen."""
    try:
        cli(prog_name="verifier")
    except SystemExit:
        raise
    except BrokenPipeError:
        raise SystemExit(0) from None
    except Exception as error:  # the last line of defence: the input must not reach a traceback on a shared terminal
        click.echo(f"verifier: internal error ({type(error).__name__})", err=True)
        raise SystemExit(INTERNAL) from None
