"""锁定的软件包：每个文件都有校验值，里面没有任何地址，测试的一份包含网站的一份。"""

import re
from pathlib import Path

import pytest


def pinned(lock: str) -> list[str]:
    """Every line of a lock that names a package."""
    lines = Path(f"requirements/{lock}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(" ")]


@pytest.mark.parametrize("lock", ["site", "test"])
def test_every_package_has_a_version_and_a_hash(lock: str):
    odd = [line for line in pinned(lock) if not re.fullmatch(r"[a-z0-9-]+==\S+( ; [^;]+)? \\", line)]

    assert odd == []


@pytest.mark.parametrize("lock", ["site", "test"])
def test_no_address_is_recorded(lock: str):
    text = Path(f"requirements/{lock}.txt").read_text(encoding="utf-8")

    assert not re.search(r"//|file:|index-url|@ ", text)


def test_the_test_lock_holds_the_site_lock():
    assert set(pinned("site")) <= set(pinned("test"))
