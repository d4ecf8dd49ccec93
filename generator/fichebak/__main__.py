"""`fichebak` and `python -m fichebak`: where the program starts."""

import signal


def run() -> None:
    """Run the command line. Loading it takes a moment in which nothing is made yet: Ctrl+C then ends it at once."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from fichebak.cli import main

    main()


if __name__ == "__main__":
    run()
