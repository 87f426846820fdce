"""The page in a real browser, with JavaScript switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

PHONE, DESK = (360, 740), (1200, 900)
WORDS = {"en": ("Dangerous", "Official", "Unknown"), "zh-Hans": ("危险", "官方", "未知"), "zh-Hant": ("危險", "官方", "未知")}

CONTRAST = """
() => {
  const channel = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const found = parse(getComputedStyle(node).backgroundColor);
      if (found.length < 4 || found[3] === 1) return found.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const faults = [];
  for (const node of document.querySelectorAll("h1,h2,h3,p,a,label,summary,button,li,strong,span,mark,q,bdi,legend")) {
    if (!node.checkVisibility() || ![...node.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    if (node.closest(".skip")) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faults.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`);
  }
  return faults;
}
"""
"""Text whose contrast with what lies behind it is below 4.5:1 (WCAG 2.2, 1.4.3)."""


@pytest.fixture
def open_page(browser: Any, live: str) -> Iterator[Callable[..., Any]]:
    """Open a page in a fresh context without JavaScript; any request that leaves the service fails the test."""
    contexts: list[Any] = []
    asked: list[str] = []

    def open(path: str = "/", lang: str = "en", size: tuple[int, int] = DESK, scheme: str = "light") -> Any:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, java_script_enabled=False, locale=lang
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(live + path)
        return page

    yield open
    for context in contexts:
        context.close()
    assert all(url.startswith(live) for url in asked)


def check(page: Any, text: str) -> Any:
    """Paste a text and press the button; returns the verdict card."""
    page.fill("textarea", text)
    with page.expect_navigation():
        page.click("button.go")
    return page.locator("#result")


@pytest.mark.parametrize("lang", list(WORDS))
@pytest.mark.parametrize(
    ("which", "text"),
    [(0, "https://tоkenpocket.pro/kefu"), (1, "https://help.tokenpocket.pro/cn/"), (2, "https://some-unrelated-bakery.com")],
)
def test_paste_press_read(open_page: Callable[..., Any], live: str, lang: str, which: int, text: str) -> None:
    """The verdict stands on top in the reader's language, and what was pasted is in no address."""
    page = open_page(lang=lang)
    card = check(page, text)
    assert WORDS[lang][which] in card.inner_text()
    assert WORDS[lang][which] in page.title()
    assert page.url == live + "/#result"
    assert card.bounding_box()["y"] < DESK[1] / 2
    assert page.locator("textarea").input_value() == text


def test_the_language_can_be_changed_on_an_answer(open_page: Callable[..., Any]) -> None:
    """The question stays, the words change."""
    page = open_page()
    check(page, "https://help.tokenpocket.pro/cn/")
    with page.expect_navigation():
        page.click("text=繁體中文")
    assert "官方" in page.locator("#result").inner_text()
    assert page.locator("textarea").input_value() == "https://help.tokenpocket.pro/cn/"


def test_everything_can_be_done_with_the_keyboard(open_page: Callable[..., Any]) -> None:
    """The box has the focus at once; options and button follow in reading order."""
    page = open_page()
    page.keyboard.type("@TokenPocket_TP")
    for _ in range(2):
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("#result").is_visible()


def test_options_count(open_page: Callable[..., Any]) -> None:
    """Claim, country and direction reach the check and stay chosen."""
    page = open_page()
    page.click("details.more summary")
    page.fill("#claimed_brand", "TP钱包")
    page.select_option("#region", "CN")
    card = check(page, "400-820-0000")
    assert "TokenPocket" in card.inner_text()
    assert page.locator("#claimed_brand").input_value() == "TP钱包"
    assert page.locator("#region").input_value() == "CN"


def test_a_message_is_shown_with_what_was_found(open_page: Callable[..., Any]) -> None:
    """Each contact is underlined in the text and numbered; its number leads to its card."""
    page = open_page(size=PHONE)
    check(page, "TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help 或 https://tokenpocket.pro")
    assert page.locator("blockquote mark").count() >= 3
    page.click("blockquote .ref >> nth=0")
    assert page.url.endswith("#contact-1")
    assert "@TokenPocket_Help" in page.locator("#contact-1").inner_text()


def test_real_channels_have_their_proof_one_tap_away(open_page: Callable[..., Any]) -> None:
    """Closed at first; a tap shows kind of proof, date and source."""
    page = open_page(size=PHONE)
    card = check(page, "https://help.tokenpocket.pro/cn/")
    proof = card.locator(".channels details").first
    assert not proof.locator("p").is_visible()
    proof.locator("summary").click()
    assert proof.locator("p").is_visible()
    assert proof.locator("a").get_attribute("href").startswith("https://")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", ""),
        ("/", "https://tokenpocket.pro.verify.top/" + "x" * 120),
        ("/", "TP钱包客服:请把助记词发到 t.me/TokenPocket_Help 或 https://tokenpocket.pro " + "长" * 200),
        ("/", "https://some-unrelated-bakery.com"),
        ("/", "XXXX-XXXXXXX"),
        ("/brands", ""),
        ("/brands/tokenpocket", ""),
    ],
    ids=["home", "dangerous", "message", "unknown", "problem", "brands", "brand"],
)
def test_it_fits_and_can_be_read(open_page: Callable[..., Any], scheme: str, size: tuple[int, int], path: str, text: str) -> None:
    """No sideways scrolling on a phone, and enough contrast everywhere in both colour schemes."""
    page = open_page(path, size=size, scheme=scheme)
    if text:
        check(page, text)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_unknown_never_looks_green(open_page: Callable[..., Any], scheme: str) -> None:
    """Of the card's tone, green is not the strongest part."""
    page = open_page(scheme=scheme)
    check(page, "https://some-unrelated-bakery.com")
    tone = page.evaluate("getComputedStyle(document.querySelector('.word')).color.match(/\\d+/g).map(Number)")
    assert tone[1] < max(tone)
