"""The parts of which a file of an image is made: those that show something stay, byte for byte, the others go.

Pillow can only write an image anew, which takes long and costs a photo some of its sharpness. So the parts are looked
at here, and kept by name: what nobody thought of, also behind the end of the image, is left out. A file is taken as one
that Pillow could decode. Sources: JPEG, ITU-T T.81 annex B; PNG, W3C; WebP, RFC 9649.
"""

import re
from collections.abc import Iterator, Set
from zlib import crc32

_PNG = b"\x89PNG\r\n\x1a\n"
_OF_PNG = frozenset(
    b"IHDR PLTE IDAT tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT".split()
)  # fmt: skip
_OF_FRAME = frozenset((b"VP8 ", b"VP8L", b"ALPH"))
_OF_WEBP = _OF_FRAME | {b"VP8X", b"ANIM", b"ANMF", b"ICCP"}
_NOTES_OF_WEBP, _EXIF_OF_WEBP = 0b1100, 0b1000  # in VP8X: that there are EXIF and XMP
_FRAME = 16  # bytes of ANMF that say where a frame goes, before the chunks it is made of

_END, _SCAN, _JFIF, _EXIF, _ICC, _ADOBE = 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
_OF_JPEG = frozenset((*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD))
_IF_IT_BEGINS = {_JFIF: b"JFIF\0", _ICC: b"ICC_PROFILE\0", _ADOBE: b"Adobe"}
_JFIF_WHOLE, _ADOBE_WHOLE = 14, 12  # bytes: what is shorter counts for nothing, what is more shows nothing
_NEXT_MARKER = re.compile(rb"\xff[\xc0-\xcf\xd8-\xfe]")  # decoders read on over a lower one: a damaged pixel


def bare(data: bytes, turn: bytes) -> bytes:
    """Return the PNG, JPEG or WebP *data* without anything that is not to be seen.

    *turn* is Exif (as TIFF, from its byte order on) that says which way is up, or nothing; it takes the place of what
    the file noted.
    """
    if data.startswith(_PNG):
        return _png(data, turn)
    return _webp(data, turn) if data.startswith(b"RIFF") else _jpeg(data, turn)


def _png(data: bytes, turn: bytes) -> bytes:
    out, at, kind = [_PNG], len(_PNG), b""
    while at < len(data) and kind != b"IEND":
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in _OF_PNG:
            out.append(data[at : at + size + 12])
        if kind == b"IHDR" and turn:
            out.append(_png_chunk(b"eXIf", turn))
        at += size + 12
    return b"".join((*out, _png_chunk(b"IEND", b"")))


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + crc32(kind + content).to_bytes(4)


def _webp(data: bytes, turn: bytes) -> bytes:
    end = 8 + int.from_bytes(data[4:8], "little")
    shown = (_webp_chunk(kind, _shown(kind, content, turn)) for kind, content in _chunks(data[12:end], _OF_WEBP))
    noted = _webp_chunk(b"EXIF", turn) if turn else b""
    return _webp_chunk(b"RIFF", b"".join((b"WEBP", *shown, noted)))


def _shown(kind: bytes, content: bytes, turn: bytes) -> bytes:
    """Return the *content* of a chunk of a WebP: the first says what others there are, and a frame has its own."""
    if kind == b"VP8X" and content:
        return bytes([content[0] & ~_NOTES_OF_WEBP | (_EXIF_OF_WEBP if turn else 0)]) + content[1:]
    if kind == b"ANMF":
        return content[:_FRAME] + b"".join(_webp_chunk(*each) for each in _chunks(content[_FRAME:], _OF_FRAME))
    return content


def _chunks(data: bytes, kinds: Set[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a WebP, or of a frame of one, that are of *kinds*: each its kind and its content."""
    at = 0
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in kinds:
            yield kind, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _webp_chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)


def _jpeg(data: bytes, turn: bytes) -> bytes:
    start, end = data[:2], bytes((0xFF, _END))
    noted = _segment(_EXIF, b"Exif\0\0" + turn) if turn else b""
    return b"".join((start, noted, *_segments(data), end))


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG that show something, up to its end; each scan with its pixels."""
    at = 2
    while (found := _NEXT_MARKER.search(data, at)) and (marker := data[found.end() - 1]) != _END:
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2])
        if marker == _SCAN:
            after = _NEXT_MARKER.search(data, at)
            at = after.start() if after else len(data)
        content = data[found.end() + 2 : at]
        if marker in _OF_JPEG:
            yield data[found.start() : at]
        elif marker in _IF_IT_BEGINS and content.startswith(_IF_IT_BEGINS[marker]):
            yield from _told(marker, content)


def _told(marker: int, content: bytes) -> Iterator[bytes]:
    """Yield the segment that tells of the colours, without what programs may have put behind it."""
    if marker == _JFIF and len(content) >= _JFIF_WHOLE:
        yield _segment(marker, content[: _JFIF_WHOLE - 2] + bytes(2))  # the small image is 0 by 0
    elif marker == _ADOBE and len(content) >= _ADOBE_WHOLE:
        yield _segment(marker, content[:_ADOBE_WHOLE])
    elif marker == _ICC:
        yield _segment(marker, content)


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content
