"""Problems as GitHub shows them: beside the lines of a pull request.

The form is that of workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Sequence

from fichebak.problems import Problem

AT_MOST = 10  # GitHub shows no more of a kind for one step


def annotations(problems: Sequence[Problem], folder: str = "") -> Iterator[str]:
    """Yield a line for each of *problems*, those that stop a build first, and one for those that are too many.

    *folder* is where the catalogue is in the repository, empty or with a slash at its end.
    """
    for each in sorted(problems, key=lambda p: p.severity)[:AT_MOST]:
        title = f"{each.code} {each.field}".strip()
        where = {"file": folder + each.place.file, "line": each.place.line, "col": each.place.column, "title": title}
        values = ",".join(f"{name}={_value(str(value))}" for name, value in where.items())
        message = "\n".join(filter(None, [each.message, each.hint]))
        yield f"::{each.severity} {values}::{_text(message)}"
    rest = len(problems) - AT_MOST
    if rest > 0:
        more = "Nog 1 probleem staat" if rest == 1 else f"Nog {rest} problemen staan"
        yield f"::notice title=Fichebak::{more} in de samenvatting van deze controle."


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
