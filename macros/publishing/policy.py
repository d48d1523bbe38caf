"""What a browser may do with our pages: the policy, made from the pages themselves after the build."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SCRIPT = re.compile(r"<(?i:script)(?P<attributes>[^>]*)>")
END_OF_SCRIPT = re.compile(r"</(?i:script)>")
NOT_RUN = re.compile(r"\bsrc=|\btype=\"application/(?:ld\+)?json\"")

#: Nothing but what is named; scripts inside a page only by their digest, styles inside a page not at all.
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",  # the speaker's view of a deck shows the deck twice
    "form-action": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}

#: The other headers, the same for every file.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), fullscreen=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@lru_cache
def _digest(script: str) -> str:
    """Nearly all pages have the same scripts."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def digests_of_scripts(html: str) -> set[str]:
    """'sha256-…' of every script that stands in the page itself and would run."""
    found, at = set(), 0
    while begun := SCRIPT.search(html, at):
        ended = END_OF_SCRIPT.search(html, begun.end())
        if not ended:
            break
        if not NOT_RUN.search(begun["attributes"]):
            found.add(_digest(html[begun.end() : ended.start()]))
        at = ended.end()
    return found


def policy_allowing(digests: Iterable[str]) -> str:
    """The policy that lets these scripts run, and nothing else."""
    allowed = DIRECTIVES | {"script-src": " ".join([DIRECTIVES["script-src"], *sorted(digests)])}
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def content_security_policy(pages: Iterable[str]) -> str:
    """The one policy that lets all these pages run, and nothing else."""
    return policy_allowing(set().union(*map(digests_of_scripts, pages)))
