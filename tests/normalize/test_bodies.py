"""Bodies in responsible cells: which are organizations, and what a bracket or a clause behind one says of it."""

import pytest

from tests.normalize.notation import parties

CELLS = [
    # a bracket behind an institution says which one it is, or which part of it
    ("ДЮЦ «Радуга» (Заречный р-н)", "@ ДЮЦ «Радуга»"),
    ("СОШ № 18 (кадетские классы), завуч", "# Средняя школа № 18; завуч"),
    ("МБУ ДО «СШ № 2» (спортивная школа), тренеры", "@ МБУ ДО «СШ № 2»; тренеры"),
    ("СОШ № 4 (дневная группа), лицей № 9 (начальная школа)", "# Средняя школа № 4; # Лицей № 9"),
    ("СШ № 31 (администрация)", "# Средняя школа № 31; администрация"),
    ("ДЮЦ «Радуга» (рабочая группа)", "@ ДЮЦ «Радуга»; рабочая группа"),
    ("ДЮЦ «Радуга» (Отдел общего образования)", "@ ДЮЦ «Радуга»; @ Отдел общего образования"),
    # a participle with its object goes on; an adjective before people begins a party
    ("ОУ города, имеющие первые классы; ДОУ", "ОУ города, имеющие первые классы; ДОУ"),
    ("школы, участвующие в проекте", "школы, участвующие в проекте"),
    ("педагоги, ведущие кружки, логопеды", "педагоги, ведущие кружки; логопеды"),
    ("методисты, ведущие специалисты", "методисты; ведущие специалисты"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_bodies(text: str, expected: str) -> None:
    assert parties(text) == expected
