"""The `crampwise` command: one module a subcommand, loaded only when it is used."""

from crampwise.cli.main import main

__all__ = ["main"]
