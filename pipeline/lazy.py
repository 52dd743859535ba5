"""Loads a thing when it is called for, by the name of its module.

The one place where an import is put off: the list of commands must not cost what the commands need, and a
parent process must not load what only its children use.
"""

import importlib


def load(name: str) -> object:
    """The attribute named «package.module:attribute». Raises ImportError, AttributeError: a slip in our code."""
    module, attribute = name.split(":")
    return getattr(importlib.import_module(module), attribute)
