"""One module per command, each loaded only when its command is called."""
