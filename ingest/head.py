"""placeholder"""

from collections.abc import Sequence

from ingest.model import Document, OrderHead, RawDoubt


def read_head(document: Document, tables: Sequence[int]) -> tuple[OrderHead, tuple[RawDoubt, ...]]:
    return OrderHead(None, None, None, None, None, None), ()
