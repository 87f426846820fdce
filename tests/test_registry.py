"""The registry's promises, walked over every entry it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from verifier import CheckError, Verifier
from verifier.data import raw
from verifier.registry.canonical import canonical, schema
from verifier.registry.diff import diff
from verifier.registry.index import Registry
from verifier.registry.lint import lint
from verifier.registry.load import RegistryError, load_registry
from verifier.registry.model import Brand, Impostor, OfficialContact, RegistryFile

FILE = load_registry()
STORES = {
    "google-play": "https://play.google.com/store/apps/details?id={}",
    "app-store": "https://apps.apple.com/app/id{}",
    "chrome-web-store": "https://chromewebstore.google.com/detail/{}",
}


def _question(entry: OfficialContact | Impostor) -> tuple[str, dict[str, Any]] | None:
    """How a person would ask about an entry; None for what cannot be asked as a contact."""
    match entry.kind:
        case "url" | "email":
            return entry.value, {"kind": entry.kind}
        case "phone":
            return entry.value, {"kind": "phone", **({} if entry.value.startswith("+") else {"region": entry.region})}
        case "handle" if entry.platform == "discord":  # the entries are servers' invitations: a bare name is a person's
            return f"https://discord.gg/{entry.value}", {"kind": "handle"}
        case "handle":
            return entry.value, {"kind": "handle", "platform": entry.platform}
        case "app" if entry.platform in STORES:
            return STORES[entry.platform].format(entry.value), {"kind": "url"}
    return None


def _asked() -> Iterator[tuple[Brand, OfficialContact, str, dict[str, Any]]]:
    for brand in FILE.brands:
        for contact in brand.contacts:
            if question := _question(contact):
                yield brand, contact, *question


REGISTRY = Registry(FILE)


def _is_vouched_for(contact: OfficialContact) -> bool:
    """Spelt out here once more, so that a slip in the code cannot excuse itself."""
    proved = contact.proof == "brand-controlled" or (contact.proof == "anchored" and contact.kind != "phone")
    return contact.status == "active" and proved and not (contact.expires and contact.expires < datetime.now(UTC).date())


def test_every_proved_contact_reads_official_and_no_other_does(verifier: Verifier) -> None:
    """Exactly the active entries with sufficient proof answer official, under their own brand."""
    wrong = []
    for brand, contact, text, options in _asked():
        answer = verifier.check(text, **options)
        owner = answer.brand.id if answer.brand else ""
        relative = owner != brand.id and owner != "" and REGISTRY.same_family(owner, brand.id)
        if (answer.verdict == "official") is not _is_vouched_for(contact) and not (relative and answer.verdict == "official"):
            wrong.append((brand.id, contact.kind, contact.value, contact.proof, contact.status, answer.verdict))
        elif answer.verdict == "official" and owner != brand.id and not relative:
            wrong.append((brand.id, contact.value, "answers as", owner, ""))
    assert not wrong


def test_no_known_impostor_ever_reads_official(verifier: Verifier) -> None:
    """What is on record as an imitation is suspicious at least, dangerous where the brand itself names it."""
    for brand in FILE.brands:
        for impostor in brand.impostors:
            question = _question(impostor)
            assert question is not None
            verdict = verifier.check(question[0], **question[1]).verdict
            assert verdict in ("suspicious", "dangerous"), (brand.id, impostor.value, verdict)
            if impostor.named_by == "brand":
                assert verdict == "dangerous", (brand.id, impostor.value)


def test_no_third_party_only_phone_reads_official(verifier: Verifier) -> None:
    """A number answers official on the brand's or an authority's own word alone."""
    for brand, contact, text, options in _asked():
        if contact.kind == "phone" and contact.proof != "brand-controlled":
            assert verifier.check(text, **options).verdict != "official", (brand.id, contact.value)


def test_most_official_contacts_rest_on_the_brands_own_word() -> None:
    """At least 70 % of what answers official is brand-controlled."""
    official = [c for b in FILE.brands for c in b.contacts if _is_vouched_for(c)]
    assert sum(c.proof == "brand-controlled" for c in official) >= 0.7 * len(official)


def test_the_registry_covers_what_people_ask_about() -> None:
    """At least 120 brands, each with at least one contact; every brand that can be led to has a proved channel or says it has none."""
    assert len(FILE.brands) >= 120
    assert all(b.contacts for b in FILE.brands)


def test_an_expired_contact_is_no_longer_official() -> None:
    """Past its own expiry an entry answers unknown."""
    brand = _brand({"expires": "2020-01-01"})
    verifier = _verifier_with(brand)
    assert verifier.check("https://example.org/").verdict == "unknown"


def test_superseded_names_its_successor_and_revoked_is_suspicious() -> None:
    """The life of an entry decides before any heuristic."""
    history = [{"date": "2024-01-01", "status": "superseded", "reason": "moved"}]
    answer = _verifier_with(_brand({"status": "superseded", "successor": "https://example.com/", "history": history})).check(
        "https://example.org/"
    )
    assert answer.verdict == "unknown"
    assert "example.com" in " ".join(r.detail for r in answer.reasons)
    history = [{"date": "2024-01-01", "status": "revoked", "reason": "hijacked"}]
    assert _verifier_with(_brand({"status": "revoked", "history": history})).check("https://example.org/").verdict == "suspicious"


def test_staleness_is_said_and_does_not_change_the_verdict() -> None:
    """Past its review age an entry stays official, says when it was last confirmed, and is marked stale."""
    old = _brand({}, confirmed_at="2015-05-05")
    answer = _verifier_with(old).check("https://example.org/")
    assert answer.verdict == "official" and answer.stale
    assert "2015-05-05" in " ".join([*(r.detail for r in answer.reasons), *(a.text for a in answer.advice)])
    fresh = _brand({}, confirmed_at=str(datetime.now(UTC).date() - timedelta(days=30)))
    assert not _verifier_with(fresh).check("https://example.org/").stale


def test_a_third_partys_newer_date_does_not_renew_the_brands_word() -> None:
    """The date of a brand-controlled proof is that of the brand's own source."""
    brand = _brand({"sources": ["page", "copy"]}, confirmed_at="2016-01-01")
    brand["sources"]["copy"] = {
        "address": "https://elsewhere.example/",
        "kind": "third-party",
        "confirmed_at": "2026-01-01",
        "read_at": "2026-11-22",
    }
    assert _verifier_with(brand).check("https://example.org/").stale


def test_a_contact_of_the_same_family_meets_the_claim() -> None:
    """A product's site claimed as its parent's is official; a stranger's is not."""
    parent = {
        **_brand({}),
        "id": "parent",
        "name": "Parent Company",
        "contacts": [{**_brand({})["contacts"][0], "value": "https://example.com/"}],
    }
    verifier = _verifier_with({**_brand({}), "parent": "parent"}, parent)
    assert verifier.check("https://example.org/", claimed_brand="parent").verdict == "official"
    assert verifier.check("https://example.com/", claimed_brand="example-brand").verdict == "official"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"proof": "brand-controlled", "sources": ["nothing"]}, "sources"),
        ({"kind": "phone", "value": "12", "covers": None, "region": "CN"}, "value"),
        ({"kind": "phone", "value": "95588", "covers": None, "region": ""}, "region"),
        ({"kind": "handle", "platform": "no-such-platform", "covers": None}, "platform"),
        ({"value": "http://example.org/"}, "value"),
        ({"value": "https://sub.example.org/"}, "covers"),
        ({"covers": "path"}, "covers"),
        ({"status": "disputed"}, "history"),
        ({"sources": []}, "sources"),
    ],
    ids=lambda v: str(v)[:60],
)
def test_a_bad_entry_is_refused_by_entry_and_field(change: dict[str, Any], named: str) -> None:
    """The loader refuses and says where."""
    brand = _brand(change)
    brand["contacts"][0] = {k: v for k, v in brand["contacts"][0].items() if v is not None}
    with pytest.raises(RegistryError) as caught:
        load_registry(_file(brand))
    assert "example-brand" in str(caught.value)
    assert named in str(caught.value)


def test_a_proof_its_sources_do_not_reach_is_refused() -> None:
    """A third party's page carries no brand-controlled proof, and two copies in one repository are not two registries."""
    weak = _brand({})
    weak["sources"]["page"]["kind"] = "third-party"
    with pytest.raises(RegistryError, match="reach listed"):
        load_registry(_file(weak))
    copies = _brand({"proof": "anchored", "sources": ["one", "two"]})
    for key in ("one", "two"):
        copies["sources"][key] = {
            "address": f"https://github.com/registry/wallets/blob/{'a' * 40}/{key}.json",
            "kind": "curated-registry",
            "read_at": "2026-11-22",
        }
    del copies["sources"]["page"]
    with pytest.raises(RegistryError, match="reach listed"):
        load_registry(_file(copies))


def test_unknown_fields_and_broken_json_are_refused() -> None:
    """A misspelt field is not silently dropped."""
    with pytest.raises(RegistryError, match="purposes"):
        load_registry(_file(_brand({"purposes": ["website"]})))
    with pytest.raises(RegistryError):
        load_registry(b"{")


def test_the_shipped_file_is_canonical_and_lints_clean() -> None:
    """Sorted, formatted, and without an error of the linter; the schema fits the structs."""
    assert canonical(FILE) == raw("official_contacts.json").decode()
    assert schema() == raw("official_contacts.schema.json").decode()
    errors = [p for p in lint(FILE, datetime.now(UTC).date()) if p.severity == "error"]
    assert not errors


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda b: b["sources"]["page"].update(address="https://stranger.example/"), "not the brand's own"),
        (
            lambda b: b["sources"]["page"].update(
                kind="official-repository", address=f"https://github.com/stranger/x/blob/{'a' * 40}/README.md"
            ),
            "not among the brand's own accounts",
        ),
        (lambda b: b["sources"]["page"].update(kind="official-repository", address="https://github.com/stranger/x"), "permanent link"),
        (lambda b: b["sources"]["page"].update(kind="authority-page", address="https://stranger.example/"), "neither a government"),
        (lambda b: b["sources"].update(extra=dict(b["sources"]["page"])), "nothing rests on it"),
        (
            lambda b: b["contacts"].append(
                {"kind": "email-domain", "value": "gmail.com", "purpose": ["support"], "proof": "brand-controlled", "sources": ["page"]}
            ),
            "free-mail",
        ),
        (lambda b: b["contacts"].append(dict(b["contacts"][0])), "stands twice"),
    ],
)
def test_the_linter_sees_what_the_loader_cannot(spoil: Any, problem: str) -> None:
    """Proof from somebody else's page, contacts twice, mail domains that are nobody's."""
    brand = _brand({})
    spoil(brand)
    found = lint(load_registry(_file(brand)), date(2026, 11, 22))
    assert any(problem in p.problem and p.severity == "error" for p in found), found


def test_the_linter_sees_what_stands_between_brands() -> None:
    """One contact under two brands, one alias for two, two domains that read alike, an impostor that is official elsewhere."""
    one = _brand({})
    two = {**_brand({}), "id": "other-brand", "name": "Example Brand"}
    two["contacts"].append({**one["contacts"][0], "value": "https://examp1e.org/"})
    two["impostors"] = [{"kind": "url", "value": "https://example.org/", "named_by": "brand", "sources": ["page"]}]
    problems = " ".join(p.problem for p in lint(load_registry(_file(one, two)), date(2026, 11, 22)) if p.severity == "error")
    for expected in ("also stands under", "names several brands", "an impostor here, official under"):
        assert expected in problems


def test_differences_are_told_in_words() -> None:
    """What a reviewer must see: status, proof, a contact gone, a brand gone."""
    old = load_registry(_file(_brand({})))
    new = load_registry(_file(_brand({"proof": "listed", "purpose": ["support"]})))
    (text,) = [str(c) for c in diff(old, new)]
    assert "proof brand-controlled → listed" in text and "purpose changed" in text
    assert "the brand is gone" in str(diff(old, load_registry(_file()))[0])
    assert diff(old, old) == []


def test_channels_are_those_of_the_registry_that_is_asked() -> None:
    """Registries that come and go in one process never lend each other's channels."""
    for i in range(40):
        host = f"https://example-{i}.org/"
        answer = _verifier_with(_brand({"value": host})).check("Example Brand")
        assert [c.value for c in answer.official_contacts] == [host]


def test_names_resolve_or_ask() -> None:
    """Ids win, names resolve in any language and spelling, shared names ask."""
    names = Registry(FILE).names
    for text in ("tokenpocket", "TokenPocket", "token pocket", "ＴＰ钱包", "TP錢包", "tp wallet"):
        assert names.resolve(text).brand == "tokenpocket", text
    assert names.resolve("TP").status == "ambiguous"
    assert "tokenpocket" in names.resolve("TP").candidates
    assert names.resolve("Acme Unheard Of").status == "unknown"


def _brand(contact: dict[str, Any], confirmed_at: str = "2026-01-01") -> dict[str, Any]:
    """A minimal brand whose one contact has these changes."""
    return {
        "id": "example-brand",
        "name": "Example Brand",
        "category": "exchange",
        "sources": {
            "page": {
                "address": "https://example.org/contact",
                "kind": "official-page",
                "confirmed_at": confirmed_at,
                "read_at": "2026-11-22",
            }
        },
        "contacts": [
            {
                "kind": "url",
                "value": "https://example.org/",
                "covers": "domain",
                "purpose": ["website"],
                "proof": "brand-controlled",
                "sources": ["page"],
                **contact,
            }
        ],
    }


def _file(*brands: dict[str, Any]) -> bytes:
    return json.dumps({"version": "2026.11.22.1", "date": "2026-11-22", "brands": brands}).encode()


def _verifier_with(*brands: dict[str, Any]) -> Verifier:
    from verifier.checker import Checker
    from verifier.world import World

    return Verifier(Checker(World(Registry(load_registry(_file(*brands))))))


def test_the_test_file_helper_makes_a_loadable_registry() -> None:
    """The minimal brand is itself accepted, so that refusals above are due to the change alone."""
    assert isinstance(load_registry(_file(_brand({}))), RegistryFile)
    assert not [p for p in lint(load_registry(_file(_brand({}))), date(2026, 11, 22)) if p.severity == "error"]
    with pytest.raises(CheckError):
        _verifier_with(_brand({})).check("")
    assert msgspec.json.decode(schema())["title"]
