"""A WHOIS server (RFC 3912) for tests, run as a process of its own: ``python whois_server.py LOG`` prints its port.

What it answers depends on the name asked for, so that one server is normal, slow, endless, garbled and wrong at once.
A name without a dot is what IANA is asked: it refers to a registry. Every query is written to LOG, a line each.
"""

from __future__ import annotations

import os
import socketserver
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

LOG = Path(sys.argv[1])


def registered(days: int) -> bytes:
    """A registry's answer for a domain of this age."""
    day = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = ("Domain Name: ANY", "Registrar: Somebody", f"Creation Date: {day}", "Registry Expiry Date: 2031-01-01T00:00:00Z")
    return "".join(f"   {line}\r\n" for line in lines).encode()


class Handler(socketserver.StreamRequestHandler):
    """One query, one answer."""

    def handle(self) -> None:
        """Answer by the first label of the name."""
        query = self.rfile.readline(500).decode("utf-8", "replace").strip()
        with LOG.open("a", encoding="utf-8") as log:
            log.write(query + "\n")
        match query.split(".")[0] if "." in query else "iana":
            case "iana":
                self.wfile.write(b"% IANA WHOIS server\nrefer: whois.registry.example\nwhois:        whois.registry.example\n")
            case "slow":
                time.sleep(20)
            case "endless":
                while True:
                    self.wfile.write(b"%")
                    time.sleep(0.05)
            case "huge":
                for _ in range(2000):
                    self.wfile.write(b"Creation Date: nonsense " + b"a" * 5000 + b"\r\n")
            case "garbage":
                self.wfile.write(os.urandom(3000))
            case "nodate":
                self.wfile.write(b"Domain Name: NODATE.COM\r\nRegistrar: Somebody\r\n")
            case "future":
                self.wfile.write(b"Domain Name: FUTURE.COM\r\nCreation Date: 2999-01-01T00:00:00Z\r\n")
            case "nobody":
                self.wfile.write(b'No match for "NOBODY.COM".\r\n')
            case "silent":
                pass
            case "old":
                self.wfile.write(registered(4000))
            case _:
                self.wfile.write(registered(12))


class Server(socketserver.ThreadingTCPServer):
    """On loopback, on a free port."""

    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    with Server(("127.0.0.1", 0), Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()
