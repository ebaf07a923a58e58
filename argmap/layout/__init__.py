"""Placing: where every card stands and every line runs."""
