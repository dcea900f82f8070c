"""Points that a site sells instead of dollars: `1 点 = $1` makes every point of the text a dollar."""

from __future__ import annotations

import re

import re2

_UNITS = {
    "点数": "美元", "积分": "美元", "点": "刀", "额度": "美元", "points": "dollar", "point": "bucks", "credits": "dollars", "credit": "dollar",
    "coins": "bucks", "coin": "baks", "포인트": "달러 ", "ポイント": "米ドル ", "điểm": "usd  ", "poin": "usd ", "puntos": "dollar", "баллов": "баксов",
    "балл": "бакс",
}  # fmt: skip
_UNIT = "点数|积分|点|额度|points?|credits?|coins?|포인트|ポイント|điểm|poin|puntos|баллов|балл"
_DOLLAR = r"(?:us\s?\$\s?1|\$\s?1|1\s?(?:美元|美金|刀|us\$|usd|\$|dollar|доллар))"
_STATED = re2.compile(
    rf"(?i)(?:^|[^\d.,])1\s?({_UNIT})\s?(?:=|≈|等于|等於|即|equals|is worth)\s?(?:官方)?\s?{_DOLLAR}(?:$|[^\d.,]|[.,](?:$|\D))"
    rf"|(?:^|[^\d.,]){_DOLLAR}\s?(?:=|等于|等於|equals)\s?1\s?({_UNIT})(?:$|[^\d])"
)
_ASKED = re.compile("[=等即≈]|equals|worth")


def dollars_for_points(plain: str) -> str:
    """Give the text with its points named dollars, letter for letter, where it says that one is one dollar."""
    if _ASKED.search(plain) is None:
        return plain
    stated = _STATED.search(plain)
    if stated is None:
        return plain
    unit = (stated[1] or stated[2]).lower()
    dollars = _UNITS[unit]
    start, end = stated.span()
    equation = "".join(letter if letter == "\n" else " " for letter in plain[start:end])
    plain = f"{plain[:start]}{equation}{plain[end:]}"
    counted = re.compile(rf"(?<=\d)(\s?)({re.escape(unit)})", re.IGNORECASE)
    return counted.sub(lambda found: found[1] + dollars[: len(found[2])].ljust(len(found[2])), plain)
