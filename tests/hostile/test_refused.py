"""What `check` refuses of hostile input, each with its code: nothing of it gets as far as a page."""

import json
from io import BytesIO

import pytest
from conftest import Catalogue, Check, Fiche
from PIL import Image, PngImagePlugin
from small_catalogue import TODAY, png

from fichebak.build import examine
from fichebak.config import Root
from hostile.payloads import BODIES, PAYLOADS, REFUSED_BODIES


def codes(lines: list[str]) -> list[str]:
    return [line.split(": ")[1].split(" ")[0] for line in lines if line.startswith("a.md:")]


@pytest.mark.parametrize(("body", "code"), [pytest.param(*each, id=name) for name, each in REFUSED_BODIES.items()])
def test_a_text_is_refused(body: str, code: str, fiche: Fiche, check: Check) -> None:
    found = codes(check(fiche(body=f"Vooraf.\n\n{body}\n")))
    assert code in found
    assert set(found) <= {code, "W002"}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in BODIES.items()])
def test_a_text_that_is_shown_passes(body: str, fiche: Fiche, catalogue: Catalogue) -> None:
    root = catalogue({"a": fiche(body=f"Vooraf.\n\n{body}\n")}, {"afbeeldingen/loket.png": png(4, 3)})
    assert {each.code for each in examine(Root(root), TODAY).problems} <= {"W002"}


# What stands behind a key of a fiche, and the code it gives.
VALUES = {
    "a script as a link": ("links", "[{titel: x, url: 'javascript:top.gehackt=1'}]", "F040"),
    "a script after a line break": ("links", r'[{titel: x, url: "https://voorbeeld.be/\njavascript:x"}]', "F040"),
    "an address with a quote": ("links", "[{titel: x, url: 'https://voorbeeld.be/\"onclick=x'}]", "F040"),
    "an address of data": ("links", "[{titel: x, url: 'data:text/html,x'}]", "F040"),
    "an address that is not what it seems": ("links", '[{titel: x, url: "https://www.bаnk.be/"}]', "F040"),
    "an address with a hidden sign": ("links", r'[{titel: x, url: "https://voorbeeld.be/\u200b"}]', "F040"),
    "an address with a wrong port": ("links", "[{titel: x, url: 'https://voorbeeld.be:99999/'}]", "F040"),
    "an address with a user": ("links", "[{titel: x, url: 'https://bank.be:x@voorbeeld.be/'}]", "F040"),
    "a long s in http": ("links", '[{titel: x, url: "httpſ://voorbeeld.be/"}]', "F040"),
    "a mailbox with a header": ("contact", r'[{organisatie: x, email: "info@voorbeeld.be\r\nBcc: x@y.be"}]', "F041"),
    "a mailbox with a question": ("contact", "[{organisatie: x, email: 'info@voorbeeld.be?cc=x@y.be'}]", "F041"),
    "a mailbox in another alphabet": ("contact", '[{organisatie: x, email: "infо@voorbeeld.be"}]', "F041"),
    "a null": ("plaats", r'"Gent\0"', "F004"),
    "a sign of a terminal": ("plaats", r'"\e[2J Gent"', "F004"),
    "a direction": ("titel", r'"Het loket \u202egnp.exe"', "F004"),
    "a direction as it is": ("titel", "Het loket \u202egnp.exe", "F004"),
    "no text at all": ("titel", r'"\ufeff\ufffe\uffff \u2028"', "F031"),
    "only what is not seen": ("trekker", r'["\u200b\u2060"]', "F031"),
    "a path as a domain": ("domeinen", "[../../etc/passwd]", "F052"),
    "a path as a source": ("bron", "{publicatie: ../../../etc/passwd}", "F054"),
    "a path as an old address": ("vroegere_slugs", "[../../x]", "F007"),
    "an old address of the site": ("vroegere_slugs", "[index.html]", "F007"),
    "a line break in a code of a report": ("domeinen", r'["x\n::error::gehackt"]', "F052"),
    "a tag of Python": ("plaats", "!!python/name:os.system x", "F013"),
    "an anchor": ("partners", "&a [*a, *a]", "F017"),
    "a bomb of anchors": ("partners", "[&a [x, x], &b [*a, *a], &c [*b, *b]]", "F017"),
    "too deep": ("partners", "[" * 30 + "x" + "]" * 30, "F018"),
    "a formula as a number": ("budget", "{bedragen: [{euro: '=1+1', per: jaar}]}", "F037"),
    "a key of JavaScript": ("__proto__", "{gehackt: 1}", "F030"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "value", "code"), [pytest.param(*each, id=name) for name, each in VALUES.items()])
def test_a_value_is_refused(key: str, value: str, code: str, fiche: Fiche, check: Check) -> None:
    lines = check(fiche(**{key: value}))
    assert codes(lines) == [code], lines
    assert all(line.isprintable() for line in lines)


def image(form: str, width: int = 4, height: int = 3, **options: object) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height)).save(made, form, **options)
    return made.getvalue()


def text_that_swells() -> bytes:
    """Return a PNG of a few kilobytes with hundreds of megabytes of words in it."""
    words = PngImagePlugin.PngInfo()
    for number in range(80):
        words.add_text(f"woord{number}", "a" * 1_000_000, zip=True)
    return image("PNG", pnginfo=words)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="top.gehackt=1"><script>top.gehackt=1</script></svg>'
FILES = {
    "an SVG": ("afbeeldingen/loket.svg", SVG, "F008"),
    "an SVG by another name": ("afbeeldingen/loket.png", SVG, "F094"),
    "HTML by another name": ("afbeeldingen/loket.jpg", b"<html><script>top.gehackt=1</script>", "F094"),
    "a GIF that is a script": ("afbeeldingen/loket.webp", b"GIF89a/*" + bytes(20) + b"*/=1;top.gehackt=1", "F094"),
    "a PDF by another name": ("afbeeldingen/loket.png", b"%PDF-1.7 /JavaScript", "F094"),
    "a PostScript file by another name": ("afbeeldingen/loket.png", b"%!PS-Adobe-3.0 EPSF-3.0\n", "F094"),
    "a PNG that swells": ("afbeeldingen/loket.png", image("PNG", 20_000, 20_000), "F095"),
    "a JPEG that swells": ("afbeeldingen/loket.jpg", image("JPEG", 9_000, 9_000), "F095"),
    "words that swell": ("afbeeldingen/loket.png", text_that_swells(), "F094"),
    "an image with a quote": ("afbeeldingen/lo\"ket.png", png(4, 3), "F118"),
    "an image with a tag": ("afbeeldingen/<img src=x onerror=top.gehackt=1>.png", png(4, 3), "F118"),
    "an image with a space": ("afbeeldingen/het loket.png", png(4, 3), "F118"),
    "an image with a line break": ("afbeeldingen/lo\nket.png", png(4, 3), "F118"),
    "an image with percents": ("afbeeldingen/x..%2f..%2floket.png", png(4, 3), "F118"),
    "an image with dots": ("afbeeldingen/lo..ket.png", png(4, 3), "F118"),
    "an image with a direction": ("afbeeldingen/lo\u202egnp.png", png(4, 3), "F118"),
    "a fiche with a tag": ("practices/<script>top.gehackt=1<%2fscript>.md", "FICHE", "F007"),
    "a fiche with a quote": ("practices/x\"onclick=x.md", "FICHE", "F007"),
    "a fiche with a space": ("practices/een fiche.md", "FICHE", "F007"),
    "a fiche with a line break": ("practices/x\n::error::gehackt.md", "FICHE", "F007"),
    "a fiche with dots": ("practices/x..md", "FICHE", "F007"),
    "a fiche with percents": ("practices/%2e%2e%2fx.md", "FICHE", "F007"),
    "a fiche with another alphabet": ("practices/lоket.md", "FICHE", "F007"),
    "a fiche in a folder": ("practices/x/y.md", "FICHE", "F008"),
    "a fiche with a long name": (f"practices/{'x' * 200}.md", "FICHE", "F007"),
    "a page in the place of one of the site": ("pages/praktijken.md", "---\ntitel: x\n---\n", "F056"),
    "a page in the place of the data": ("pages/data.md", "---\ntitel: x\n---\n", "F056"),
    "a script": ("pages/x.html", "<script>top.gehackt=1</script>", "F008"),
    "settings for a server": ("practices/htaccess", "x", "F008"),
    "a target group with a path": ("target-groups.yaml", "../x: {label: x}\n", "F007"),
    "a target group with a long name": ("target-groups.yaml", f"{'x' * 120}: {{label: x}}\n", "F034"),
    "an organisation without a letter": ("organisations.yaml", "'../..': {soort: andere}\n", "F007"),
    "an organisation that is not seen": ("organisations.yaml", '"\\u200b": {soort: andere}\n', "F007"),
    "an organisation with a null": ("organisations.yaml", '"x\\0": {soort: andere}\n', "F004"),
    "an organisation with a long name": ("organisations.yaml", f"{'x' * 201}: {{soort: andere}}\n", "F034"),
    "an organisation with a long address": ("organisations.yaml", f"{'㏂' * 100}: {{soort: andere}}\n", "F034"),
    "organisations with one address": (
        "organisations.yaml", "'A/b': {soort: andere}\n'..a b': {soort: andere}\n", "F058",
    ),
    "terms with one address": ("glossary.yaml", "'<b>': {uitleg: x}\nB!: {uitleg: x}\n", "F058"),
    "an address of script for the site": ("catalogue.yaml", "base_url: 'javascript:top.gehackt=1//'\n", "F040"),
    "an address with a question for the site": ("catalogue.yaml", "base_url: https://voorbeeld.be/?x=\n", "F115"),
    "an address with a header for the site": ("catalogue.yaml", r'base_url: "https://voorbeeld.be/\nX: y"', "F040"),
    "an address of script for the licence": ("catalogue.yaml", "licentie_url: 'data:text/html,x'\n", "F040"),
    "an address of script for the files": ("catalogue.yaml", "repository: 'vbscript:x'\n", "F040"),
    "a mailbox with a header": ("catalogue.yaml", r'mailbox: "x@voorbeeld.be\nX: y"', "F041"),
    "a theme with a path": ("catalogue.yaml", "thema: ../../etc\n", "F007"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "data", "code"), [pytest.param(*each, id=name) for name, each in FILES.items()])
def test_a_file_is_refused(
    file: str, data: str | bytes, code: str, fiche: Fiche, catalogue: Catalogue
) -> None:
    root = catalogue({"gewoon": fiche()}, {file: fiche() if data == "FICHE" else data})
    problems = examine(Root(root), TODAY).problems
    assert [each.code for each in problems] == [code], [*map(str, problems)]
    assert all(line.isprintable() for each in problems for line in str(each).split("\n"))


def test_names_that_are_reserved_elsewhere_do_no_harm(fiche: Fiche, catalogue: Catalogue) -> None:
    """A fiche has a folder of its own, so that none of these is the name of a file."""
    names = ("index", "404", "con", "nul", "aux", "constructor", "praktijken", "data", "hasownproperty")
    root = catalogue({name: fiche() for name in names})
    assert examine(Root(root), TODAY).problems == ()


def test_a_payload_in_any_value_gives_a_report_of_plain_lines(fiche: Fiche, check: Check) -> None:
    for text in PAYLOADS.values():
        for key in ("domeinen", "gemeenten", "werkingsgebied", "status", "laatst_nagekeken", "onbekende_sleutel"):
            lines = check(fiche(**{key: json.dumps(text)}))
            assert lines
            assert all(line.isprintable() for line in lines)
