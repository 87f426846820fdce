"""Which language a message is in: by script, and for Latin letters by a handful of function words. No models."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from verifier.data import table

_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_TRADITIONAL_ONLY = frozenset(
    "們這個說電話點對應該請帳號錢麼過來時後會為與從發學國當門開關問題無氣體聯絡繫詢驗證詐騙轉專員務處戶儲匯縣區萬億單據樣種實際經營業產權親愛讓還給買賣網頁連結訊鑰詞語傳達並雙龍"
)
_SIMPLIFIED_ONLY = frozenset(
    "们这个说电话点对应该请帐号钱么过来时后会为与从发学国当门开关问题无气体联络系询验证诈骗转专员务处户储汇县区万亿单据样种实际经营业产权亲爱让还给买卖网页连结讯钥词语传达并双龙"
)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, words in table("function_words")["words"].items():
        for word in words.split():
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def language_of(text: str) -> str:
    """The BCP 47 tag of a text's main language: enough to choose word tables and a region; ``und`` where there are no words.

    >>> language_of("请把助记词发给客服"), language_of("請把助記詞發給客服"), language_of("Bitte senden Sie uns die Wörter")
    ('zh-Hans', 'zh-Hant', 'de')
    """
    sample = text[:3000]
    if sample.isascii():
        return _by_function_words(sample) if _WORD.search(sample) else "und"
    sample = unicodedata.normalize("NFC", sample)
    counts = {"han": 0, "kana": 0, "hangul": 0, "thai": 0, "cyrillic": 0, "latin": 0}
    letters = Counter(sample)
    for char, times in letters.items():
        if "a" <= char <= "z" or "A" <= char <= "Z" or "À" <= char <= "ɏ" or "Ḁ" <= char <= "ỿ":
            counts["latin"] += times
        elif "\u4e00" <= char <= "\u9fff":
            counts["han"] += times
        elif "\u3041" <= char <= "\u30ff":
            counts["kana"] += times
        elif "\uac00" <= char <= "\ud7a3":
            counts["hangul"] += times
        elif "\u0e01" <= char <= "\u0e5b":
            counts["thai"] += times
        elif "\u0400" <= char <= "\u04ff":
            counts["cyrillic"] += times
    latin = counts["latin"] / 3
    if counts["kana"] and counts["kana"] * 8 >= counts["han"] and counts["kana"] + counts["han"] >= latin:
        return "ja"
    if counts["han"] and counts["han"] >= max(latin / 2, counts["hangul"], counts["thai"], counts["cyrillic"]):
        traditional = sum(times for c, times in letters.items() if c in _TRADITIONAL_ONLY)
        return "zh-Hant" if traditional > sum(times for c, times in letters.items() if c in _SIMPLIFIED_ONLY) else "zh-Hans"
    for script, language in (("hangul", "ko"), ("thai", "th"), ("cyrillic", "ru")):
        if counts[script] and counts[script] >= latin:
            return language
    if not counts["latin"]:
        return "und"
    return _by_function_words(sample)


def _by_function_words(sample: str) -> str:
    scores: dict[str, float] = {"en": 0.5}
    known = _function_words()
    lower = sample.lower()
    for word in _WORD.findall(lower):
        for language in known.get(word, ()):
            scores[language] = scores.get(language, 0.0) + 1 / len(known[word])
    if not lower.isascii():
        for language, letters in table("function_words")["letters"].items():
            if seen := sum(map(lower.count, letters)):
                scores[language] = scores.get(language, 0.0) + min(seen, 4) * 0.75
    return max(sorted(scores), key=lambda language: scores[language])


def table_languages(text: str, language: str) -> frozenset[str]:
    """The word tables to read a text with: its own language's, English, and those of any other script it holds."""
    found = {language.split("-")[0], "en"}
    if language != "ja" and _HAN.search(text):
        found.add("zh")
    if language == "und":
        found.add("zh")
    return frozenset(found)
