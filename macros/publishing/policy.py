"""What a browser may do with our pages: the policy, made from the pages themselves after the build."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
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


def digests_of_scripts(html: str) -> set[str]:
    """'sha256-…' of every script that stands in the page itself and would run."""
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(found['text'].encode()).digest()).decode()}'"
        for found in SCRIPT.finditer(html)
        if not NOT_RUN.search(found["attributes"])
    }


def content_security_policy(pages: Iterable[str]) -> str:
    """The one policy that lets all these pages run, and nothing else."""
    digests = sorted(set().union(*map(digests_of_scripts, pages)))
    allowed = DIRECTIVES | {"script-src": " ".join([DIRECTIVES["script-src"], *digests])}
    return "; ".join(f"{name} {value}" for name, value in allowed.items())
