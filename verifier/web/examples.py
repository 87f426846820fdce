"""The examples of the OpenAPI document; a test checks that the service still answers them like this."""

from __future__ import annotations

from typing import Any

REQUESTS: dict[str, dict[str, Any]] = {
    "link": {"input": "https://help.tokenpocket.pro/cn/"},
    "lookalike": {"input": "https://tokenpocket.pro.verify.top", "lang": "zh-Hans"},
    "phone": {"input": "400-820-0000", "region": "CN", "claimed_brand": "TP钱包"},
    "handle": {"input": "@TokenPocket_TP", "platform": "x"},
    "incoming-mail": {"input": "service@tokenpocket.pro", "direction": "incoming", "authentication": {"dmarc": "pass"}},
    "message": {"input": "TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help"},
}
"""Requests by name."""

ANSWER: dict[str, Any] = {
    "verdict": "official",
    "risk": 0.0,
    "kind": "url",
    "contact": {
        "value": "https://help.tokenpocket.pro/cn/",
        "display": "https://help.tokenpocket.pro/cn/",
        "scheme": "https",
        "host": "help.tokenpocket.pro",
        "unicode_host": "help.tokenpocket.pro",
        "registrable_domain": "tokenpocket.pro",
        "public_suffix": "pro",
    },
    "brand": {"id": "tokenpocket", "name": "TokenPocket", "role": "owner"},
    "claim": None,
    "stale": False,
    "summary": "This is an official address of TokenPocket.",
    "reasons": [],
    "advice": [],
    "official_contacts": [
        {
            "kind": "url",
            "value": "https://help.tokenpocket.pro/",
            "purpose": "help-centre",
            "proof": "brand-controlled",
            "confirmed_at": "2023-09-27",
            "source": "https://help.tokenpocket.pro/",
        }
    ],
    "contacts": [],
    "spans": [],
    "pending": [],
    "registry": {"version": "2026.11.22.1", "date": "2026-11-22"},
    "lang": "en",
}
"""An answer; reasons and channels are cut short."""

BATCH: dict[str, Any] = {"items": [REQUESTS["link"], {"input": "XXXX-XXXXXXX"}]}

PROBLEM: dict[str, Any] = {
    "type": "/problems/unreadable-input",
    "title": "This cannot be read",
    "status": 422,
    "detail": "The placeholder stands for a number but is none.",
    "field": "input",
}

PROBLEM_SECRET: dict[str, Any] = {
    "type": "/problems/secret-in-input",
    "title": "This holds a secret: nobody may see it",
    "status": 422,
    "detail": "This looks like a recovery phrase. Do not send it to anybody, not even to us.",
    "field": "input",
    "advice": [
        {
            "id": "never-share-secret",
            "text": "Nobody may ever have your recovery words or private key: not support, not the police, not us.",
        }
    ],
}

BATCH_ANSWER: dict[str, Any] = {"results": [ANSWER, PROBLEM]}
