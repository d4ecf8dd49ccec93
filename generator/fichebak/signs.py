"""The rule of signs that the printed guide cannot show: a warning, for the site shows them."""

import re
import unicodedata
from collections.abc import Iterator

from fichebak.problems import Problem, problem
from fichebak.scan import Scan

# What the guide's fonts can show; guide/letters.typ of the theme says the same, and a test holds the two together.
PRINTABLE = (
    " -~\u00a0-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"
    "\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u066c"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u2040\u2044\u2070\u2071\u2074-\u208e\u20a0-\u20bf"
    "\u2100-\u211e\u2122\u2126\u2139\u2150\u2151\u2153-\u215e\u2190-\u21ff\u2200-\u22ff"
    "\u25a0-\u25ff\u2600-\u2606\u2609-\u262f\u26a0-\u26a7\u2701-\u2704\u2706-\u2709\u270c-\u2714\u2717-\u2726"
    "\u2794\u2798-\u27af\ufb00-\ufb06"
)
INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"

_OTHER = re.compile(f"[^\\s{INVISIBLE}{PRINTABLE}]")


def unprintable(scan: Scan) -> Iterator[Problem]:
    """Yield a warning for each line of *scan* with signs that paper cannot show."""
    for offset, line in enumerate(scan.body.split("\n")):
        composed = line if line.isascii() else unicodedata.normalize("NFC", line)
        signs = [c for c in _OTHER.findall(composed) if unicodedata.category(c)[0] != "M"]
        if signs:
            shown = " ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in dict.fromkeys(signs))
            yield problem("W002", scan.on_line(offset, composed.index(signs[0]) + 1), tekens=shown)
