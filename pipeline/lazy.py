"""Loads a thing when it is called for, by the name of its module.

The list of commands must not cost what the commands need, and a parent process must not load what only its
children use. Nothing else in the package puts an import off.
"""

import importlib


def load(name: str) -> object:
    """The attribute named «package.module:attribute». Raises ImportError, AttributeError: a slip in our code."""
    module, attribute = name.split(":")
    return getattr(importlib.import_module(module), attribute)
