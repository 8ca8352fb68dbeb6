"""How a command ends: a code for scripts, a line for people."""

from __future__ import annotations

import sys

import click

from filmmeta.report.visible import visible

FAILED_ON, NO_INPUT, CANT_CREATE, IO_ERROR, BUSY, INTERRUPTED, TERMINATED = 65, 66, 73, 74, 75, 130, 143


class Failure(click.ClickException):
    """What ends a command."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def ended(command: click.Command, go_on: str) -> int:
    """The exit code of a command that is run now; ``go_on`` says how to go on after an interruption."""
    try:
        result = command.main(standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        say(f"interrupted; {go_on}")
        return INTERRUPTED
    except Failure as failure:
        say(failure.format_message())
        return failure.code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return IO_ERROR
    except OSError as error:
        say(reason(error))
        return IO_ERROR
    return int(result or 0)


def say(line: str) -> None:
    """A line for people, on standard error; what pages and files are called cannot steer a terminal."""
    click.echo(f"filmmeta: {visible(line)}", err=True)


def reason(error: OSError) -> str:
    """What went wrong, with the file that it went wrong with."""
    why = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {why}" if error.filename else why
