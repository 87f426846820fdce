"""The contract, field by field: what clients may rely on."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from flask.testing import FlaskClient

from verifier.answer import Answer, EmailContact, HandleContact, MessageContact, PhoneContact, UrlContact
from verifier.rules import all_rules

MESSAGE = "  TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help 或 https://tokenpocket.pro"

ASKED: list[dict[str, Any]] = [
    {"input": "https://help.tokenpocket.pro/cn/"},
    {"input": "https://tоkenpocket.pro/kefu"},
    {"input": "tokenpocket.pro.verify.top", "lang": "zh-Hans"},
    {"input": "https://docs.google.com/forms/d/e/x/viewform"},
    {"input": "https://metamask.io", "claimed_brand": "TokenPocket"},
    {"input": "400-820-0000", "region": "CN", "claimed_brand": "TP钱包"},
    {"input": "18222", "region": "HK"},
    {"input": "18222"},
    {"input": "１３８ ００１３ ８０００", "region": "CN"},
    {"input": "+85223810822", "direction": "incoming"},
    {"input": "@TokenPocket_TP", "platform": "x"},
    {"input": "@TokenPocket_TP"},
    {"input": "https://t.me/tokenpocket_cn"},
    {"input": "service@tokenpocket.pro"},
    {"input": "service@tokenpocket.pro", "direction": "incoming", "authentication": {"dmarc": "pass"}},
    {"input": "TP钱包"},
    {"input": "TP"},
    {"input": "nobody knows this", "kind": "message"},
    {"input": MESSAGE, "lang": "zh-Hant"},
]

FIELDS = {
    "verdict", "risk", "kind", "contact", "brand", "claim", "stale", "summary", "reasons", "advice", "official_contacts",
    "contacts", "spans", "pending", "registry", "lang",
}  # fmt: skip

CONTACT = {
    "url": (UrlContact, {"value", "display", "scheme", "host", "unicode_host", "registrable_domain", "public_suffix"}),
    "phone": (PhoneContact, {"value", "display", "e164", "region", "region_assumed", "type"}),
    "handle": (HandleContact, {"value", "platform", "name", "link"}),
    "email": (EmailContact, {"value", "local", "host", "registrable_domain"}),
    "message": (MessageContact, {"value", "language"}),
}


@pytest.fixture(params=ASKED, ids=lambda asked: " ".join(map(str, asked.values()))[:60])
def answered(request: pytest.FixtureRequest, client: FlaskClient) -> tuple[dict[str, Any], dict[str, Any]]:
    """A question and its answer."""
    response = client.post("/v1/check", json=request.param)
    assert response.status_code == 200, response.text
    return request.param, response.json


def test_an_answer_has_every_field(answered: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """All names of the contract are there, with the types the structs say, in every answer and every contact inside."""
    _, answer = answered
    for part in (answer, *answer["contacts"]):
        assert part.keys() >= FIELDS
        struct, names = CONTACT[part["kind"]]
        assert part["contact"].keys() >= names
        msgspec.convert(part["contact"], struct)
    msgspec.convert(answer, Answer)


def test_values_stay_within_their_sets(answered: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Closed sets, ranges and references hold."""
    asked, answer = answered
    ids = {rule.id for rule in all_rules()}
    for part in (answer, *answer["contacts"]):
        assert part["verdict"] in ("official", "dangerous", "suspicious", "unknown")
        assert 0 <= part["risk"] <= 1
        assert part["brand"] is None or part["brand"]["role"] in ("owner", "imitated", "claimed", "mentioned")
        assert part["summary"]
        assert part["lang"] == asked.get("lang", "en")
        for reason in part["reasons"]:
            assert reason["rule"] in ids and reason["title"] and reason["detail"] and 0 <= reason["weight"] <= 1
        assert all(step["id"] and step["text"] for step in part["advice"])
        for channel in part["official_contacts"]:
            assert channel["proof"] in ("brand-controlled", "anchored")
            assert channel["source"].startswith("https://")
            assert channel["confirmed_at"] is None or date.fromisoformat(channel["confirmed_at"])
        assert part["registry"]["version"] and date.fromisoformat(part["registry"]["date"])


def test_nothing_but_the_owner_reads_official(answered: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """`official` means that the contact is the brand's own; a message never is."""
    _, answer = answered
    for part in (answer, *answer["contacts"]):
        if part["verdict"] == "official":
            assert part["brand"]["role"] == "owner"
            assert part["kind"] != "message"


def test_offsets_count_code_points_of_the_input_as_sent(client: FlaskClient) -> None:
    """Also where white space leads, and where characters lie outside of the basic plane."""
    text = "\n 🧧🧧 官方 https://tokenpocket.pro 与 service@tokenpocket.pro"
    answer = client.post("/v1/check", json={"input": text}).json
    found = {text[c["span"]["start"] : c["span"]["end"]] for c in answer["contacts"]}
    assert found == {"https://tokenpocket.pro", "service@tokenpocket.pro"}


def test_spans_of_a_message_name_their_rule(client: FlaskClient) -> None:
    """Each passage lies in the text and names a rule among the reasons."""
    answer = client.post("/v1/check", json={"input": MESSAGE}).json
    assert answer["verdict"] == "dangerous"
    assert answer["spans"]
    for span in answer["spans"]:
        assert 0 <= span["start"] < span["end"] <= len(MESSAGE)
        assert span["rule"] in {reason["rule"] for reason in answer["reasons"]}


@pytest.mark.parametrize(
    ("claim", "status"), [("TokenPocket", "known"), ("TP钱包", "known"), ("TP", "ambiguous"), ("Nobody Ever Heard Of Inc", "unknown")]
)
def test_a_claim_says_how_it_was_understood(client: FlaskClient, claim: str, status: str) -> None:
    """Nobody and several are answers, not errors."""
    answer = client.post("/v1/check", json={"input": "https://some-unrelated-bakery.com", "claimed_brand": claim}).json
    assert answer["claim"]["status"] == status
    assert bool(answer["claim"]["candidates"]) is (status == "ambiguous")


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_get_and_post_answer_the_same(client: FlaskClient, lang: str) -> None:
    """One contract, two ways to ask."""
    asked = {"input": "@TokenPocket_TP", "platform": "telegram", "claimed_brand": "tokenpocket", "lang": lang}
    assert client.get("/v1/check", query_string=asked).json == client.post("/v1/check", json=asked).json


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("zh-CN,zh;q=0.9", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("fr,en;q=0.5", "en"),
        ("en;q=0.2,zh-HK;q=0.8", "zh-Hant"),
        ("", "en"),
        (";;,,=", "en"),
    ],
)
def test_without_a_field_the_header_decides(client: FlaskClient, header: str, lang: str) -> None:
    """Accept-Language by its weights, then English."""
    response = client.post("/v1/check", json={"input": "a@b.com"}, headers={"Accept-Language": header})
    assert response.json["lang"] == response.headers["Content-Language"] == lang


def test_the_list_of_brands_can_be_searched_and_paged(client: FlaskClient) -> None:
    """Filters and pages agree about the total."""
    everything = client.get("/v1/brands").json
    assert everything["total"] == len(everything["brands"]) > 100
    pages = [client.get(f"/v1/brands?limit=50&offset={offset}").json["brands"] for offset in range(0, everything["total"], 50)]
    assert [b["id"] for page in pages for b in page] == [b["id"] for b in everything["brands"]]
    assert [b["id"] for b in client.get("/v1/brands?q=TP钱包").json["brands"]] == ["tokenpocket"]
    banks = client.get("/v1/brands?category=bank&region=hk&lang=zh-Hant").json["brands"]
    assert banks and all(b["category"] == "bank" and "HK" in b["regions"] for b in banks)


@pytest.mark.parametrize(
    ("query", "field"),
    [("category=florist", "category"), ("limit=0", "limit"), ("limit=1001", "limit"), ("offset=-1", "offset"), ("limit=many", "limit"),
     ("page=2", "page"), ("q=a&q=b", "q"), ("lang=!", "lang")],
)  # fmt: skip
def test_a_wrong_filter_is_named(client: FlaskClient, query: str, field: str) -> None:
    """400 with the parameter at fault."""
    response = client.get("/v1/brands?" + query)
    assert (response.status_code, response.json["field"]) == (400, field)


def test_a_brand_shows_everything(client: FlaskClient) -> None:
    """Contacts with proof, sources, dates and status; statements; impostors; names; history."""
    brand = client.get("/v1/brands/tokenpocket?lang=zh-Hans").json
    assert brand["lang"] == "zh-Hans" and brand["last_confirmed"]
    assert any(
        (contact["official"] and contact["purpose"] == ["support"]) or "support" in contact["purpose"] for contact in brand["contacts"]
    )
    for contact in brand["contacts"]:
        assert contact["sources"] and set(contact["sources"]) <= brand["sources"].keys()
        assert contact["official"] is False or (contact["status"] == "active" and contact["proof"] != "listed")
    for source in brand["sources"].values():
        assert source["address"].startswith("http") and source["kind"] and source["read_at"]
    assert brand["statements"]
    assert all(
        s["text"] and s["basis"] in ("said", "implied") and s["proof"] in ("brand-controlled", "listed") for s in brand["statements"]
    )
    assert {"impostors", "history", "names", "aliases", "ambiguous_aliases", "category", "regions", "note"} <= brand.keys()


def test_every_brand_has_its_answer_in_every_language(client: FlaskClient) -> None:
    """No entry lacks words or trips the service; the page of each brand works as well."""
    for brand in client.get("/v1/brands").json["brands"]:
        for lang in ("en", "zh-Hans", "zh-Hant"):
            assert client.get(f"/v1/brands/{brand['id']}?lang={lang}").status_code == 200
        assert client.get(f"/brands/{brand['id']}").status_code == 200


def test_official_on_the_brand_page_is_official_in_a_check(client: FlaskClient) -> None:
    """What the entry calls official reads official when it is checked, and nothing else of the brand does."""
    brand = client.get("/v1/brands/tokenpocket").json
    for contact in brand["contacts"]:
        if contact["kind"] not in ("url", "phone", "email", "handle"):
            continue
        asked = {"input": contact["value"], "kind": contact["kind"], "region": contact["region"], "platform": contact["platform"]}
        answer = client.post("/v1/check", json={k: v for k, v in asked.items() if v}).json
        assert (answer["verdict"] == "official") is contact["official"], contact["value"]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_rules_are_listed_with_words_and_examples(client: FlaskClient, lang: str) -> None:
    """All rules, in the language asked for."""
    listed = client.get(f"/v1/rules?lang={lang}").json
    assert [rule["id"] for rule in listed["rules"]] == [rule.id for rule in all_rules()]
    for rule in listed["rules"]:
        assert rule["title"] and rule["detail"] and rule["kinds"] and rule["spares"]
        assert 0 <= rule["weight"] <= 1
    assert listed["thresholds"] == {"suspicious": 0.4, "dangerous": 0.8}


def test_health_readiness_and_metrics(client: FlaskClient) -> None:
    """What an operator asks."""
    assert client.get("/healthz").json == {"status": "ok"}
    ready = client.get("/readyz").json
    assert (ready["status"], ready["redis"], ready["whois"]) == ("ready", "off", "off")
    client.post("/v1/check", json={"input": "https://help.tokenpocket.pro/"})
    client.post("/v1/check", json={"input": ""})
    text = client.get("/metrics").text
    assert 'verifier_checks_total{kind="url",verdict="official"}' in text
    assert 'verifier_problems_total{type="unreadable-input"}' in text
    assert 'verifier_request_seconds_bucket{route="/v1/check",le="+Inf"}' in text
    assert "tokenpocket" not in text


@pytest.mark.parametrize(
    "type", ["invalid-request", "unreadable-input", "secret-in-input", "too-large", "rate-limited", "not-found", "unavailable"]
)
def test_every_problem_type_has_its_page(client: FlaskClient, type: str) -> None:
    """The type's address can be opened (RFC 9457, section 3.1.1)."""
    assert client.get(f"/problems/{type}").status_code == 200
