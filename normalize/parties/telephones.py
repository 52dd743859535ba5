"""Telephone numbers in a cell: they are nobody."""

import re

_TELEPHONE = re.compile(
    r"(?<![\w-])(?:(?:(?:раб|моб|сот|конт)\.?\s*)?(?:[Тт]ел(?:ефон)?|[Тт]|[Мм]об|[Сс]от)\b\.?\s*:?\s*"
    r"(?=[+\d(](?:[^\d\n;,]*\d){4})[+\d(][\d\s()-]*\d"  # «тел. 8(4922)33-44-55», «т. 2-15-44»
    r"|(?:(?<=[,;.(\n])|(?<=[,;.]\s))\d{1,3}-\d{2}-\d{2}(?=\s*(?:[,;)\n]|$))"  # «Вязова А.К., 22-15-40»
    r"|(?:8|\+7)[\s(-]*\d{3,5}[\s)-]*\d{1,3}[\s-]?\d{2}[\s-]?\d{2})(?!\w)"  # «8-912-345-67-89»
)


def without_telephones(plain: str) -> str:
    """The text of a cell with blanks in the place of each telephone number, so that spans hold."""
    return _TELEPHONE.sub(lambda found: " " * len(found.group()), plain)
