"""What goes wrong in a page without a test looking for it."""

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

LEFT = "net::ERR_ABORTED"  # what was under way when the page was left; no failure of the site


class Watch:
    """Notes every error, failed request and request to another host; *forgive* is a part of an address that may fail."""

    def __init__(self, forgive: str = "") -> None:
        self.forgive = forgive
        self.complaints: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

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
