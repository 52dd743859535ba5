"""Several areas of a deputy before schools: each area at each school. Notation: notation.py."""

import pytest

from normalize.parties.read import read_cell
from tests.normalize.notation import parties


def _each(schools: str, *roles: str) -> str:
    return "; ".join(f"{role} # {school}" for school in schools.split(", ") for role in roles)


_UVR, _VR = "заместитель директора по УВР", "заместитель директора по ВР"
_ALL_UVR, _ALL_VR = "заместители директора по УВР", "заместители директора по ВР"
_TWO = "Школа № 2, Школа № 7"

AREAS = [
    ("зам. директора по УВР и ВР школ № 2, 7", _each(_TWO, _UVR, _VR)),
    ("Зам. директора по УВР, ВР СОШ № 2", _each("Средняя школа № 2", _UVR, _VR)),
    ("Заместители директора по УВР, по ВР Лицея № 9", _each("Лицей № 9", _ALL_UVR, _ALL_VR)),
    ("заместители директора по УВР и по ВР школ №№ 2, 7", _each(_TWO, _ALL_UVR, _ALL_VR)),
    ("заместители директора по УВР и ВР ОО №№ 2, 7", _each(_TWO, _ALL_UVR, _ALL_VR)),
    (
        "Руководители и заместители руководителей по УВР и ВР школ №№ 2, 7",
        _each(_TWO, "руководители", "заместители руководителей по УВР", "заместители руководителей по ВР"),
    ),
    ("Зам. директора по УВР, ВР СОШ № 2, лицея № 9", _each("Средняя школа № 2, Лицей № 9", _UVR, _VR)),
    ("Зам. директора по УВР, ВР ЦДО", f"{_UVR} @ ЦДО; {_VR} @ ЦДО"),
    ("Зам. директора по УВР и ВР ОО", f"{_UVR} ОО; {_VR} ОО"),
    ("Зам. директора по УВР, ВР школ", f"{_UVR} школ; {_VR} школ"),
    (
        "Зам. директора по УВР, ВР СОШ № 2 Лис А.А.",
        f"<Лис А.А.> {_UVR} @ Средняя школа № 2 + {_VR} @ Средняя школа № 2",
    ),
    ("Зам. директора по УВР СОШ № 2 и ВР СОШ № 7", f"{_UVR} # Средняя школа № 2; {_VR} # Средняя школа № 7"),
    # the areas in a bracket
    ("зам. директора (УВР, ВР) школ № 2, 7", _each(_TWO, _UVR, _VR)),
    ("зам. директора (по УВР)", _UVR),
    ("Лис А.А., зам. директора (УВР) СОШ № 2", f"<Лис А.А.> {_UVR} @ Средняя школа № 2"),
]


@pytest.mark.parametrize(("text", "expected"), AREAS)
def test_each_area_is_of_each_school(text: str, expected: str) -> None:
    assert parties(text) == expected


AND = [
    (
        "Директора СОШ № 2 (Лис А.А.) и СОШ № 7 (Крот П.П.)",
        "<Лис А.А.> директор @ Средняя школа № 2; <Крот П.П.> директор @ Средняя школа № 7",
    ),
    (
        "Директора школ №2 (Лис А.А.) и №9 (Крот П.П.)",
        "<Лис А.А.> директор @ Школа № 2; <Крот П.П.> директор @ Школа № 9",
    ),
]


@pytest.mark.parametrize(("text", "expected"), AND)
def test_and_behind_a_bracket_is_no_title(text: str, expected: str) -> None:
    assert parties(text) == expected


def test_and_behind_a_name_is_not_of_its_surface() -> None:
    reading = read_cell("Директора школ № 2 Лис А.А. и № 9 Крот П.П.")
    assert [draft.end - draft.start for draft in reading.drafts] == [len("Лис А.А."), len("Крот П.П.")]
