"""A page's ruling lines, those that are one line in pieces joined, and in groups that touch one another."""

from ingest.readers.pdf_rulings import Ruling

JOIN = 3.05  # points: closer lines are one (double borders, a rounding added), shorter gaps none (dotted borders)
_MEETS = 1.8  # points: half a double border; the text that an underline is drawn under stands further from the border
_SHORTEST = 6.0  # points: a dot, or the end of a thick line; no row or column is as small
_DOUBLE = 1.5  # points from which two lines that are joined are a double border, no line in pieces
_NEAR = 4.5  # points from the middle of such a border, 1.5 points thick each, to the end of a line beside it


def join_lines(lines: list[Ruling]) -> list[Ruling]:
    """The lines with those that lie on one another, or nearly touch, made one."""
    joined: list[Ruling] = []
    for cluster in _clusters(sorted(lines)):
        if len(cluster) == 1:
            joined += [line for line in cluster if line.end - line.start >= _SHORTEST]
            continue
        at = sum(line.at for line in cluster) / len(cluster)
        pieces: list[Ruling] = []
        for line in sorted(cluster, key=lambda line: line.start):
            if pieces and line.start <= pieces[-1].end + JOIN:
                pieces[-1] = Ruling(at, pieces[-1].start, max(pieces[-1].end, line.end))
            else:
                pieces.append(Ruling(at, line.start, line.end))
        joined.extend(piece for piece in pieces if piece.end - piece.start >= _SHORTEST)
    return joined


def reach_doubles(lines: list[Ruling], across: list[Ruling]) -> list[Ruling]:
    """The joined lines, those that end on either side of a double border made to end at its middle.

    `across` are the lines across, unjoined. LibreOffice ends the inner lines of a table at the inner side of its
    frame, and the outer ones at the outer side.
    """
    doubles = [
        (sum(line.at for line in cluster) / len(cluster), cluster)
        for cluster in _clusters(sorted(across))
        if cluster[-1].at - cluster[0].at > _DOUBLE
    ]
    for middle, cluster in doubles:
        start, end = min(line.start for line in cluster), max(line.end for line in cluster)
        lines = [_at_middle(line, middle) if start <= line.at <= end else line for line in lines]
    return lines


def _at_middle(line: Ruling, middle: float) -> Ruling:
    if abs(line.start - middle) <= _NEAR:
        return line._replace(start=middle)
    return line._replace(end=middle) if abs(line.end - middle) <= _NEAR else line


def _clusters(lines: list[Ruling]) -> list[list[Ruling]]:
    """Lines that are one, of those in order of their places.

    Borders of two tables on a page may lie a little apart, as the edges of a double one do: each table for itself.
    """
    chains: list[list[Ruling]] = []
    for line in lines:
        if chains and line.at - chains[-1][-1].at <= JOIN:
            chains[-1].append(line)
        else:
            chains.append([line])
    clusters: list[list[Ruling]] = []
    for chain in chains:
        is_wide = chain[-1].at - chain[0].at > JOIN
        for part in _along(chain) if is_wide else [chain]:
            clusters += _cut(part) if is_wide else [part]
    return clusters


def _along(lines: list[Ruling]) -> list[list[Ruling]]:
    """The lines in parts that have a gap between them along, each in order of their places."""
    parts: list[list[Ruling]] = []
    end = float("-inf")
    for line in sorted(lines, key=lambda line: line.start):
        if parts and line.start <= end + JOIN:
            parts[-1].append(line)
        else:
            parts.append([line])
        end = max(end, line.end)
    return [sorted(part) for part in parts]


def _cut(lines: list[Ruling]) -> list[list[Ruling]]:
    clusters: list[list[Ruling]] = []
    for line in lines:
        if clusters and line.at - clusters[-1][0].at <= JOIN:
            clusters[-1].append(line)
        else:
            clusters.append([line])
    return clusters


def group_lines(horizontal: list[Ruling], vertical: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that touch one another, directly or through others."""
    groups = []
    while horizontal and vertical:
        reached, horizontal = horizontal[:1], horizontal[1:]
        rows, columns = [*reached], list[Ruling]()
        while reached:
            touching, vertical = _part(vertical, reached)
            reached, horizontal = _part(horizontal, touching)
            rows += reached
            columns += touching
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _part(lines: list[Ruling], others: list[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """Those that touch one of the others, and those that do not."""
    touching: list[Ruling] = []
    apart: list[Ruling] = []
    for line in lines:
        (touching if any(touch(line, other) for other in others) else apart).append(line)
    return touching, apart


def touch(line: Ruling, other: Ruling) -> bool:
    """Whether a line across and one along meet, either first."""
    return line.start - JOIN <= other.at <= line.end + JOIN and other.start - JOIN <= line.at <= other.end + JOIN


def meet(line: Ruling, other: Ruling) -> bool:
    """False for a line across and one along where the first ends before it: it underlines a text beside."""
    return line.start - _MEETS <= other.at <= line.end + _MEETS and other.start - JOIN <= line.at <= other.end + JOIN
