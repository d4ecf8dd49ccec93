"""Every kind of page in a browser: layout, addresses, paper, dark, forced colours, and without script."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from browser.conftest import PageMaker, Server
from fichebak.hosting import POLICY

pytestmark = pytest.mark.slow

FICHE = "praktijken/fietsles-voor-nieuwkomers/"
LONG_FICHE = "praktijken/accueil-en-francais/"
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const clips = node => ["auto", "scroll", "hidden"].includes(getComputedStyle(node).overflowX);
  const scrolls = node => node && (clips(node) || scrolls(node.parentElement));
  const named = element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 30)}`;
  const wide = [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    const seen = box.width && element.checkVisibility() && !element.closest(".naar-inhoud, .voor-lezer, svg");
    return seen && (box.right > width + 1 || box.left < -1) && !scrolls(element.parentElement);
  });
  const whole = document.documentElement.scrollWidth;
  return [...(whole > width ? [`the page: ${whole}`] : []), ...wide.map(named)];
}"""

CLIPPED = """() => [...document.querySelectorAll("h1, h2, h3, a, b, dd, dt, p, li, span")]
  .filter(element => element.checkVisibility() && !element.closest(".voor-lezer, .lijnen, .naar-inhoud, pre, table"))
  .filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline")
  .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 30)}`)"""


def test_no_inline_style_or_script(server: Server) -> None:
    pages = sorted(server.folder.rglob("*.html"))
    assert len(pages) > 30
    policy = POLICY.replace("'", "&#39;")
    for path in pages:
        source = without_data(path.read_text("utf-8"))
        assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", source) == [], path
        assert f'http-equiv="Content-Security-Policy" content="{policy}"' in source, path


def without_data(source: str) -> str:
    """Return the source of a page without its data: the element is called script, but no browser runs it."""
    return re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", source)


COMPLAINTS = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event => window.refused.push(event.effectiveDirective));
}"""
ADD = """type => {
  const element = Object.assign(document.createElement("script"), { type, textContent: "window.ran = true" });
  document.head.append(element);
}"""


def test_the_policy_lets_data_stand_in_a_page_and_no_script(new_page: PageMaker, site: str) -> None:
    """The same element is refused as a script, so it would show if the policy minded the data."""
    page = new_page()
    page.add_init_script(f"({COMPLAINTS})()")
    page.goto(f"{site}{FICHE}")
    data = page.eval_on_selector("script[type='application/ld+json']", "element => JSON.parse(element.textContent)")
    assert data["name"] == page.locator("h1").inner_text()
    page.evaluate(ADD, "application/ld+json")
    assert page.evaluate("window.refused") == []
    refused = page.context.new_page()  # not watched: a complaint is what is wanted here
    refused.add_init_script(f"({COMPLAINTS})()")
    refused.goto(f"{site}{FICHE}")
    refused.evaluate(ADD, "text/javascript")
    refused.wait_for_function("window.refused.length > 0")
    assert refused.evaluate("[window.refused.includes('script-src-elem'), window.ran ?? false]") == [True, False]


def test_every_link_of_the_site_arrives(server_below: Server) -> None:
    """Follow the links of the served pages from the home page on, under a prefix."""
    home = server_below.address
    todo, seen = [home], set()
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        assert address.startswith(home), f"{address} leaves the prefix"
        with urlopen(address) as answer:
            if answer.headers.get_content_type() == "text/html":
                links = re.findall(r'(?:href|src|action)="([^"#?]+)', answer.read().decode())
                todo += [urljoin(address, link) for link in links if not re.match(r"https?:|mailto:", link)]
    folder = server_below.folder
    pages = {path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")}
    reached = {address.removeprefix(home).rstrip("/") or "." for address in seen}
    assert pages - reached == {"praktijken/leren-fietsen"}, "only an old address is linked from nowhere"


# Without script


def test_without_script_everything_is_listed_by_domain(scriptless: Page, each_site: str) -> None:
    scriptless.goto(f"{each_site}praktijken/")
    groups = scriptless.locator("[data-groep]")
    listed = {group.locator("h2").inner_text(): group.locator("[data-slug]").count() for group in groups.all()}
    assert listed == {"Onthaal": 3, "Taal": 2, "Intergemeentelijke samenwerking": 1, "Huisvesting": 2}
    assert scriptless.locator("[data-slug]:visible").count() == 8
    controls = scriptless.locator("main input:visible, main button:visible, main select:visible")
    assert [control.get_attribute("id") or control.inner_text() for control in controls.all()] == ["q", "Zoek"]
    assert scriptless.locator("[data-resultaten][data-search-state]").count() == 0
    scriptless.locator("[data-groep=taal] h2 a").click()
    scriptless.wait_for_url(f"{each_site}domeinen/taal/")
    assert scriptless.locator("[data-slug]").count() == 3


@pytest.mark.parametrize(
    ("name", "address"), [("gemeente", "gemeenten/"), ("provincie", "provincies/"), ("doelgroep", "doelgroepen/")]
)
def test_without_script_other_lists_are_linked(scriptless: Page, site: str, name: str, address: str) -> None:
    scriptless.goto(f"{site}praktijken/")
    scriptless.locator("main noscript, main").get_by_role("link", name=name, exact=True).click()
    scriptless.wait_for_url(f"{site}{address}")
    scriptless.locator("main .tellingen a").first.click()
    assert scriptless.locator("[data-slug]").count() >= 1


def test_without_script_a_fiche_has_no_dead_buttons(scriptless: Page, site: str) -> None:
    scriptless.goto(f"{site}{FICHE}")
    assert scriptless.locator("main button:visible, [data-mail]:visible").count() == 0
    assert scriptless.get_by_role("link", name="Verbeter deze fiche").is_visible()


# The fiche


def test_fiche_prints_and_mails(new_page: PageMaker, each_site: str) -> None:
    page = new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{each_site}{FICHE}?x=1#inhoud")
    page.get_by_role("button", name="Druk deze pagina af").click()
    assert page.evaluate("window.printed") is True
    mail = page.get_by_role("link", name="Mail deze fiche").get_attribute("href") or ""
    assert unquote(mail) == (
        f"mailto:?subject=Fietsles voor nieuwkomers&body=Fietsles voor nieuwkomers\n{each_site}{FICHE}"
    )


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        pytest.param(FICHE, ["Stad Kortrijk", "Coördinator mobiliteit", "mobiliteit@example.org"], id="function"),
        pytest.param(LONG_FICHE, ["Agence"], id="no function"),
    ],
)
def test_contact_has_a_line_for_each_thing(page: Page, site: str, address: str, lines: list[str]) -> None:
    page.goto(f"{site}{address}")
    shown = page.locator(".feiten dl > div", has=page.locator("dt", has_text="Contact")).locator("p").inner_text()
    assert shown.split("\n")[: len(lines)] == lines


def test_old_address_leads_to_the_new(page: Page, each_site: str) -> None:
    page.goto(f"{each_site}praktijken/leren-fietsen/")
    page.wait_for_url(f"{each_site}{FICHE}")
    assert page.inner_text("h1") == "Fietsles voor nieuwkomers"


def test_missing_page_helps_on(new_page: PageMaker, site: str) -> None:
    page = new_page(forgive="nergens")
    answer = page.goto(f"{site}praktijken/nergens/te/vinden/")
    assert answer
    assert answer.status == 404
    assert page.inner_text("h1") == "Deze pagina is er niet."
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(242, 239, 232)"
    page.fill("#q", "fietsles")
    page.press("#q", "Enter")
    page.wait_for_url(f"{site}praktijken/?q=fietsles")


# Colours and paper

COLOURS = """parts => Object.fromEntries(parts.map(part => {
  const style = getComputedStyle(document.querySelector(part));
  return [part, `${style.color} on ${style.backgroundColor}`];
}))"""


def test_dark_has_colours_of_its_own(new_page: PageMaker, site: str) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(f"{site}praktijken/")
        colours[scheme] = page.evaluate(COLOURS, ["html", ".kaart-binnen", ".tab", ".kaart-titel", ".cel dt"])
    assert all(colours["light"][part] != colours["dark"][part] for part in colours["light"]), colours
    assert colours["dark"]["html"] == "rgb(237, 233, 224) on rgb(20, 19, 17)"


def test_forced_colours_keep_the_tabs(new_page: PageMaker, site: str) -> None:
    """Without the author's colours a tab needs its edge, and a ticked box its tick."""
    page = new_page(forced_colors="active")
    page.goto(f"{site}praktijken/?domein=taal")
    page.wait_for_selector("[data-search-state=done]")
    for tab in (".tab", ".filters .tabje"):
        assert page.eval_on_selector(tab, "tab => getComputedStyle(tab).borderTopStyle") == "solid"
        assert page.eval_on_selector(tab, "tab => getComputedStyle(tab).backgroundColor") == "rgb(144, 186, 230)"
    ticked, empty = (
        page.locator(f"#filters input{state}").first.screenshot() for state in ("[value=taal]", "[value=onthaal]")
    )
    assert ticked != empty


def test_forced_colours_keep_the_chips_and_the_evidence(new_page: PageMaker, site: str) -> None:
    page = new_page(forced_colors="active")
    page.goto(f"{site}praktijken/?domein=taal")
    assert page.eval_on_selector(".chip", "chip => getComputedStyle(chip).borderTopStyle") == "solid"
    page.goto(f"{site}{FICHE}")
    steps = page.eval_on_selector_all(
        ".trap-schaal li", "steps => steps.map(step => getComputedStyle(step).borderTopWidth)"
    )
    assert len(steps) == 4
    assert steps[0] == steps[1] != steps[2] == steps[3]


HIDDEN_ON_PAPER = (".balk nav", ".voet nav", ".terug", ".acties", ".naar-inhoud", "[data-druk]")


def test_paper_hides_the_controls(new_page: PageMaker, site: str) -> None:
    page = new_page(color_scheme="dark")
    page.goto(f"{site}{FICHE}")
    assert page.locator("[data-druk]").is_visible()
    page.emulate_media(media="print")
    for selector in HIDDEN_ON_PAPER:
        assert not page.locator(f"{selector}:visible").count(), selector
    for words in ("Fietsles voor nieuwkomers", "€\u00a06.600", "mobiliteit@example.org", "Een plein zonder verkeer."):
        assert page.get_by_text(words).first.is_visible(), words
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(27, 26, 23)"


# Weight


def test_first_load_is_light(new_page: PageMaker, large_server: Server) -> None:
    """A hundred fiches, no query: at most 150 kB over the wire, text gzipped and fonts included."""
    page = new_page()
    large_server.asked.clear()
    page.goto(f"{large_server.address}praktijken/", wait_until="networkidle")
    assert page.locator("[data-slug]").count() == 100
    sizes = {path: wire_size(large_server.folder, path) for path in large_server.asked}
    assert {"praktijken/", "data/fiches.json", "scripts/catalogue.js", "styles/base.css"} <= sizes.keys()
    fonts = sum(size for path, size in sizes.items() if path.endswith(".woff2"))
    assert 30_000 < fonts <= 90_000
    assert sum(sizes.values()) <= 150_000, sorted(sizes.items(), key=lambda item: -item[1])


def wire_size(folder: Path, path: str) -> int:
    """Return the bytes of a file as a server with gzip sends them."""
    data = (folder / path / "index.html" if path.endswith("/") or not path else folder / path).read_bytes()
    return len(data) if path.endswith(".woff2") else len(gzip.compress(data, 6))
