"""Deadline cells: `read.parse_deadlines` is the way through; `rules.RULES` lists the rules."""
