"""Bad input: each a clear answer, never a 5xx."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import cases
from tests.web.conftest import make_app
from verifier.world import World

ROWS = cases("bad_input")


def _text(value: Any) -> Any:
    """A row's value, with its repetitions written out."""
    if isinstance(value, dict) and "repeat" in value and "prefix" not in value and len(value) == 1:
        return value["repeat"][0] * value["repeat"][1]
    return value


def _body(row: dict[str, Any]) -> dict[str, Any]:
    """How a row is sent, as the test client's arguments."""
    if "body" in row:
        body = {k: _text(v) for k, v in row["body"].items() if k not in ("repeat", "prefix")}
        if "repeat" in row["body"]:
            text, times = row["body"]["repeat"]
            body["input"] = row["body"].get("prefix", "") + text * times
        return {"json": body}
    if "raw_hex" in row:
        data = bytes.fromhex(row["raw_hex"])
    elif "raw_repeat" in row:
        data = (row["raw_repeat"][0] * row["raw_repeat"][1]).encode()
    else:
        data = row["raw"].encode()
    return {"data": data, "content_type": row.get("content_type", "application/json")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_bad_input_gets_a_clear_answer(client: FlaskClient, row: dict[str, Any]) -> None:
    """Status, type and field are those of the table; a problem says in words what to change."""
    response = client.post("/v1/check", **_body(row))
    expected = row["status"] if isinstance(row["status"], list) else [row["status"]]
    assert response.status_code in expected, response.text[:300]
    if response.status_code == 200:
        assert response.json["verdict"] != "official" or row["body"]["input"].startswith("https://help.tokenpocket.pro/")
        return
    problem = response.json
    assert response.content_type == "application/problem+json"
    assert problem["status"] == response.status_code
    assert problem["title"] and problem["detail"]
    if "type" in row:
        assert (problem["type"], problem["field"]) == (f"/problems/{row['type']}", row["field"])


@pytest.mark.parametrize("row", [row for row in ROWS if "body" in row], ids=lambda row: row["why"])
def test_the_page_survives_it_too(client: FlaskClient, row: dict[str, Any]) -> None:
    """What is no request for the API is none for the form, and the page says so."""
    body = _body(row)["json"]
    form = {k: v for k, v in body.items() if isinstance(v, str)}
    assert client.post("/", data=form).status_code < 500


PIECES = [
    "https://",
    "tokenpocket",
    "TP钱包",
    ".pro",
    "t.me/",
    "@",
    "+86",
    "138",
    "助记词",
    "客服",
    "\u202e",
    "\u200b",
    "о",
    "[.]",
    "%",
    ":",
    "/",
    "xn--",
    " ",
]
HOSTILE = st.one_of(
    st.text(st.characters(), max_size=80),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=25).map("".join),
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["auto", "url", "phone", "handle", "email", "message"]),
        "claimed_brand": HOSTILE,
        "region": st.sampled_from(["CN", "HK", "us", "XX", ""]),
        "platform": st.sampled_from(["x", "telegram", "微信", "nowhere", ""]),
        "direction": st.sampled_from(["outgoing", "incoming"]),
        "lang": st.sampled_from(["en", "zh-Hans", "zh-TW", "fr"]),
    },
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE, options=OPTIONS)
def test_any_text_has_an_answer(client: FlaskClient, text: str, options: dict[str, str]) -> None:
    """Whatever is sent, with whatever options, to the API or the page: an answer or a refusal that names the field, never a 5xx."""
    response = client.post("/v1/check", data=json.dumps({"input": text, **options}), content_type="application/json")
    assert response.status_code in (200, 400, 413, 422)
    assert response.status_code == 200 or response.json["field"]
    form = {name: value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for name, value in {"input": text, **options}.items()}
    assert client.post("/", data=form).status_code < 500
    assert client.get("/v1/check", query_string=form).status_code in (200, 400, 413, 422)


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_problems_speak_the_callers_language(client: FlaskClient, lang: str) -> None:
    """The field ``lang`` decides, then Accept-Language; also where another field is at fault."""
    by_field = client.post("/v1/check", json={"input": 5, "lang": lang}).json
    by_header = client.post("/v1/check", json={"input": 5}, headers={"Accept-Language": f"{lang},fr;q=0.5"}).json
    assert by_field == by_header
    titles = {"en": "The request does not fit", "zh-Hans": "请求不符合要求", "zh-Hant": "請求不符合要求"}
    assert by_field["title"] == titles[lang]


def test_a_batch_answers_every_item_on_its_own(client: FlaskClient) -> None:
    """An item's problem stands in its place and disturbs nobody else."""
    items = [
        {"input": "https://help.tokenpocket.pro/"},
        {"input": ""},
        7,
        {"input": "XXXX-XXXXXXX", "lang": "zh-Hans"},
        {"input": "@a", "x": 1},
    ]
    results = client.post("/v1/check/batch", json={"items": items}).json["results"]
    assert [r.get("verdict") or r["type"].split("/")[-1] for r in results] == [
        "official", "unreadable-input", "invalid-request", "unreadable-input", "invalid-request",
    ]  # fmt: skip
    assert results[3]["title"] == "无法识别"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"items": [{"input": "a"}] * 1001}, 413, "items"),
        ({"items": "a"}, 400, "items"),
        ({}, 400, "items"),
        ({"items": [], "x": 1}, 400, "x"),
        ([], 400, "body"),
    ],
)
def test_a_batch_that_is_none_is_refused_as_a_whole(client: FlaskClient, body: Any, status: int, field: str) -> None:
    """At most a thousand items, in a list, and nothing else."""
    response = client.post("/v1/check/batch", json=body)
    assert (response.status_code, response.json["field"]) == (status, field)


def test_a_batch_of_too_much_text_is_refused_as_a_whole(world: World) -> None:
    """However many items it is spread over; the error says what to do in the reader's language."""
    client = make_app(world, VERIFIER_BATCH_CHARACTERS="10000").test_client()
    items = [{"input": "@" + "a" * 999}] * 10
    assert client.post("/v1/check/batch", json={"items": items}).status_code == 200
    more = [*items, {"input": "x", "claimed_brand": "y"}]
    refused = client.post("/v1/check/batch", json={"items": more}, headers={"Accept-Language": "zh-TW"})
    assert (refused.status_code, refused.json["type"], refused.json["field"]) == (413, "/problems/too-large", "items")
    assert refused.json["detail"] == "一批內容合計最多 10000 個字元。請分幾批傳送。"


def test_a_full_batch_is_answered(client: FlaskClient) -> None:
    """A thousand checks in one request, in order."""
    items = [{"input": f"+8613800{i:06d}"} for i in range(1000)]
    results = client.post("/v1/check/batch", json={"items": items}).json["results"]
    assert [r["contact"]["value"] for r in results] == [item["input"] for item in items]


def test_a_body_beyond_the_limit_is_refused(client: FlaskClient, app: Any) -> None:
    """413 before it is read, as a problem of the contract."""
    limit = app.config["MAX_CONTENT_LENGTH"]
    response = client.post("/v1/check", data=b"x" * (limit + 1), content_type="application/json")
    assert (response.status_code, response.json["type"], response.json["field"]) == (413, "/problems/too-large", "body")
    assert client.post("/", data={"input": "x" * (limit + 1)}).status_code == 413


@pytest.mark.parametrize(
    ("query", "status", "type", "field"),
    [
        ("", 400, "invalid-request", "input"),
        ("input=a@b.com&input=c@d.com", 400, "invalid-request", "input"),
        ("input=a@b.com&colour=red", 400, "invalid-request", "colour"),
        ("input=%ff%fe", 400, "invalid-request", "query"),
        ("input=a%40b.com&kind=message", 400, "invalid-request", "input"),
        ("input=your+account+is+frozen,+call+us", 400, "invalid-request", "input"),
        ("input=a%40b.com&authentication=pass", 400, "invalid-request", "authentication"),
        ("input=a%40b.com&authentication=%7B%22dmarc%22:%22x%22%7D", 400, "invalid-request", "authentication.dmarc"),
        ("input=https://a.com/" + "a" * 2048, 413, "too-large", "input"),
        ("input=" + "%00", 422, "unreadable-input", "input"),
        ("&".join(f"a{i}=1" for i in range(60)), 400, "invalid-request", "query"),
    ],
)
def test_the_address_is_read_as_strictly_as_a_body(client: FlaskClient, query: str, status: int, type: str, field: str) -> None:
    """Unknown and repeated parameters, broken encodings, messages and long inputs are refused in GET."""
    response = client.get("/v1/check?" + query)
    assert (response.status_code, response.json["type"], response.json["field"]) == (status, f"/problems/{type}", field)


def test_the_address_takes_every_option(client: FlaskClient) -> None:
    """GET takes the contract's names; authentication is its JSON."""
    response = client.get(
        "/v1/check",
        query_string={
            "input": "service@tokenpocket.pro", "kind": "email", "claimed_brand": "TP钱包", "direction": "incoming", "lang": "zh-Hant",
            "authentication": '{"dmarc":"pass"}',
        },
    )  # fmt: skip
    assert response.status_code == 200
    assert (response.json["verdict"], response.json["lang"]) == ("official", "zh-Hant")


def test_a_bare_brand_name_may_stand_in_the_address(client: FlaskClient) -> None:
    """It is no message that could hold anything private."""
    response = client.get("/v1/check", query_string={"input": "TP钱包"})
    assert (response.status_code, response.json["verdict"]) == (200, "unknown")
    assert response.json["brand"]["id"] == "tokenpocket"
    assert response.json["official_contacts"]


@pytest.mark.parametrize("path", ["/v1/nothing", "/v1/brands/nobody", "/v1/", "/v1/check/", "/v1"])
def test_addresses_that_do_not_exist_are_problems(client: FlaskClient, path: str) -> None:
    """Under /v1 even 404 and 405 are problem+json."""
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_problems_that_name_the_right_ones(client: FlaskClient, method: str) -> None:
    """405 with the Allow header."""
    response = client.open("/v1/check", method=method)
    assert (response.status_code, response.json["type"]) == (405, "/problems/method-not-allowed")
    assert {"GET", "POST"} <= set(response.headers["Allow"].split(", "))


def test_a_page_that_does_not_exist_is_a_page(client: FlaskClient) -> None:
    """Outside of the API people read errors."""
    response = client.get("/nothing", headers={"Accept-Language": "zh-CN"})
    assert response.status_code == 404
    assert response.content_type.startswith("text/html")
    assert "这里什么也没有" in response.text
