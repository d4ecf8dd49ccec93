"""Write docs/fouten.md from data/messages.toml: every message, what to do about it and why the rule is there.

Run it after a change in messages.toml: `python generator/scripts/make_errors_page.py`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from fichebak.problems import Message, messages

PAGE = Path(__file__).parents[2] / "docs" / "fouten.md"
INTRODUCTION = """\
# Wat Fichebak meldt

Elke melding heeft een vaste code. Ze staat in het verslag van `fichebak check`, na het bestand, de regel en de kolom:

```
content/practices/een-loket.md:5:13: F050 [gemeenten] ‘Gnt’ is geen Belgische gemeente.
  Bedoelde u ‘Gent’?
```

Tussen rechte haken staat de sleutel waar het over gaat. Op de regel eronder staat wat u kunt doen. Hieronder staat op
de plaats van een waarde uit uw fiche een woord als *waarde*. Een code die met F begint, houdt de bouw van de site
tegen; een code die met W begint niet.

<!-- Gemaakt door generator/scripts/make_errors_page.py uit generator/fichebak/data/messages.toml: wijzig dat. -->
"""
GROUPS = {  # the first code of each group, and its heading
    "F001": "Het bestand",
    "F010": "De gegevens lezen",
    "F030": "De gegevens zelf",
    "F050": "Verwijzingen",
    "F070": "De tekst",
    "F110": "Vergissingen bij het typen",
    "W001": "Waarschuwingen",
}


def page() -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION, *_parts()]) + "\n"


def _parts() -> Iterator[str]:
    for code, message in messages().items():
        if code in GROUPS:
            yield f"## {GROUPS[code]}\n"
        yield _part(code, message)


def _part(code: str, message: Message) -> str:
    hint = _shown(message.hint)
    todo = f"- **Wat u doet:** {hint}\n" if re.search(r"\w", re.sub(r"\*\w+\*", "", hint)) else ""
    return (
        f"### {code} {message.naam}\n\n"
        f"{_shown(message.bericht)}\n\n"
        f"{todo}"
        f"- **Waarom:** {_shown(message.uitleg)}\n"
    )


def _shown(sentence: str) -> str:
    """Return *sentence* as Markdown: its own signs escaped, the values that a report fills in shown in italics."""
    escaped = re.sub(r"([\\`*_<>\[\]|#])", r"\\\1", sentence).replace("](", "]\\(")
    named = re.sub(r"\{(\w+(?:\\_\w+)*)\}", r"*\1*", escaped)
    return named.replace("{{", "{").replace("}}", "}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Geschreven: {PAGE}")
