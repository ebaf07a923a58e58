"""Measurements: one module for each table, all printed by ``python -m tests.bench``."""
