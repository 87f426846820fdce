"""The page as HTML: forms, words and what must never be in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from verifier.answer import Answer
from verifier.web.highlight import segments

LANGUAGES = ["en", "zh-Hans", "zh-Hant"]
MESSAGE = "TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help 或 https://tokenpocket.pro <script>alert(1)</script>"


class Page(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note every element."""
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of a name."""
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.mark.parametrize("path", ["/", "/brands", "/brands/tokenpocket", "/problems/too-large", "/nothing"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_plain_and_speak_one_language(client: FlaskClient, path: str, lang: str) -> None:
    """No script, no inline style, nothing from elsewhere; every control has a label; the language is declared."""
    html = client.get(f"{path}?lang={lang}").text
    page = Page(html)
    assert page.all("html")[0]["lang"] == lang
    assert not page.all("script") and not page.all("iframe")
    assert not [attrs for _, attrs in page.tags if "style" in attrs or any(name.startswith("on") for name in attrs)]
    assert not [attrs["src"] for attrs in page.all("img") if not str(attrs["src"]).startswith("/static/")]
    assert all(str(attrs["href"]).startswith("/static/") for attrs in page.all("link"))
    labelled = {attrs.get("for") for attrs in page.all("label")}
    for control in [*page.all("textarea"), *page.all("select"), *page.all("input")]:
        assert control.get("type") == "radio" or control["id"] in labelled
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ({"input": "https://help.tokenpocket.pro/"}, "official"),
        ({"input": "13800138000", "region": "CN"}, "unknown"),
        ({"input": "https://metamask.io", "claimed_brand": "TokenPocket"}, "suspicious"),
        ({"input": "https://tоkenpocket.pro/kefu"}, "dangerous"),
        ({"input": MESSAGE}, "dangerous"),
        ({"input": "service@tokenpocket.pro", "direction": "incoming"}, "unknown"),
        ({"input": "TP"}, "unknown"),
        ({"input": "@TokenPocket_TP", "platform": "x"}, "official"),
    ],
)
def test_the_page_says_what_the_api_says(client: FlaskClient, asked: dict[str, str], verdict: str) -> None:
    """Same verdict, same words, same channels; the verdict is a word and an icon, never a colour alone."""
    answer = client.post("/v1/check", json=asked).json
    page = client.post("/", data=asked)
    assert page.status_code == 200
    assert answer["verdict"] == verdict
    text = page.text
    assert f"v-{verdict}" in text and f"<strong>{verdict.capitalize()}</strong>" in text
    for channel in answer["official_contacts"]:
        assert channel["source"].replace("&", "&amp;") in text


def test_what_was_asked_is_never_a_link(client: FlaskClient) -> None:
    """A dangerous address is shown and cannot be tapped; markup in it stays text."""
    page = Page(html := client.post("/", data={"input": MESSAGE}).text)
    assert not page.all("script")
    assert "&lt;script&gt;" in html
    hrefs = {str(attrs.get("href")) for attrs in page.all("a")}
    assert not {href for href in hrefs if "TokenPocket_Help" in href}
    hrefs = {str(a.get("href")) for a in Page(client.post("/", data={"input": "https://tokenpocket.pro.verify.top/x"}).text).all("a")}
    assert not {href for href in hrefs if "verify.top" in href}


def test_links_elsewhere_tell_nothing_about_the_reader(client: FlaskClient) -> None:
    """No referrer, no opener."""
    page = Page(client.get("/brands/tokenpocket").text)
    outside = [attrs for attrs in page.all("a") if str(attrs["href"]).startswith("http")]
    assert outside
    assert all(attrs["rel"] == "noreferrer noopener" for attrs in outside)


def test_a_form_without_text_only_changes_the_language(client: FlaskClient) -> None:
    """The language buttons of an answered page work without JavaScript and remember the choice."""
    response = client.post("/", data={"input": " ", "lang": "zh-Hant"})
    assert response.status_code == 303
    assert client.get("/").text.find('<html lang="zh-Hant">') > 0


def test_a_chosen_language_is_remembered_and_nothing_else_is(client: FlaskClient) -> None:
    """The cookie holds the language; asking sets none."""
    assert "Set-Cookie" not in client.post("/", data={"input": "a@b.com"}).headers
    cookie = client.get("/?lang=zh-Hans").headers["Set-Cookie"]
    assert cookie.startswith("lang=zh-Hans;") and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert client.get("/brands").text.find('<html lang="zh-Hans">') > 0


def test_an_ambiguous_claim_can_be_settled_with_one_button(client: FlaskClient) -> None:
    """Each candidate is a button that asks again for that brand."""
    form = {"input": "400-820-0000", "region": "CN", "claimed_brand": "TP"}
    choices = [attrs for attrs in Page(client.post("/", data=form).text).all("button") if attrs.get("name") == "choose"]
    assert {"tokenpocket"} <= {str(attrs["value"]) for attrs in choices}
    settled = client.post("/", data={**form, "choose": "tokenpocket"}).text
    assert "TokenPocket" in settled and 'name="choose"' not in settled


def test_statements_said_and_implied_are_kept_apart(client: FlaskClient) -> None:
    """A brand with both kinds shows them under headings of their own; what only others report has a third."""
    brands = client.get("/v1/brands").json["brands"]
    details = [client.get(f"/v1/brands/{b['id']}").json for b in brands]
    proved = {b["id"]: [s for s in b["statements"] if s["proof"] != "listed"] for b in details}
    both = next(b for b in details if {s["basis"] for s in proved[b["id"]]} == {"said", "implied"})
    html = client.get(f"/brands/{both['id']}").text
    said, implied = html.index("In its own words"), html.index("Not said outright")
    for statement in proved[both["id"]]:
        place = html.index(statement["text"].replace("'", "&#39;"), said if statement["basis"] == "said" else implied)
        assert (place < implied) is (statement["basis"] == "said")


@pytest.mark.parametrize(
    "text", ["", "a", "no contact here", "🧧 https://tokenpocket.pro, @a_b_c and +8613800138000", "\r\n https://tokenpocket.pro"]
)
def test_the_pieces_of_a_highlighted_text_are_the_text(client: FlaskClient, text: str) -> None:
    """Nothing is lost, doubled or moved by underlining."""
    import msgspec

    response = client.post("/v1/check", json={"input": text, "kind": "message"})
    if response.status_code != 200:
        return
    pieces = segments(text, msgspec.convert(response.json, Answer))
    assert "".join(piece.text for piece in pieces) == text
    numbered = [piece.contact for piece in pieces if piece.contact and piece.numbered]
    assert numbered == [n for n, c in enumerate(response.json["contacts"], 1)]


def test_the_style_sheet_asks_for_nothing(client: FlaskClient) -> None:
    """No imports, no fonts or pictures by address."""
    css = client.get("/static/page.css").text
    assert not re.search(r"@import|url\(|https?:", css)
    assert len(css) < 20_000
