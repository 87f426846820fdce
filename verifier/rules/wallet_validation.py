"""Wants a wallet "validated", "synchronised" or "rectified" on a page: there is no such operation."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="wallet-validation",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.6,
    title=N_("An operation that does not exist"),
    detail=N_(
        "The text wants you to validate, synchronise, migrate or unlock a wallet on a page. Wallets have no such "
        "operation: the page collects recovery words or an approval."
    ),
    summary=N_("This text invents a wallet operation to get your words or an approval."),
    advice=(
        "do-not-connect",
        "approval-was-given",
        "never-share-secret",
    ),
    find=FirstOf(
        Together("walletline", when="walletword|seed|seedish|restore"),
        Together("validate threat|pretext|urgent|tome|here|click|link|contact|polite", within=60, when="strange-link"),
        Together("validate threat|pretext|urgent|tome|here", within=60, when="in-english"),
        Together("validate threat|pretext|urgent|tome", within=60),
        Together("unverified walletword threat urgent here|click|link", within=50),
        when="!wallettalk",
    ),
    role="mentioned",
    catches=(
        example("Rectify the error here: choose your wallet and validate.", "a page of that kind"),
        example("请重新同步钱包,否则余额归零。", "a threat with it"),
    ),
    spares=(
        example("Validators must keep their nodes in sync.", "another sync"),
        example("The form validates JSON against a schema.", "another validation"),
    ),
)
