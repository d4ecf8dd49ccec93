"""The form as a person fills it in."""

import re

from playwright.sync_api import Locator, Page, expect

ADDRESS = "fiche-toevoegen/"
SUMMARY = (
    "Vrijwilligers uit de buurt spreken een jaar lang elke week af met een nieuwe inwoner om Nederlands te oefenen."
)


class FormPage:
    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def first(self) -> "FormPage":
        """Open the form as someone who has no draft."""
        self.page.goto(self.site)
        self.page.evaluate("localStorage.clear()")
        return self.open()

    def open(self, query: str = "") -> "FormPage":
        self.page.goto(f"{self.site}{ADDRESS}{query}")
        expect(self.page.locator("form")).to_be_visible()
        return self

    def unfold(self) -> "FormPage":
        """Open every question, and what is folded in one."""
        self.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        return self

    def field(self, path: str) -> Locator:
        """Return the field at *path*: `titel`, or `budget.bedragen[1].euro`."""
        group, row, key = re.fullmatch(r"([^\[]+)(?:\[(\d+)\]\.?(.*))?", path).groups()  # type: ignore[union-attr]
        found = self.page.locator(f'.antwoord > [data-pad="{group}"]')
        found = found.locator("[data-rij]").nth(int(row)) if row else found
        return found.locator(f'[data-pad="{key}"]') if key else found

    def control(self, path: str) -> Locator:
        return self.field(path).locator("[data-invoer]")

    def write(self, path: str, text: str) -> "FormPage":
        """Type in a field and leave it."""
        self.control(path).fill(text)
        self.control(path).blur()
        return self

    def pick(self, path: str, *typed: str) -> "FormPage":
        for each in typed:
            self.control(path).fill(each)
            self.control(path).press("Enter")
        return self

    def choose(self, path: str, label: str) -> "FormPage":
        self.field(path).get_by_label(label, exact=True).check()
        return self

    def chips(self, path: str) -> list[str]:
        return [each.removeprefix("Haal ‘").removesuffix("’ weg") for each in self.labels(path)]

    def labels(self, path: str) -> list[str]:
        chips = self.field(path).locator("[data-gekozen] button").all()
        return [chip.get_attribute("aria-label") or "" for chip in chips]

    def enough(self) -> "FormPage":
        """Fill in all that a fiche needs."""
        self.unfold()
        self.write("titel", "Een taalbuddy voor elke buur").write("samenvatting", SUMMARY)
        self.pick("domeinen", "taal").choose("werkingsgebied", "één gemeente").pick("trekker", "Stad Gent")
        return self.choose("contact", "Dat staat niet in mijn bron").write("laatst_nagekeken", "11/2026")

    @property
    def options(self) -> Locator:
        """Return what the open list shows."""
        return self.page.locator(".keuzelijst").get_by_role("option")

    def finish(self) -> "FormPage":
        self.page.get_by_role("button", name="Kijk na en maak de fiche").click()
        return self

    @property
    def summary(self) -> Locator:
        return self.page.locator("[data-fouten]")

    @property
    def result(self) -> str:
        """Return the text of the file that the form made."""
        field = self.page.get_by_role("textbox", name="De hele tekst van")
        expect(field).to_be_visible()
        return field.input_value()

    def wrong(self, path: str) -> str:
        """Return what stands below a field as wrong; a field in a row has its own."""
        return self.field(path).locator(":scope > .fout").inner_text()

    def shown(self, name: str) -> str:
        """Return what the preview has under *name*."""
        return plain(self.page.locator(f"[data-toont={name}]").inner_text())


def plain(text: str) -> str:
    return " ".join(text.split())
