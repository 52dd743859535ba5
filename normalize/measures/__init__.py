"""People and schools in a measure's own text: `text.read_measure` is the way in."""
