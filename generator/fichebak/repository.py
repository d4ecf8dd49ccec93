"""The pages of a forge (GitHub, GitLab, Gitea or Forgejo) on which the files of the catalogue are made and changed."""

import re
from urllib.parse import quote, urlsplit

from fichebak.model import CatalogusInstellingen
from fichebak.views import ForgeView
from fichebak.vocabulary import ForgeSoort

FOLDER = "content/practices"
_GITHUB, _GITLAB, _GITEA = ForgeSoort
_HOSTS = {  # what stands in the name of a host: the forge there, and what people call it
    "github": (_GITHUB, "GitHub"),
    "gitlab": (_GITLAB, "GitLab"),
    "codeberg": (_GITEA, "Codeberg"),
    "forgejo": (_GITEA, "Forgejo"),
    "gitea": (_GITEA, "Gitea"),
}
_PAGES = {  # to make a file, to change one, and to make a copy of one's own (a fork)
    _GITHUB: ("new", "edit", "fork"),
    _GITLAB: ("-/new", "-/edit", "-/forks/new"),
    _GITEA: ("_new", "_edit", "fork"),
}


def forge(settings: CatalogusInstellingen) -> ForgeView | None:
    """Return the pages of the forge of *settings*; None without a repository, or when nothing tells its kind."""
    address = _tidy(settings.repository or "")
    host = urlsplit(address).hostname or ""
    known = [found for part, found in _HOSTS.items() if part in host]
    chosen = settings.repository_soort
    if chosen:
        known = [*(found for found in known if found[0] is chosen), _HOSTS[chosen]]
    if not address or not known:
        return None
    kind, name = known[0]
    new, edit, copy = (f"{address}/{page}" for page in _PAGES[kind])
    place = "/".join(filter(None, map(_quoted, (settings.repository_tak, settings.repository_map or "", FOLDER))))
    return ForgeView(kind, name, address, f"{new}/{place}", f"{edit}/{place}", copy)


def _tidy(address: str) -> str:
    """Return the address of a repository without what may follow it: .git, slashes, a question, a page of the forge."""
    return re.split(r"[?#]|/-/", address)[0].rstrip("/").removesuffix(".git")


def _quoted(path: str) -> str:
    """Return *path* as it stands in an address, escaped as a script does it."""
    return quote(path.strip("/"), safe="/!*'()")
