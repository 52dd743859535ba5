"""Where the letters of a question stand: who they are, or only a part of a title or of a measure's text."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from normalize.candidates import Standing
from store.review.search import names_with_key
from store.tables import questions


def where_letters_stand(connection: Connection, question_id: str, letters: str, territory: str | None) -> Standing:
    """Of an open question; of one that is gone "body", the widest."""
    anchors = connection.execute(select(questions.c.anchors).where(questions.c.question_id == question_id)).scalar()
    return "body" if anchors is None else standing_of(connection, anchors, letters, territory)


def standing_of(connection: Connection, anchors: Sequence[str], letters: str, territory: str | None) -> Standing:
    """body: as an organization, «директор РМК»; title: «руководители ШМО»; measure: «школы № 7, КУГ», in no cell."""
    if names_with_key(connection, f"org|{letters}", territory):
        return "body"
    return "title" if anchors else "measure"
