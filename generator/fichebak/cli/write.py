"""The commands that write fiches: fmt and new."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from fichebak.cli.options import CommandFunction, date_option, failures, root_option
from fichebak.cli.stops import exit_code
from fichebak.config import Root
from fichebak.draft import QUESTIONS, Answers, Desk, Many, Question, applies, complete, gegevens, said, text
from fichebak.frontmatter import Plain
from fichebak.load import RawFile, load
from fichebak.problems import Problem
from fichebak.rewrite import rewrite
from fichebak.validate import validate
from fichebak.write import create, put

T = TypeVar("T")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@root_option
@click.option(
    "--check", "only_check", is_flag=True, help="Schrijf niets; zeg alleen welke bestanden anders zouden zijn."
)
def fmt(paths: tuple[Path, ...], root: Root, only_check: bool) -> None:
    """Zet fiches netjes, zonder te veranderen wat ze zeggen.

    De sleutels komen in volgorde en krijgen aanhalingstekens waar dat moet; opmerkingen blijven. Een fiche met een
    probleem blijft zoals ze is. Met PATHS gaat het alleen over die bestanden of mappen.
    """
    problems: list[Problem] = []
    changed = []
    for raw in _chosen(root, paths):
        made = rewrite(raw)
        if isinstance(made, tuple):
            problems += made
        elif made != raw.data:
            changed.append(raw.file)
            if not only_check:
                with failures():
                    put(root.path / raw.file, made)
    _say(problems, changed, only_check)
    raise SystemExit(1 if problems or (changed and only_check) else 0)


def _chosen(root: Root, paths: tuple[Path, ...]) -> Iterator[RawFile]:
    wanted = [path.resolve() for path in paths] or [root.content]
    files, _ = load(root)
    return (raw for raw in files if any((root.path / raw.file).is_relative_to(path) for path in wanted))


def _say(problems: list[Problem], changed: list[str], only_check: bool) -> None:
    for problem in sorted(problems):
        click.echo(str(problem))
    for file in changed:
        click.echo(f"{'Nog niet netjes' if only_check else 'Herschreven'}: {file}")
    if problems:
        click.echo("Herstel eerst deze problemen: een fiche met een probleem blijft zoals ze is.")
    elif not changed:
        click.echo("Alles staat netjes.")


def _options(command: CommandFunction) -> CommandFunction:
    """Give *command* an option for every question, as a parameter by its key."""
    for question in reversed(QUESTIONS):
        often = " Mag meer dan eens." if question.many else ""
        text = f"{question.field.description}{often}"
        option = click.option(
            f"--{question.option}", question.key, metavar="…", multiple=bool(question.many), help=text
        )
        command = option(command)
    return command


@click.command()
@_options
@click.option("--naam", metavar="…", help="De naam van het bestand: kleine letters, cijfers en koppeltekens.")
@root_option
@date_option
def new(root: Root, today: date, naam: str | None, **given: str | tuple[str, ...] | None) -> None:
    """Maak een nieuwe fiche.

    U antwoordt op enkele vragen. Geeft u alles wat moet al mee als optie, dan wordt niets gevraagd. Stoppen kan altijd
    met Ctrl+C: er wordt pas geschreven als alles klopt.
    """
    options: dict[str, Plain] = {key: list(v) if isinstance(v, tuple) else v for key, v in given.items() if v}
    interview = _Interview(Desk(validate(load(root)[0])[0]), today, asking=not complete(options))
    try:
        data = interview.data(options)
        name = interview.name(str(data["titel"]), naam)
    except click.Abort as stopped:
        click.echo("\nGestopt. Er is niets geschreven.")
        raise SystemExit(exit_code(stopped)) from stopped
    with failures():
        create(root, root.content / "practices" / f"{name}.md", text(data).encode())
    click.echo(_NEXT.format(file=f"content/practices/{name}.md"))


_NEXT = """\

Geschreven: {file}

En nu:
  1. Open dat bestand en schrijf onder elke kop wat er nog staat als ‘Vul aan’.
  2. Voeg toe wat u nog weet, zoals partners, budget en periode. De handleiding legt elke sleutel uit.
  3. Kijk de fiche na: fichebak check {file}"""


class _Interview:
    """Asks what the options do not say; when they say enough it asks nothing, and stops at the first that is wrong."""

    def __init__(self, desk: Desk, today: date, *, asking: bool) -> None:
        self.desk, self.today, self.asking = desk, today, asking
        self.explained: Question | None = None

    def data(self, options: Answers) -> dict[str, Plain]:
        """Return the data of the fiche, with nothing wrong in them."""
        answers: dict[str, Plain] = {}
        for question in QUESTIONS:
            given = options.get(question.key)
            if given or (self.asking and applies(question, answers)):
                wrong = partial(self.desk.wrong, question, dict(answers))
                answers[question.key] = self._until_right(given, partial(self._ask, question), wrong)
        data = gegevens(answers)
        complaint = said(self.desk.problems(data))
        if complaint:
            click.echo(complaint)
            raise SystemExit(1)
        return data

    def name(self, title: str, given: str | None) -> str:
        """Return the name of the file, one that no other fiche has or had."""
        proposal = self.desk.name(title)
        if not self.asking:
            given = given or proposal
        return self._until_right(given, partial(_ask_name, proposal), self.desk.wrong_name)

    def _until_right(self, given: T | None, ask: Callable[[], T], wrong: Callable[[T], str]) -> T:
        while True:
            answer = ask() if given is None else given
            complaint = wrong(answer)
            if not complaint:
                return answer
            click.echo(complaint)
            if not self.asking:
                raise SystemExit(1)
            given = None

    def _ask(self, question: Question) -> Plain:
        if self.explained != question:
            self._explain(question)
        if question.many == Many.LINES:
            return list(iter(_line, ""))
        if question.many == Many.COMMAS:
            return [self.desk.meant(question, each.strip()) for each in _line().split(",") if each.strip()]
        this_month = f"{self.today:%Y-%m}" if question.key == "laatst_nagekeken" else ""
        return self.desk.meant(question, _line()) or this_month

    def _explain(self, question: Question) -> None:
        self.explained = question
        click.echo(f"\n{question.field.title}. {question.field.description} {question.how}".rstrip())
        choices = self.desk.choices(question)
        for id_, name in choices.items():
            click.echo(f"  - {id_}{f': {name}' if name else ''}")
        if not choices:
            click.echo(f"  Bijvoorbeeld: {question.example}")


def _ask_name(proposal: str) -> str:
    click.echo(f"\nNaam van het bestand, en het adres van de pagina. Enter is {proposal}.")
    return _line() or proposal


def _line() -> str:
    return str(click.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip()
