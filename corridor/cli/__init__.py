"""The `corridor` command: one module a subcommand, listed in `main.COMMANDS`."""
