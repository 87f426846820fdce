"""A mail that wears a brand's name: in the part before ``@`` of a free-mail address, or in the display name."""

from __future__ import annotations

from verifier.contacts.model import Email
from verifier.data import table
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example

_FREE_MAIL = frozenset(table("free_mail")["domains"])


def find(case: Case) -> Finding | None:
    """A real address shown in front of another one is dangerous; a name alone is a suspicion."""
    mail = case.contact
    if not isinstance(mail, Email) or case.match is not None:
        return None
    shown = case.world.lookalikes.named_in(mail.display_name) if mail.display_name else None
    if shown and mail.host.registrable_domain != shown.domain:
        weight = 0.85 if shown.technique == "embedded-domain" else 0.5
        return Finding({"domain": shown.domain, "seen": mail.display_name, "owner": mail.host.unicode}, weight=weight, brand=shown.brand)
    if mail.host.ascii not in _FREE_MAIL:
        return None
    named = case.world.lookalikes.named_in(mail.local.split("+", 1)[0])
    if named is None:
        return None
    return Finding({"domain": named.domain, "seen": mail.local, "owner": mail.host.unicode}, weight=0.6, brand=named.brand)


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
        example("TokenPocket <x@evil-mail.top>", "the name is free to choose"),
        example("support@tokenpocket.pro <x@evil-mail.top>", "an address shown in front of another"),
    ),
    spares=(
        example("service@tokenpocket.pro", "the brand's own"),
        example("jane.doe@gmail.com", "somebody's own name"),
        example("TokenPocket <service@tokenpocket.pro>", "name and domain agree"),
    ),
)
