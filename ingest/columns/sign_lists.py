"""Whether a header is that of a list to sign: «№ | Ф.И.О. | Должность | Дата | Подпись»."""

import re
from collections.abc import Sequence

from ingest.columns.header import Column, has_role
from ingest.columns.headings import fold_heading
from ingest.vocabulary import load_entries

SIGNATURES = tuple(entry["words"].rstrip("*") for entry in load_entries("columns", "signature"))
PERSON = re.compile(r"(?i)\bфио\b|\bф\W*и\W*о\b|\bфамили")  # «ФИО», «Ф.И.О. работника», «Фамилия, имя, отчество»


def is_sign_list(columns: Sequence[Column]) -> bool:
    """True where names stand beside signatures and no column is named «Мероприятие».

    «Мероприятие | Дата | ФИО ответственного | Подпись» is a plan whose measures are signed.
    """
    signed = any(word.startswith(SIGNATURES) for column in columns for word in fold_heading(column.header)[:3])
    return signed and not has_role(columns, "measure") and any(PERSON.search(column.header) for column in columns)
