"""The examples in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import argmap

MODULES = ["argmap", *(module.name for module in pkgutil.walk_packages(argmap.__path__, "argmap."))]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    modules = (importlib.import_module(name) for name in ("argmap", "argmap.names", "argmap.slips"))
    assert all(doctest.testmod(module).attempted > 0 for module in modules)
