"""A mail that wears a brand's name: in the part before ``@``, or in the name shown before the address."""

from __future__ import annotations

from verifier.contacts.model import Email
from verifier.data import table
from verifier.errors import N_
from verifier.lookalikes.names import owned_domains
from verifier.rules.record import DANGEROUS, SUSPICIOUS, Case, Finding, Rule, example

_FREE_MAIL = frozenset(table("free_mail")["domains"])
_SPEAKS_FOR = frozenset({"help", "official", "lure", "letters", "letters-and-words", "slip-and-words"})
"""Ways of a name (`verifier.lookalikes.accounts`) that nobody's own address has by chance, and nobody's tag for sorting mail."""


def find(case: Case) -> Finding | None:
    """A real address shown in front of another one is dangerous; a name alone is a suspicion."""
    mail = case.contact
    if not isinstance(mail, Email) or case.match is not None:
        return None
    return _shown(case, mail) or _in_address(case, mail)


def _shown(case: Case, mail: Email) -> Finding | None:
    """By the name shown before the address, which every sender chooses freely."""
    name = mail.display_name
    if not name:
        return None
    shown = case.world.lookalikes.named_in(name)
    if shown and mail.host.registrable_domain != shown.domain:
        return _finding(case, mail, name, shown.brand, 0.85 if shown.technique == "embedded-domain" else 0.5)
    exact = [brand for brand, distinctive in case.world.accounts.named(name) if distinctive]
    return _finding(case, mail, name, exact[0], 0.5) if exact else _alike(case, mail, name, SUSPICIOUS)


def _in_address(case: Case, mail: Email) -> Finding | None:
    """By the part before ``@``. On a host of their own people may call an address after whom they write to (``paypal@…``); a tag
    behind ``+`` is for sorting mail."""
    local, _, tag = mail.local.partition("+")
    if mail.host.ascii in _FREE_MAIL and (named := case.world.lookalikes.named_in(local)):
        return _finding(case, mail, mail.local, named.brand, 0.6)
    return _alike(case, mail, local, SUSPICIOUS + 0.1) or (_alike(case, mail, tag, SUSPICIOUS + 0.1) if tag else None)


def _alike(case: Case, mail: Email, name: str, least: float) -> Finding | None:
    accounts = case.world.accounts
    if accounts.says_help(name) and (same := accounts.named(name)):
        return _finding(case, mail, name, same[0][0], 0.5)
    for found in accounts.of_name(name):
        if found.strength >= least and found.way in _SPEAKS_FOR:
            return _finding(case, mail, name, found.brand, 0.5)
    return None


def _finding(case: Case, mail: Email, seen: str, brand: str, weight: float) -> Finding | None:
    domains = owned_domains(case.registry.brands[brand])
    owner = case.registry.owner_of(mail.host.registrable_domain)
    if not domains or (owner and case.registry.same_family(owner.brand.id, brand)):
        return None
    if weight < DANGEROUS and _host_says_so(case, mail, brand):
        return None
    return Finding({"domain": domains[0], "seen": seen, "owner": mail.host.unicode}, weight=weight, brand=brand)


def _host_says_so(case: Case, mail: Email, brand: str) -> bool:
    """Whether the host bears the brand's name as well: then it is the host that is judged, or the mail is the brand's own."""
    labels = mail.host.labels
    same = case.world.accounts.named(labels[-1]) if labels else ()
    return any(like.brand == brand for like in case.lookalikes) or any(named == brand for named, _ in same)


RULE = Rule(
    id="imitating-sender",
    kinds=frozenset({"email"}),
    group="imitation",
    weight=0.85,
    title=N_("A brand's name on somebody's mail"),
    detail=N_(
        "The mail carries {brand}'s name (“{seen}”), but it comes from {owner}, where the name proves nothing. {brand}'s domain is {domain}."
    ),
    summary=N_("This address only carries {brand}'s name: it belongs to {owner}, not to {domain}."),
    find=find,
    catches=(
        example("tokenpocket.support@gmail.com", "anybody can open such an account"),
        example("ledger-recovery@outlook.com", "an ordinary word with help beside it"),
        example("jane.doe+tokenpocket-support@gmail.com", "a tag that offers help"),
        example("TokenPocket <x@evil-mail.top>", "the name is free to choose"),
        example("TP钱包客服 <x@evil-mail.top>", "in Chinese"),
        example("support@tokenpocket.pro <x@evil-mail.top>", "an address shown in front of another"),
    ),
    spares=(
        example("service@tokenpocket.pro", "the brand's own"),
        example("jane.doe@gmail.com", "somebody's own name"),
        example("jane.doe+tokenpocket@gmail.com", "a tag for sorting mail"),
        example("Anna Ledger <anna@mail.example.com>", "a family's name"),
        example("Binance Help <do-not-reply@post.binance.com>", "a host of the brand's own domain"),
        example("PayPal Support <service@paypal.co.uk>", "the host says the same name: it is judged by itself"),
        example("TokenPocket <service@tokenpocket.pro>", "name and domain agree"),
    ),
)
