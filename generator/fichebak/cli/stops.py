"""How a command ends that cannot go on: stopped, or refused by the system. One sentence, an exit code, no traceback."""

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import click

from fichebak.reasons import placed

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STOPPED = "Gestopt. Er is niets half geschreven."
SIGNALLED = 128  # and the number of the signal: the exit code that shells give


class Stopped(KeyboardInterrupt):
    """A signal asked to stop; its number is the argument."""


def exit_code(stopped: KeyboardInterrupt | click.Abort) -> int:
    """Return how to end: with the number of the signal, or with 1 when what was asked for found no answer."""
    why = stopped.__context__ if isinstance(stopped, click.Abort) else stopped
    if isinstance(why, KeyboardInterrupt):
        return SIGNALLED + (why.args[0] if isinstance(why, Stopped) else signal.SIGINT)
    return 1


class Commands(click.Group):
    """A group of commands that all end so."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        _open_streams()
        with _stoppable(), _told():
            return super().invoke(ctx)


def _open_streams() -> None:
    """Put nothing in the place of a standard stream that is closed, as a service or a shell (`>&-`) may start us.

    Else the next file that is opened would be it, such as the lock of a build.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  it stays open


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let the first signal to stop raise `Stopped`, so that all is cleared away; those that follow do not disturb that.

    A signal that is ignored already stays so: `nohup`, or a shell that starts something in the background.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in STOPS}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in heard:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number)

    try:
        for number in heard:
            signal.signal(number, stop)
        yield
    finally:
        for number in heard:
            if signal.getsignal(number) is stop:
                signal.signal(number, before[number])


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, click.Abort) as stopped:
        click.echo(f"\n{STOPPED}", err=True)
        raise SystemExit(exit_code(stopped)) from stopped
    except OSError as error:
        if error.errno == errno.EPIPE:  # who read our lines went away; click ends quietly
            raise
        _deaf()
        click.echo(f"Fichebak kan niet verder: {placed(error)}.", err=True)
        raise SystemExit(1) from error


def _deaf() -> None:
    """Let nothing more be written to a standard output that takes no more, such as a file on a full disk."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
