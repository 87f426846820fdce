"""Settings: every one documented, and none accepted that means nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.settings import SETTINGS, Rate, SettingError, Settings, read_settings

DOCS = (Path(__file__).parent.parent / "docs" / "settings.md").read_text("utf-8")


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda s: s.name)
def test_every_setting_is_documented(setting: object) -> None:
    """docs/settings.md has its name, its default and its help, word for word."""
    name, default, help = setting.name, setting.default, setting.help  # type: ignore[attr-defined]
    assert f"| `{name}` | {f'`{default}`' if default else 'empty'} | {help} |" in DOCS


def test_no_setting_is_documented_that_does_not_exist() -> None:
    """The document lists nothing else."""
    listed = {line.split("`")[1] for line in DOCS.splitlines() if line.startswith("| `")}
    assert listed == {setting.name for setting in SETTINGS.values()}


def test_the_table_and_the_values_have_the_same_fields() -> None:
    """A setting that is read is a setting that can be used."""
    assert set(SETTINGS) == set(Settings.__dataclass_fields__)


def test_without_an_environment_the_defaults_hold() -> None:
    """Embedded defaults: this machine only, no Redis, a limit, look-ups on."""
    settings = read_settings({})
    assert (settings.host, settings.port, settings.redis_url) == ("127.0.0.1", 8000, "")
    assert settings.rate_limit == Rate(12000, 60)
    assert settings.whois is True and settings.access_log_address is False
    assert read_settings({"VERIFIER_PORT": " "}) == settings


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("VERIFIER_RATE_LIMIT", "600/minute", "rate_limit", Rate(600, 60)),
        ("VERIFIER_RATE_LIMIT", "off", "rate_limit", None),
        ("VERIFIER_WHOIS_SERVER", "whois.example:4343", "whois_server", ("whois.example", 4343)),
        ("VERIFIER_WHOIS_SERVER", "127.0.0.1", "whois_server", ("127.0.0.1", 43)),
        ("VERIFIER_WHOIS", "OFF", "whois", False),
        ("REDIS_URL", "redis://localhost:6379/1", "redis_url", "redis://localhost:6379/1"),
    ],
)
def test_values_are_read(name: str, value: str, field: str, expected: object) -> None:
    """Each form that is documented is understood."""
    assert getattr(read_settings({name: value}), field) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VERIFIER_PORT", "70000"), ("VERIFIER_PORT", "http"), ("VERIFIER_WORKERS", "0"), ("VERIFIER_RATE_LIMIT", "fast"),
        ("VERIFIER_RATE_LIMIT", "10/fortnight"), ("VERIFIER_TRUSTED_PROXIES", "proxy.example"), ("VERIFIER_WHOIS", "maybe"),
        ("VERIFIER_WHOIS_SERVER", "a:99999"), ("REDIS_URL", "localhost:6379"), ("VERIFIER_MAX_BODY_BYTES", "-1"), ("VERIFIER_PORT", "٨٠٠٠"),
    ],
)  # fmt: skip
def test_a_value_without_meaning_stops_the_start(name: str, value: str) -> None:
    """The error names the variable and what it wants."""
    with pytest.raises(SettingError, match=f"{name}=.*wants"):
        read_settings({name: value})
