"""The files that tell hosts what to send: each says of every file of a site what the one table says."""

import re
from collections.abc import Callable, Mapping

import pytest
from small_catalogue import CHECKOUT, SETTING, good, small

from fichebak.build import parts
from fichebak.hosting import FRESH, KEPT, POLICY, PUBLIC, content_type, files, headers, nginx
from fichebak.render import theme

Read = Callable[[str], Mapping[str, str]]
PATHS = (
    "index.html", "404.html", "praktijken/een/index.html", "praktijken/een/een.pdf", "praktijken/een/een.json",
    "praktijken/een/een.png", "styles/base.css", "scripts/site.js", "fonts/hanken.woff2", "fonts/OFL.txt",
    "images/fichebak.svg", "afbeeldingen/loket.png", "afbeeldingen/loket.webp", "data/fiches.json",
    "data/praktijken.csv", "data/praktijken.xlsx", "data/dcat.jsonld", "data/praktijken.schema.json", "feed.xml",
    "domeinen/taal/feed.xml", "gemeenten/gent/feed.xml", "sitemap.xml", "opensearch.xml", "robots.txt",
    "pagefind/pagefind.js", "pagefind/wasm.nl.pagefind", "pagefind/index/nl_1.pf_index",
    "pagefind/fragment/nl_1.pf_fragment", "pagefind/nl_1.pf_meta", "organisaties/fonts/index.html", "sha256sums.txt",
    "_headers",
)  # fmt: skip
BINARY = "application/octet-stream"


def text_of(name: str, base_url: str | None = None) -> str:
    return next(each.data.decode() for each in files(base_url) if each.path == name)


def of_netlify(text: str) -> Read:
    """Read _headers as Netlify and Cloudflare Pages do; what it does not say, they send of themselves."""
    rules: list[tuple[re.Pattern[str], dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((re.compile(re.sub(r":\w+", "[^/]+", line.replace(".", r"\.").replace("*", ".*"))), {}))
        elif not line.startswith("#"):
            name, value = line.removeprefix("  ").split(": ", 1)
            rules[-1][1][name] = value

    def read(path: str) -> Mapping[str, str]:
        found = dict[str, str]()
        for pattern, given in rules:
            if pattern.fullmatch(f"/{path}"):
                assert not found.keys() & given.keys(), "Cloudflare would send both values in one"
                found |= given
        return {"Cache-Control": FRESH, "Content-Type": content_type(path), **found}

    return read


def of_apache(text: str, folder: str = "") -> Read:
    """Read .htaccess as Apache does when it has all the modules."""
    plain = re.sub(r"^ +", "", text, flags=re.M)
    always = dict(re.findall(r'^Header always set (\S+) "([^"]*)"$', plain, re.M))
    kept = re.compile(re.findall(r'^SetEnvIf Request_URI "(.*)" fichebak_vast$', plain, re.M)[0])
    cache = {mark: value for value, mark in re.findall(r'^Header .* "(.*)" env=(!?)fichebak_vast$', plain, re.M)}
    types = {ending: kind for kind, ending in re.findall(r'^AddType "(.*)" (\S+)$', plain, re.M)}
    named = dict(re.findall(r'^<Files "(.*)">\nForceType (.*)\n</Files>', plain, re.M))

    def read(path: str) -> Mapping[str, str]:
        name = path.rsplit("/", 1)[-1]
        kind = named.get(name) or types.get(f".{name.rsplit('.', 1)[-1]}", BINARY)
        return {
            **always, "Cache-Control": cache["" if kept.search(f"{folder}/{path}") else "!"], "Content-Type": kind,
        }  # fmt: skip

    return read


def of_nginx(text: str) -> Read:
    """Read nginx.conf as nginx does."""
    added = dict(re.findall(r'^    add_header (\S+) "(.*)" always;$', text, re.M))
    fresh, folders, kept = re.findall(r'default "(.*)";\n    "~(.*)" "(.*)";', text)[0]
    types = {ending: kind for kind, ending in re.findall(r"^        ([\w.+-]+/[\w.+-]+) (\w+);$", text, re.M)}
    named = re.findall(r"location ~ (\S+) \{\n        types \{ \}\n        default_type (.*);", text)
    texts = {"text/html", *re.findall(r"charset_types (.*);", text)[0].split()}

    def read(path: str) -> Mapping[str, str]:
        usual = types.get(path.rsplit(".", 1)[-1], BINARY)
        kind = next((kind for pattern, kind in named if re.search(pattern, f"/{path}")), usual)
        return {
            **added, "Cache-Control": kept if re.search(folders, f"/{path}") else fresh,
            "Content-Type": f"{kind}; charset=utf-8" if kind in texts else kind,
        }  # fmt: skip

    return read


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(of_netlify(text_of("_headers")), id="Netlify and Cloudflare Pages"),
        pytest.param(of_apache(text_of(".htaccess")), id="Apache"),
        pytest.param(of_apache(text_of(".htaccess", "https://v.be/een-bak/"), "/een-bak"), id="Apache, in a folder"),
        pytest.param(of_apache(text_of(".htaccess", "https://v.be/een%20bak/"), "/een bak"), id="Apache, with a space"),
        pytest.param(of_nginx((CHECKOUT / "docs" / "nginx.conf").read_text("utf-8")), id="nginx"),
    ],
)
def test_every_host_sends_what_the_table_says(read: Read) -> None:
    assert {path: dict(read(path)) for path in PATHS} == {path: dict(headers(path)) for path in PATHS}


def test_the_sample_for_nginx_is_current() -> None:
    made = (CHECKOUT / "docs" / "nginx.conf").read_text("utf-8")
    assert made == nginx(), "Run: python generator/scripts/make_nginx_sample.py"


@pytest.mark.parametrize(
    ("base_url", "page"),
    [
        pytest.param(None, "/404.html", id="no address"),
        pytest.param("https://voorbeeld.be", "/404.html", id="the root"),
        pytest.param("https://voorbeeld.be/bak/", "/bak/404.html", id="a folder"),
        pytest.param("https://voorbeeld.be/b%0A%22Options", "/b%0A%22Options/404.html", id="no line of its own"),
        pytest.param("https://voorbeeld.be/%{ENV:x}/", "/%25%7BENV%3Ax%7D/404.html", id="no expression"),
    ],
)
def test_apache_finds_the_page_for_what_is_not_there(base_url: str | None, page: str) -> None:
    text = text_of(".htaccess", base_url)
    assert f"ErrorDocument 404 {page}\n" in text
    assert len(text.splitlines()) == len(text_of(".htaccess").splitlines())


NEEDED = {  # the module of each line that is not of Apache itself, or a filter that it names
    "AddType": ["mod_mime"], "ForceType": [], "ErrorDocument": [], "Header": ["mod_headers"],
    "SetEnvIf": ["mod_headers", "mod_setenvif"], "AddOutputFilterByType": ["mod_filter", "mod_deflate"],
}  # fmt: skip


def test_apache_reads_no_line_of_a_module_that_it_does_not_have() -> None:
    """Apache refuses every page of a folder when it does not know a word in .htaccess."""
    around: list[str] = []
    for line in text_of(".htaccess").splitlines():
        word, _, rest = line.strip().partition(" ")
        if word == "<IfModule":
            around.append(rest.removesuffix(".c>"))
        elif word == "</IfModule>":
            around.pop()
        elif word[0] not in "#<":
            assert set(NEEDED[word]) <= set(around), line
    assert around == []


def test_the_policy_is_strict() -> None:
    rules = dict(each.split(" ", 1) for each in PUBLIC["Content-Security-Policy"].split("; "))
    assert rules == {
        "default-src": "'self'", "script-src": "'self' 'wasm-unsafe-eval'", "object-src": "'none'",
        "media-src": "'none'", "manifest-src": "'none'", "base-uri": "'none'", "form-action": "'self'",
        "frame-ancestors": "'none'",
    }  # fmt: skip
    assert PUBLIC["Content-Security-Policy"].startswith(f"{POLICY}; ")


def test_what_may_be_old_is_no_page_script_data_or_index() -> None:
    kept = {path for path in PATHS if headers(path)["Cache-Control"] == KEPT}
    assert {path.split("/")[0] for path in kept} == {"fonts", "images", "afbeeldingen"}


def test_every_file_of_a_site_has_a_type(tmp_path) -> None:
    root = small(tmp_path)
    catalogue = good(root)
    folders = root.themes("default")
    made = {output.path for part in parts(catalogue, SETTING, theme(folders)) for output in part.make()}
    made |= {path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*") if path.is_file()}
    served = {path for path in made if path.split("/")[0] not in {"templates", "guide"} and "/" in path}
    assert {path for path in served if content_type(path) == BINARY} == set()
    assert {"_headers", ".htaccess"} <= made
