"""The catalogue page as a reader sees it: what is listed, counted, chosen and said."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page


class ListPage:
    """One open catalogue page; every question waits until the results of the address are in the page."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def open(self, query: str = "") -> "ListPage":
        self.page.goto(f"{self.site}praktijken/{query}")
        return self.done()

    def done(self) -> "ListPage":
        self.page.wait_for_selector("[data-resultaten][data-search-state=done]", state="attached")
        return self

    def search(self, words: str) -> "ListPage":
        """Type words and press Enter."""
        self.page.fill("#q", words)
        self.page.press("#q", "Enter")
        return self.done()

    def tick(self, facet: str, value: str) -> "ListPage":
        self.box(facet, value).click()
        return self.done()

    def sort(self, order: str) -> "ListPage":
        self.page.select_option("#sorteer", order)
        return self.done()

    def back(self, query: str) -> "ListPage":
        self.page.go_back()
        return self._arrived(query)

    def forward(self, query: str) -> "ListPage":
        self.page.go_forward()
        return self._arrived(query)

    def _arrived(self, query: str) -> "ListPage":
        self.page.wait_for_function("query => location.search === query", arg=query)
        return self.done()

    def box(self, facet: str, value: str) -> Locator:
        return self.page.locator(f"input[name={facet}][value={value}]")

    @property
    def slugs(self) -> list[str]:
        """Return the slugs of every card in the results, in their order."""
        self.done()
        found: list[str] = self.page.eval_on_selector_all(
            "[data-resultaten] [data-slug]", "cards => cards.map(card => card.dataset.slug)"
        )
        return found

    @property
    def query(self) -> str:
        query = urlsplit(self.page.url).query
        return f"?{query}" if query else ""

    @property
    def said(self) -> str:
        """Return the line above the list, which a screen reader announces."""
        return re.sub(r"\s+", " ", self.page.inner_text("[data-telling][role=status]")).strip()

    @property
    def chips(self) -> list[str]:
        return [text.strip() for text in self.page.locator("[data-keuzes] .chip").all_inner_texts()]

    @property
    def ticked(self) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            "[data-facetten] input:checked", "boxes => boxes.map(box => `${box.name}=${box.value}`)"
        )
        return found

    def counts(self) -> dict[tuple[str, str], tuple[int, bool, bool]]:
        """Return of every facet value its count, whether it is disabled, and whether it is listed."""
        self.page.eval_on_selector_all("[data-facet]", "groups => groups.forEach(group => group.open = true)")
        rows = self.done().page.eval_on_selector_all(
            "[data-facetten] label:has(input[type=checkbox])",
            """rows => rows.map(row => {
              const box = row.querySelector("input");
              return [box.name, box.value, Number(row.querySelector("[data-aantal]").textContent), box.disabled,
                row.checkVisibility()];
            })""",
        )
        return {(facet, value): (count, disabled, seen) for facet, value, count, disabled, seen in rows}
