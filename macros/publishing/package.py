"""The site on a stick: one folder that opens by a double click, with the means to prove that it is whole.

And the pack that brings such a folder from one release to the next, with only the files that changed.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "xieshang-youfang"
SITE = "site"
SUMS = "SHA256SUMS.txt"
OPEN = "双击打开.html"
ROW = re.compile(r"^(?P<digest>[0-9a-f]{64})  (?P<path>.+)$", re.MULTILINE)

READ_ME = """\
协商有方（{version}）

打开：双击“{open}”，用Chrome、Edge、Firefox或国产浏览器都行，不用联网，不用安装。
{papers}核对：在Windows上双击“verify.cmd”，在Linux上运行“sh verify.sh”，会逐个文件核对有没有缺失或改动。
更新：收到更新包后，把它解开在这个文件夹里，按里面的说明做。
"""
LANDING = """\
<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>协商有方</title>
<meta http-equiv="refresh" content="0; url={site}/index.html"></head>
<body><p><a href="{site}/index.html">打开协商有方</a></p></body></html>
"""
VERIFY_SH = """\
#!/bin/sh
# 逐个核对文件。没有问题时最后一行是“全部文件完好”。
cd "$(dirname "$0")" || exit 1
if sha256sum --quiet -c SHA256SUMS.txt; then echo "全部文件完好。"; else echo "有文件缺失或被改动，见上面几行。"; exit 1; fi
"""
#: PowerShell is on every Windows since 7; certutil would start once for each of thousands of files.
VERIFY_CMD = """\
@echo off\r
chcp 65001 >nul\r
cd /d "%~dp0"\r
powershell -NoProfile -ExecutionPolicy Bypass -Command "$bad=0; foreach($l in [IO.File]::ReadAllLines('SHA256SUMS.txt',[Text.Encoding]::UTF8)){ $d=$l.Substring(0,64); $p=$l.Substring(66); if(-not (Test-Path -LiteralPath $p)){ Write-Host ('缺失：'+$p); $bad++ } elseif((Get-FileHash -LiteralPath $p -Algorithm SHA256).Hash -ne $d.ToUpper()){ Write-Host ('被改动：'+$p); $bad++ } }; if($bad){ Write-Host ('有'+$bad+'个文件有问题。') } else { Write-Host '全部文件完好。' }"\r
pause\r
"""
APPLY_SH = """\
#!/bin/sh
# 用法：sh update.sh 网站文件夹（里面有SHA256SUMS.txt的那一个）
set -e
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?请写网站文件夹，例如 sh update.sh ../xieshang-youfang}
cmp -s "$here/BASE.txt" "$target/SHA256SUMS.txt" || { echo "这个文件夹不是更新包要的那一版，没有动它。"; exit 1; }
cp -R "$here/files/." "$target/"
while IFS= read -r gone; do [ -z "$gone" ] || rm -f "$target/$gone"; done < "$here/REMOVED.txt"
echo "更新好了。"
sh "$target/verify.sh"
"""
APPLY_CMD = """\
@echo off\r
chcp 65001 >nul\r
setlocal\r
set "target=%~1"\r
if "%target%"=="" set /p "target=请把网站文件夹拖到这里，再按回车："\r
fc /b "%~dp0BASE.txt" "%target%\\SHA256SUMS.txt" >nul || (echo 这个文件夹不是更新包要的那一版，没有动它。& pause & exit /b 1)\r
xcopy /e /y /q "%~dp0files" "%target%\\" >nul\r
for /f "usebackq delims=" %%f in ("%~dp0REMOVED.txt") do del /q "%target%\\%%f"\r
echo 更新好了。\r
call "%target%\\verify.cmd"\r
"""


def sums(files: Mapping[str, bytes]) -> str:
    """A row for each file, as sha256sum writes and reads them."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))


def read_sums(text: str) -> dict[str, str]:
    """{path: digest} of such a list."""
    return {found["path"]: found["digest"] for found in ROW.finditer(text)}


def offline_folder(
    site: Mapping[str, bytes], version: str, papers: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """{path: bytes} of the folder on the stick; the list of digests does not hold itself."""
    files = {f"{SITE}/{path}": data for path, data in site.items()} | dict(papers or {})
    files |= {
        OPEN: LANDING.format(site=SITE).encode(),
        "使用说明.txt": READ_ME.format(version=version, open=OPEN, papers=_named(papers or {})).encode(
            "utf-8-sig"
        ),
        "verify.sh": VERIFY_SH.encode(),
        "verify.cmd": VERIFY_CMD.encode(),
    }
    return files | {SUMS: sums(files).encode()}


def _named(papers: Mapping[str, bytes]) -> str:
    return f"打印：{'、'.join(sorted(papers))}也在这个文件夹里。\n" if papers else ""


def update_folder(base: str, new: Mapping[str, bytes]) -> dict[str, bytes]:
    """What leads from the release with the list `base` to the folder `new`: changed files, removed ones, a report."""
    before, after = read_sums(base), read_sums(new[SUMS].decode())
    added = sorted(set(after) - set(before))
    removed = sorted(set(before) - set(after))
    changed = sorted(path for path in set(before) & set(after) if before[path] != after[path])
    files = {f"files/{path}": new[path] for path in (*added, *changed, SUMS)}
    return files | {
        "BASE.txt": base.encode(),
        "REMOVED.txt": "".join(f"{path}\n" for path in removed).encode(),
        "update.sh": APPLY_SH.encode(),
        "update.cmd": APPLY_CMD.encode(),
        "改了什么.html": report(added, changed, removed).encode(),
    }


def report(added: list[str], changed: list[str], removed: list[str]) -> str:
    """A page that lists what an update adds, changes and takes away; pages before other files."""
    parts = [_part("新增", added), _part("改动", changed), _part("删除", removed)]
    head = (
        '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>这次更新改了什么</title></head>'
    )
    return f"{head}\n<body><h1>这次更新改了什么</h1>\n{''.join(parts)}</body></html>\n"


def _part(name: str, paths: list[str]) -> str:
    pages_first = sorted(paths, key=lambda path: (not path.endswith("index.html"), path))
    rows = "".join(f"<li>{escape(path)}</li>\n" for path in pages_first)
    return f"<h2>{name}{len(paths)}个文件</h2>\n<ul>\n{rows}</ul>\n"
