"""What a host should send with the files of a site: one table of headers, and the files that hosts read it from.

A site needs none of them to work: each page carries its policy in a meta element. But a meta element does not reach the
worker that searches, cannot forbid other sites to frame a page, and says nothing of caches and types.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit

from fichebak.output import Output

POLICY = (  # what a page may load and do; it holds as a meta element and as a header
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; media-src 'none'; "
    "manifest-src 'none'; base-uri 'none'; form-action 'self'"
)
REFERRER = "same-origin"  # the address of a page holds what was searched for: no other site needs to know
_DENIED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip
_GUARDS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",  # this last one means nothing in a meta element
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # frame-ancestors, for browsers of before 2017
    "Permissions-Policy": ", ".join(f"{each}=()" for each in _DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
PUBLIC = {
    **_GUARDS,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",  # there is no login and no cookie: who can see the data may use it elsewhere
}
"""What is sent with every file of a site, also with 404.html."""

LOCAL = {**_GUARDS, "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store"}
"""What the preview sends: what it shows is not public yet, so no page of elsewhere may read it."""

HTTPS_ONLY = ("Strict-Transport-Security", "max-age=31536000")
"""For hosts that will have a certificate for good: a browser then asks them over https only, for a year."""

FRESH = "public, max-age=0, must-revalidate"
KEPT = "public, max-age=604800"
KEPT_FOLDERS = ("afbeeldingen", "fonts", "images")
"""Names of files tell nothing of what is in them, so a browser asks each time whether a file is still the same: pages,
scripts and search index must be of one build. Fonts and images may be a week old."""

_UTF_8 = "; charset=utf-8"
OTHER = "application/octet-stream"
TYPES = {
    ".html": f"text/html{_UTF_8}",
    ".css": f"text/css{_UTF_8}",
    ".js": f"text/javascript{_UTF_8}",
    ".csv": f"text/csv{_UTF_8}",
    ".txt": f"text/plain{_UTF_8}",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    **dict.fromkeys((".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"), OTHER),  # Pagefind unpacks them itself
}
NAMED = {"feed.xml": "application/atom+xml", "opensearch.xml": "application/opensearchdescription+xml"}
_PLACES = {  # where a file of that name is: as _headers writes it
    "feed.xml": ("/feed.xml", "/domeinen/:domein/feed.xml", "/gemeenten/:gemeente/feed.xml"),
    "opensearch.xml": ("/opensearch.xml",),
}
_PACKED = ("text/css", "text/csv", "text/javascript", "text/plain", "application/json", "application/ld+json",
           "application/xml", *NAMED.values(), "image/svg+xml")  # fmt: skip


def content_type(path: str) -> str:
    """Return the type of the file at *path* in the site."""
    name = path.rsplit("/", 1)[-1]
    ending = re.search(r"\.[^.]*\Z", name)
    return NAMED.get(name) or TYPES.get(ending[0] if ending else "", OTHER)


def headers(path: str) -> Mapping[str, str]:
    """Return every header that a host should send with the file at *path* in the site."""
    kept = path.split("/")[0] in KEPT_FOLDERS
    return {**PUBLIC, "Cache-Control": KEPT if kept else FRESH, "Content-Type": content_type(path)}


def files(base_url: str | None) -> tuple[Output, ...]:
    """Return the files that tell hosts what to send with a site that will stand at *base_url*."""
    return (
        Output("_headers", "".join(f"{line}\n" for line in _for_netlify()).encode()),
        Output(".htaccess", "".join(f"{line}\n" for line in _for_apache(base_url or "/")).encode()),
    )


def _for_netlify() -> Iterator[str]:
    """Yield the lines of _headers, which Netlify and Cloudflare Pages read.

    No header stands in two blocks that fit one address: Cloudflare would send both values in one. What is to be asked
    for anew is so by default there.
    """
    yield "# Gemaakt door Fichebak, voor Netlify en Cloudflare Pages."
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in PUBLIC.items())
    for folder in KEPT_FOLDERS:
        yield f"/{folder}/*"
        yield f"  Cache-Control: {KEPT}"
    for name, kind in NAMED.items():
        for place in _PLACES[name]:
            yield place
            yield f"  Content-Type: {kind}"
    yield "/data/dcat.jsonld"
    yield f"  Content-Type: {TYPES['.jsonld']}"


def _for_apache(base_url: str) -> Iterator[str]:
    """Yield the lines of .htaccess; they ask no more than AllowOverride FileInfo, and no module that must be there."""
    folder = quote(unquote(urlsplit(base_url).path.rstrip("/")))
    as_asked = re.sub("%..", ".", re.escape(folder))  # Apache looks at the address decoded, byte by byte
    yield "# Gemaakt door Fichebak, voor Apache 2.4."
    yield f"ErrorDocument 404 {folder}/404.html"
    yield "<IfModule mod_mime.c>"
    yield from (f'  AddType "{kind}" {ending}' for ending, kind in TYPES.items())
    yield "</IfModule>"
    for name, kind in NAMED.items():
        yield f'<Files "{name}">'
        yield f"  ForceType {kind}"
        yield "</Files>"
    yield "<IfModule mod_headers.c>"
    yield from (f'  Header always set {name} "{value}"' for name, value in PUBLIC.items())
    yield "  # Alleen als deze host voorgoed https heeft:"
    yield f'  # Header always set {HTTPS_ONLY[0]} "{HTTPS_ONLY[1]}"'
    yield "  <IfModule mod_setenvif.c>"
    yield f'    SetEnvIf Request_URI "^{as_asked}/({"|".join(KEPT_FOLDERS)})/" fichebak_vast'
    yield f'    Header always set Cache-Control "{KEPT}" env=fichebak_vast'
    yield f'    Header always set Cache-Control "{FRESH}" env=!fichebak_vast'
    yield "  </IfModule>"
    yield "</IfModule>"
    yield "<IfModule mod_filter.c>"
    yield "  <IfModule mod_deflate.c>"  # without it the line below is an error, and every page a 500
    yield f"    AddOutputFilterByType DEFLATE text/html {' '.join(_PACKED)}"
    yield "  </IfModule>"
    yield "</IfModule>"


def nginx() -> str:
    """Return docs/nginx.conf: a sample for nginx that serves a site at the root of a host."""
    return "".join(f"{line}\n" for line in _for_nginx())


def _for_nginx() -> Iterator[str]:
    yield "# Een voorbeeld voor nginx, gemaakt door Fichebak: fichebak-site is de inhoud van de map site/."
    yield "# Zet het in /etc/nginx/conf.d/, en verander server_name, root en wat u van https wilt."
    yield "map $uri $fichebak_cache {"
    yield f'    default "{FRESH}";'
    yield f'    "~^/({"|".join(KEPT_FOLDERS)})/" "{KEPT}";'
    yield "}"
    yield ""
    yield "server {"
    yield "    listen 80;"
    yield "    server_name voorbeeld.be;"
    yield "    root /var/www/fichebak-site;"
    yield "    index index.html;"
    yield "    absolute_redirect off;"
    yield "    error_page 404 /404.html;"
    yield ""
    yield "    # nginx neemt dit alleen over in een location die zelf geen add_header heeft."
    yield from (f'    add_header {name} "{value}" always;' for name, value in PUBLIC.items())
    yield "    add_header Cache-Control $fichebak_cache always;"
    yield "    # Alleen op een server met https, en als die host dat voorgoed heeft:"
    yield f'    # add_header {HTTPS_ONLY[0]} "{HTTPS_ONLY[1]}" always;'
    yield ""
    yield "    types {"
    yield from (f"        {kind.removesuffix(_UTF_8)} {ending[1:]};" for ending, kind in TYPES.items())
    yield "    }"
    yield f"    default_type {OTHER};"
    yield "    charset utf-8;"
    texts = [kind.removesuffix(_UTF_8) for kind in TYPES.values() if kind.endswith(_UTF_8)]
    yield f"    charset_types {' '.join(each for each in texts if each != 'text/html')};"  # html is always one
    for name, kind in NAMED.items():
        yield f"    location ~ /{re.escape(name)}$ {{"
        yield "        types { }"
        yield f"        default_type {kind};"
        yield "    }"
    yield ""
    yield "    gzip on;"
    yield f"    gzip_types {' '.join(_PACKED)};"
    yield "}"
