"""How posts read one after another, and which two names are one post."""

import pytest

from normalize.posts import say_posts, share_post

CENTER, SCHOOL = "МАУ ДО «Центр»", "Средняя школа № 3"


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        ([], ""),
        ([(None, None)], ""),
        ([("методист", CENTER), ("методист", CENTER)], f"методист, {CENTER}"),
        ([("методист", CENTER), (None, CENTER), ("директор", SCHOOL)], f"методист, {CENTER}; директор, {SCHOOL}"),
        ([("методист", CENTER), (None, SCHOOL)], f"методист, {CENTER}; работает: {SCHOOL}"),
        ([("директор", None), ("директор", SCHOOL)], f"директор, {SCHOOL}"),
        ([(None, CENTER)], f"работает: {CENTER}"),
        ([("директор", None)], "директор"),
        ([("директор Средней школы № 34", None), ("директор", "Средняя школа № 34")], "директор, Средняя школа № 34"),
        ([(None, "Основная школа № 27"), ("директор ООШ № 27", None)], "директор, Основная школа № 27"),
        ([("директор", "Лицей № 9"), ("учитель", None)], "директор, Лицей № 9; учитель"),
    ],
)
def test_posts_in_words(posts: list[tuple[str | None, str | None]], said: str) -> None:
    assert say_posts(posts) == said


@pytest.mark.parametrize(
    ("role", "other", "one"),
    [
        ("заместитель по УВР", "заместитель директора по УВР", True),
        ("заместитель директора по УВР", "заместитель директора по ВР", False),
        ("психолог", "педагог-психолог", True),
        ("учитель ОБЖ", "преподаватель-организатор ОБЖ", True),
        ("заведующий библиотекой", "библиотекарь", True),
        ("директор", "заместитель директора", False),
        ("учитель", "педагог", False),
        ("заместитель начальника", "заместитель", False),
    ],
)
def test_one_post(role: str, other: str, one: bool) -> None:
    assert share_post([role], ["методист", other]) is one
