"""Responsible cells and names in measures: `read.read_cell` is the way through; `rules.RULES` lists the rules."""
