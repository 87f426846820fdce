#!/bin/sh
# Obtain what the tests need from the system and pip cannot bring: a Chromium and a font with Chinese characters.
# Where it cannot (no root, no apt) the tests that need it are skipped and say so; under CI=true a skip is a failure.
set -u
need=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || need="$need chromium"
fc-list :lang=zh 2>/dev/null | grep -q . || need="$need fonts-noto-cjk"
[ -n "$need" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "installing for the browser tests:$need"
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $need; } >/dev/null 2>&1 \
        || echo "could not install$need: tests that need it will be skipped"
else
    echo "not found and not installable without root:$need; tests that need it will be skipped"
fi
