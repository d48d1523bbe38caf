"""The same headers for three kinds of server: nginx, Caddy, and hosts that read a `_headers` file.

A file whose name holds its digest never changes; everything else is asked for anew, which costs a 304 each time.
"""

from __future__ import annotations

from macros.publishing.policy import HEADERS

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
HASHED = r"\.[0-9a-f]{8}(\.min)?\.(js|css)$"
PLACE = "/srv/xieshang-youfang/current"  # the link that deploy.sh switches

NGINX = """\
# 由python3 run.py release生成。把域名和证书换成自己的，放进nginx的conf.d。
map $uri $xieshang_cache {{
    default "{ask_again}";
    "~{hashed}" "{forever}";
}}
server {{
    listen 80;
    server_name _;
    root {place};
    index index.html;
    charset utf-8;
    server_tokens off;
    etag on;
    gzip on;
    gzip_comp_level 6;
    gzip_vary on;
    gzip_types text/css application/javascript application/json image/svg+xml application/xml text/plain;
    disable_symlinks off;  # “current”是一个链接，换版本时一步切换
{headers}
    add_header Cache-Control $xieshang_cache always;
    location ~ /\\. {{ return 404; }}
    location / {{ try_files $uri $uri/index.html $uri/ =404; }}
    error_page 404 /404.html;
}}
"""
CADDY = """\
# 由python3 run.py release生成。把:80换成自己的域名，证书由Caddy办理；没有外网时保留:80。
:80 {{
	root * {place}
	encode gzip
	@hidden path */.*
	respond @hidden 404
	@hashed path_regexp {hashed}
	header {{
{headers}
		Cache-Control "{ask_again}"
		-Server
	}}
	header @hashed Cache-Control "{forever}"
	file_server
	handle_errors {{
		rewrite * /404.html
		file_server
	}}
}}
"""


def nginx(policy: str) -> str:
    """A server block for nginx 1.18 or newer."""
    rows = [f'    add_header {name} "{value}" always;' for name, value in _all(policy)]
    return NGINX.format(
        headers="\n".join(rows),
        place=PLACE,
        hashed=HASHED,
        forever=FOREVER,
        ask_again=ASK_AGAIN,
    )


def caddy(policy: str) -> str:
    """A Caddyfile for Caddy 2."""
    rows = [f'\t\t{name} "{value}"' for name, value in _all(policy)]
    return CADDY.format(
        headers="\n".join(rows), place=PLACE, hashed=HASHED, forever=FOREVER, ask_again=ASK_AGAIN
    )


def headers_file(policy: str) -> str:
    """The `_headers` file of static hosts: a path, then its headers."""
    rows = [f"  {name}: {value}" for name, value in (*_all(policy), ("Cache-Control", ASK_AGAIN))]
    hashed = [f"{path}\n  ! Cache-Control\n  Cache-Control: {FOREVER}" for path in HASHED_FILES]
    return "\n".join(["/*", *rows, *hashed]) + "\n"


#: the files whose names hold a digest: those of the theme, and what every page asks for
HASHED_FILES = ("/assets/javascripts/*", "/assets/stylesheets/*", "/assets/css/site.*", "/assets/js/site.*")


def _all(policy: str) -> tuple[tuple[str, str], ...]:
    return (("Content-Security-Policy", policy), *HEADERS.items())
