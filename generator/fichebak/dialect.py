"""What a forge makes of Markdown and Python-Markdown does not, as its extension; and how notes and tables come out.

Raw HTML is text. The notes of a text become a list under a heading of their own, below everything else.
"""

import re
import string
import xml.etree.ElementTree as etree
from collections import Counter

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

from fichebak.forge import DEFINITION, NOTHING
from fichebak.values import MAIL_ADDRESS, WEB_ADDRESS

NOTES = "Noten"
ALIGNED = {"center": "midden", "right": "rechts"}  # how a column is aligned -> the class of its cells
TASKS = {" ": ("☐", "nog te doen"), "x": ("☑", "gedaan")}  # what stands between the brackets -> a sign and its name

_STRUCK = r"(?<!~)(~~?)(?![~\s])(.+?)(?<![~\s])\1(?!~)"
_BARE = r"(?<![\w@/.:-])(?:https?://|www\.)[^\s<>\x02\x03]+|(?<![\w@/.:+-])[\w.+-]+@[\w.-]+"
_ENDS = "?!.,:;*_~'\"’”»"
_TASK = re.compile(r"\s*\[([ xX])\]\s+")


def extensions() -> list[Extension | str]:
    """Return the extensions of Python-Markdown that together read Markdown as a forge does."""
    return [TableExtension(use_align_attribute=True), "sane_lists", "fenced_code", _Notes(), _Dialect()]


class _Notes(FootnoteExtension):
    """The notes of Python-Markdown, which _notes gives their form.

    A note holds no other, which would stop Python-Markdown; no text can say where the notes go; and no id is looked for
    that is not taken, for that takes long when there are thousands.
    """

    def __init__(self) -> None:
        super().__init__(PLACE_MARKER="\x02noten\x03")  # Python-Markdown takes \x02 out of every text

    def unique_ref(self, reference: str, found: bool = False) -> str:
        return reference

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        processors = self.parser.blockprocessors
        finder = processors["footnote"]
        processors.deregister("footnote")
        try:
            return super().makeFootnotesDiv(root)
        finally:
            processors.register(finder, "footnote", 17)


class _Dialect(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.parser.blockprocessors.register(_Definitions(md.parser), "reference", 15)
        md.parser.blockprocessors.register(_Numbered(md.parser), "olist", 40)
        md.ESCAPED_CHARS = list(string.punctuation)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "hard_break", 185)
        md.inlinePatterns.register(_BareAddress(_BARE, md), "bare", 105)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 55)
        md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
        md.treeprocessors.register(_Forms(md), "forms", 12)


class _Numbered(SaneOListProcessor):
    """Lists with numbers; ten digits or more are a number in a text, as `forge` and the rules of a body have it."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^ {0,3}\d{1,9}\. +(.*)")
        self.CHILD_RE = re.compile(r"^ {0,3}((\d{1,9}\.)) +(.*)")


class _Definitions(ReferenceProcessor):
    """The addresses of links by name; what is no such line, as DEFINITION has it, stays in the text."""

    RE = re.compile(rf"^ {{0,3}}{DEFINITION}", re.M)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        found = self.RE.search(blocks[0])
        if not found:
            return False
        block = blocks.pop(0)
        address, title = found["url"].lstrip("<").rstrip(">"), found["title"] or found["other"]
        self.parser.md.references[found["label"].strip().lower()] = (address, title)
        around = (block[: found.start()].rstrip("\n"), block[found.end() :].lstrip("\n"))
        blocks[:0] = [each for each in around if each.strip()]
        return True


class _NoCodeInAddress(LinkInlineProcessor):
    """What stands in place of code is no part of an address: it would go, and all that is in it."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        href, title, end, handled = super().getLink(data, index)
        stashed = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
        inside = INLINE_PLACEHOLDER_RE.findall(re.split(r"\s[\"']", data[index:end], maxsplit=1)[0])
        return href, title, end, handled and all(isinstance(stashed.get(each, ""), str) for each in inside)


class _Link(_NoCodeInAddress):
    pass


class _Image(_NoCodeInAddress, ImageInlineProcessor):
    pass


class _BareAddress(InlineProcessor):
    """A web or mail address as it stands in a text is a link; a sign that ends the sentence is no part of it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        address = m[0].rstrip(_ENDS)
        open_ = address.count("(") - address.count(")")
        while address.endswith(")") and open_ < 0:
            address, open_ = address[:-1].rstrip(_ENDS), open_ + 1
        whole = f"https://{address}" if address.startswith("www.") else address
        if MAIL_ADDRESS.fullmatch(whole):
            whole = f"mailto:{whole}"
        elif not WEB_ADDRESS.fullmatch(whole):
            return None, None, None
        link = etree.Element("a", href=whole)
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class _Forms(Treeprocessor):
    """Gives what was read the form that the site and the guide know."""

    def run(self, root: etree.Element) -> None:
        for cell in (*root.iter("th"), *root.iter("td")):
            _cell(cell)
        for link in root.iter("a"):
            _address(link)
        for item in root.iter("li"):
            _task(item)
        for paragraph in root.iter("p"):
            _figure(paragraph)
        _without_nothing(root)
        _notes(root)


def _without_nothing(root: etree.Element) -> None:
    """Take away what only parted its neighbours."""
    for element in root.iter():
        if (element.text or "").strip() == NOTHING:
            element.text = ""
    for parent in root.iter():
        for empty in [each for each in parent if each.tag == "p" and not len(each) and not each.text]:
            parent.remove(empty)


def _cell(cell: etree.Element) -> None:
    """Let a cell say by its class how it is aligned; a bar in code has lost its backslash, as everywhere in a table."""
    align = cell.attrib.pop("align", "")
    if align in ALIGNED:
        cell.set("class", ALIGNED[align])
    for code in cell.iter("code"):
        code.text = (code.text or "").replace("\\|", "|")


def _address(link: etree.Element) -> None:
    """Let a link whose words are its address say so: on paper that does not stand beside it again."""
    words = (link.text or "") if not len(link) else ""
    if words.startswith(("http://", "https://", "www.")) and link.get("href", "").endswith(words):
        link.set("class", "adres")


def _task(item: etree.Element) -> None:
    """Make of `[ ]` at the beginning of an item the sign of something to do."""
    holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    found = _TASK.match(holder.text or "")
    if found:
        sign, name = TASKS[found[1].lower()]
        mark = etree.Element("span", {"role": "img", "aria-label": name})
        mark.text, mark.tail = sign, f" {(holder.text or '')[found.end() :]}"
        holder.text = ""
        holder.insert(0, mark)
        item.set("class", "taak")


def _figure(paragraph: etree.Element) -> None:
    """Make of an image that stands alone and has a title a figure with that title below it."""
    image = paragraph[0] if len(paragraph) == 1 and paragraph[0].tag == "img" else None
    if image is not None and "title" in image.attrib and not f"{paragraph.text or ''}{image.tail or ''}".strip():
        paragraph.tag = "figure"
        etree.SubElement(paragraph, "figcaption").text = image.attrib.pop("title")


def _notes(root: etree.Element) -> None:
    """Number the notes in the order the text refers to them, and set them below it with links there and back."""
    box = next((div for div in root.iter("div") if div.get("class") == "footnote"), None)
    if box is None:
        return
    root.remove(box)
    notes = {f"#{note.get('id')}": note for note in box.iter("li") if note.get("id")}
    numbers: dict[str, int] = {}  # by the address that Python-Markdown gave the note
    times = Counter[int]()
    for sup in root.iter("sup"):
        address = sup[0].get("href", "")
        number = numbers.setdefault(address, len(numbers) + 1)
        times[number] += 1
        sup.attrib.clear()
        sup[:] = [_link(_place(number, times[number]), "doc-noteref", f"noot {number}", str(number), f"noot-{number}")]
    if numbers:
        etree.SubElement(root, "h2").text = NOTES
        etree.SubElement(root, "ol", {"class": "noten"}).extend(
            _note(notes[address], number, times[number]) for address, number in numbers.items()
        )


def _note(note: etree.Element, number: int, times: int) -> etree.Element:
    """Return *note* with a link back to each of the *times* places that refer to it, in place of the links it had."""
    for holder in [*note.iter()]:
        for old in [each for each in holder if each.get("class") == "footnote-backref"]:
            holder.remove(old)
    note.set("id", f"noot-{number}")
    last = note[-1] if len(note) and note[-1].tag == "p" else etree.SubElement(note, "p")
    for place in range(1, times + 1):
        several = times > 1
        name = f"terug naar de tekst bij noot {number}" + (f", plaats {place}" if several else "")
        back = _link("", "doc-backlink", name, f"↑{place if several else ''}", _place(number, place))
        back.tail = " " if place < times else ""
        last.append(back)
    return note


def _place(number: int, time: int) -> str:
    """Return the id of the place where the text refers to note *number* for the *time*-th time."""
    return f"bij-noot-{number}" + (f"-{time}" if time > 1 else "")


def _link(id_: str, role: str, name: str, text: str, to: str) -> etree.Element:
    own = {"id": id_} if id_ else {}
    link = etree.Element("a", {**own, "href": f"#{to}", "role": role, "aria-label": name})
    link.text = text
    return link
