"""What no value may hold. Written so that a browser understands the patterns, too: the form pages use them."""

from __future__ import annotations

import re

TAG = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--|<[!?/][A-Za-z]|<[A-Za-z]+\s+\w+=|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]{2,8});"
)
TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
WEB_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.\w|javascript:", re.IGNORECASE)
UNFINISHED = re.compile("待补充|待完善|待填写|待核实|待定|暂无|暂缺|某某|TODO|FIXME|[?\uff1f]{3,}")

#: what a form says of them; an address may stand in the field for addresses
SAID = (
    (TAG, "里有HTML代码，删掉尖括号和里面的代码，只留文字"),
    (TEMPLATE, "里有成对的花括号，删掉花括号，直接写内容"),
    (WEB_ADDRESS, "里写了网址；网址写在“登记来源”里，这里选来源"),
    (UNFINISHED, "里有占位的词；写上真实内容，材料没有说的就空着"),
)
