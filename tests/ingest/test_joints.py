"""Two parts of a cell that a page cut, or that stand under each other."""

import pytest

from ingest.joints import join_parts

PARTS = [
    ("Руководители", "школ", True, "Руководители школ"),
    ("Руководители", "школ", False, "Руководители⏎школ"),
    ("онлайн-", "режим", True, "онлайн-режим"),
    ("Каменск-", "Уральской", True, "Каменск-Уральской"),
    ("Средних школ №", "№ 11, 14", True, "Средних школ №№ 11, 14"),
    ("Средней школы №", "11", True, "Средней школы № 11"),
]


@pytest.mark.parametrize(("above", "text", "cut", "expected"), PARTS)
def test_join_parts(above: str, text: str, cut: bool, expected: str) -> None:
    assert join_parts(above, text, cut) == expected.replace("⏎", "\n")
