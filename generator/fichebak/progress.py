"""How far a build is, as text to print: one line that is rewritten on a terminal, a few plain lines elsewhere."""

from collections.abc import Callable, Iterable, Iterator

from fichebak import words
from fichebak.build import Printing, Step
from fichebak.problems import Failure

Clock = Callable[[], float]
PARTS = 4  # of the printing: elsewhere than on a terminal, a line for each


def shown(steps: Iterable[Step], clock: Clock, *, terminal: bool) -> Iterator[str]:
    """Yield what to print of *steps*, ends of lines included; *clock* gives seconds."""
    start, line = clock(), ""
    try:
        for step in steps:
            if isinstance(step, str):
                yield f"{step}\n"
                continue
            ready = step.done == step.total
            text = _ready(step, clock() - start) if ready else f"pdf’s: {step.done} van {step.total}"
            if terminal:
                yield f"\r{text:{len(line)}}" + ("\n" if ready else "")
                line = "" if ready else text
            elif ready or _new_part(step):
                yield f"{text}\n"
    except Failure:
        if line:
            yield "\n"
        raise


def _ready(step: Printing, seconds: float) -> str:
    made = words.count(step.total, "pdf", "pdf’s")
    return f"{made} gezet in {words.seconds(seconds)}, samen {words.size(step.size)}"


def _new_part(step: Printing) -> bool:
    return step.done * PARTS // step.total > (step.done - 1) * PARTS // step.total
