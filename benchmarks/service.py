"""How many checks a second the service answers over HTTP: ``python -m benchmarks.service``.

Starts the service as it really runs (one worker, embedded defaults, no limit) in a process of its own, keeps 16
connections busy for a few seconds with one kind of input after the other, and prints requests a second and latencies.
The load comes from this process and shares the machine with the service.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request

CONNECTIONS = 16
SECONDS = 4.0

INPUTS: dict[str, dict[str, str]] = {
    "official link": {"input": "https://help.tokenpocket.pro/cn/"},
    "lookalike link": {"input": "https://tokenpocket.pro.verify.top/login"},
    "number": {"input": "400-820-0000", "region": "CN", "claimed_brand": "TP钱包"},
    "message": {"input": "TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help 或 https://tokenpocket.pro"},
}
"""What is asked, by its name in the table."""


async def load(port: int, body: bytes, seconds: float) -> list[float]:
    """The latency in seconds of every request answered in this time."""
    head = f"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    found: list[float] = []
    end = time.perf_counter() + seconds

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (started := time.perf_counter()) < end:
            writer.write(head.encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            if not answer.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(answer.split(b"\r\n")[0].decode())
            length = next(int(line.split(b":")[1]) for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length"))
            await reader.readexactly(length)
            found.append(time.perf_counter() - started)
        writer.close()

    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    return sorted(found)


def _ready(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).close()
    except OSError:
        return False
    return True


def main() -> None:
    """Measure and print."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "VERIFIER_WHOIS": "off", "VERIFIER_RATE_LIMIT": "off", "VERIFIER_ACCESS_LOG": "off"}
    code = f"from verifier.web.server import serve; serve(port={port}, workers=1)"
    server = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _ready(port):
            if server.poll() is not None:
                raise SystemExit("the service did not start")
            time.sleep(0.1)
        print(f"{'input':<16}{'requests/s':>12}{'p50 ms':>9}{'p99 ms':>9}")
        for name, asked in INPUTS.items():
            took = asyncio.run(load(port, json.dumps(asked).encode(), SECONDS))
            p50, p99 = took[len(took) // 2] * 1000, took[int(len(took) * 0.99)] * 1000
            print(f"{name:<16}{len(took) / SECONDS:>12.0f}{p50:>9.1f}{p99:>9.1f}")
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    main()
