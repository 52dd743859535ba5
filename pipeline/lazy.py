"""Loads a thing when it is called for, by the name of its module.

The list of commands must not cost what the commands need, and a parent process must not load what only its
children use. Nothing else in the package puts an import off.
"""

import gc
import importlib


def load(name: str) -> object:
    """The attribute named «package.module:attribute». Raises ImportError, AttributeError: a slip in our code.

    What modules are made of stays to the end: to look for garbage in it, now and later, is a tenth of a cold import.
    """
    module, attribute = name.split(":")
    gc.disable()
    try:
        return getattr(importlib.import_module(module), attribute)
    finally:
        gc.enable()
        gc.freeze()
