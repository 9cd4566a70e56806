"""The command `innspill`: one group, whose commands are imported only when they are asked for.

Exit codes: 0 done; 1 something unexpected went wrong in Innspill itself; 2 what was given is
wrong, said in one line on stderr. INNSPILL_DEBUG=1 shows the traceback of the unexpected.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from types import TracebackType
from typing import NamedTuple

import click
from typing_extensions import override

from innspill.shared.errors import InnspillError

FAILED = 1
WRONG_INPUT = 2


class Place(NamedTuple):
    """Where a command is found ("module:attribute") and what it does, in one line."""

    target: str
    does: str


_CLI = "innspill.interfaces.cli"
COMMANDS: dict[str, Place] = {
    "consultation": Place(
        f"{_CLI}.consultation:consultation", "Build a definition from page and form, or check one."
    ),
    "form": Place(f"{_CLI}.form:form", "Make the Word response form of a consultation."),
    "read": Place(f"{_CLI}.read:read", "Read response documents into JSON, offline."),
    "analyse": Place(
        f"{_CLI}.analyse:analyse", "Turn a folder of responses into tables and a report, offline."
    ),
    "demo": Place(f"{_CLI}.system:demo", "Run the whole system with sample data."),
    "serve": Place(f"{_CLI}.system:serve", "Start the web server."),
    "work": Place(f"{_CLI}.system:work", "Run the steps that wait, once or in a loop."),
    "doctor": Place(f"{_CLI}.system:doctor", "Check settings and environment."),
    "load": Place(f"{_CLI}.system:load", "Put a consultation into the system."),
    "person": Place(
        f"{_CLI}.person:person", "Let somebody sign in to the desk, in a role at an owner."
    ),
    "receive-mail": Place(
        f"{_CLI}.mails:receive_mail", "Take one mail from standard input, for a mail server's pipe."
    ),
    "fetch-mail": Place(f"{_CLI}.mails:fetch_mail", "Take in what lies in the mailbox, once."),
    "import": Place(
        f"{_CLI}.collected:take_in", "Take in responses collected elsewhere: folder, .zip or .mbox."
    ),
    "post": Place(f"{_CLI}.post:post", "Take in notices of mails that came back."),
    "bodies": Place(f"{_CLI}.bodies:bodies", "Expand collective bodies from Enhetsregisteret."),
    "units": Place(f"{_CLI}.units:units", "Load Enhetsregisteret's local copy, look names up."),
    "suggest": Place(
        f"{_CLI}.suggest:suggest", "Have a language model asked, after showing what it costs."
    ),
    "index": Place(f"{_CLI}.indexing:index", "Bring the search index up to date, or make it anew."),
    "backup": Place(f"{_CLI}.keeping:backup", "Copy everything into an empty folder, checked."),
    "restore": Place(f"{_CLI}.keeping:restore", "Put such a copy into an empty home, checked."),
    "fixity": Place(f"{_CLI}.keeping:fixity", "Read every stored byte anew."),
    "verify": Place(f"{_CLI}.verify:verify", "Check a receipt against a published checkpoint."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the journey."""
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, imported now; None where there is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, attribute = place.target.split(":")
        command = getattr(importlib.import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{place.target} is no command")
        return command

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands from the table, so that help imports nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.does) for name, place in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    name="innspill",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(version("innspill"), "-V", "--version", message="innspill %(version)s")
def innspill() -> None:
    """Run a public consultation (høring) from the question asked to the answer given."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line `arguments` (default: those of the process); gives the exit code.

    What a person can mend becomes one line on stderr and 2. Anything unexpected is raised.
    """
    try:
        done = innspill.main(
            list(arguments) if arguments is not None else None,
            prog_name="innspill",
            standalone_mode=False,
        )
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return WRONG_INPUT
    except click.UsageError as error:
        return _refuse(_usage_line(error))
    except click.ClickException as error:
        return _refuse(error.format_message())
    except click.Abort:
        _say("stopped")
        return FAILED
    except InnspillError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is left must not complain at exit.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return FAILED
    except OSError as error:
        return _refuse(_file_line(error))
    return done if isinstance(done, int) else 0


def main() -> None:
    """The console script: runs the command line of this process and ends it."""
    sys.excepthook = show_unexpected
    sys.exit(run())


def show_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Says in one line what went wrong; the traceback only with INNSPILL_DEBUG=1."""
    if os.environ.get("INNSPILL_DEBUG") == "1":
        traceback.print_exception(kind, error, trace)
    if issubclass(kind, KeyboardInterrupt):
        _say("stopped")
        return
    _say(
        f"unexpected error, a fault of Innspill: {kind.__name__}: {error}"
        " (INNSPILL_DEBUG=1 shows where)"
    )


def _usage_line(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "innspill"
    sentence = error.format_message().rstrip(".")
    return f"{sentence}. See: {command} --help"


def _file_line(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _refuse(sentence: str) -> int:
    _say(sentence)
    return WRONG_INPUT


def _say(sentence: str) -> None:
    line = " ".join(sentence.split())
    click.echo(f"innspill: {line}", err=True)


if __name__ == "__main__":
    main()
