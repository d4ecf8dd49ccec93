"""What goes wrong in a page without a test looking for it."""

from collections.abc import Callable
from typing import Any, Self

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

LEFT = "net::ERR_ABORTED"  # what was under way when the page was left; no failure of the site


class Watch:
    """Notes every error, failed request and request to another host; an address with *forgive* in it may fail."""

    def __init__(self, page: Page, forgive: str = "") -> None:
        self.page, self.forgive = page, forgive
        self.complaints: list[str] = []
        self.listeners: dict[Any, Callable[[Any], None]] = {
            "console": self._console,
            "pageerror": self._error,
            "request": self._request,
            "requestfailed": self._failed,
            "response": self._response,
        }

    def __enter__(self) -> Self:
        for event, listener in self.listeners.items():
            self.page.on(event, listener)
        return self

    def __exit__(self, *_: object) -> None:
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)

    def _complain(self, what: str, address: str) -> None:
        if not (self.forgive and self.forgive in address):
            self.complaints.append(f"{what} ({address})")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._complain(f"console {message.type}: {message.text}", message.location["url"])

    def _error(self, error: Error) -> None:
        self._complain(f"uncaught: {error}", "script")

    def _request(self, request: Request) -> None:
        if not request.url.startswith("http://127.0.0.1:"):
            self._complain("asks another host", request.url)

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self._complain(f"request failed: {request.failure}", request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._complain(f"answer {response.status}", response.url)
