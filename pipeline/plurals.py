"""Numbers of things in English."""


def counted(number: int, thing: str) -> str:
    """«1 order», «2 orders»; a thing of several words has its noun last."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
