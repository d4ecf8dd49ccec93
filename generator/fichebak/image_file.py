"""The parts of which a file of an image is made: those that show something stay, byte for byte, the others go.

Pillow can only write an image anew, which takes long and costs a photo some of its sharpness. So the parts are looked
at here, and kept by name: what nobody thought of, also behind the end of the image, is left out. A file is taken as one
that Pillow could decode. Sources: JPEG, ITU-T T.81 annex B; PNG, W3C; WebP, RFC 9649.
"""

import re
from collections.abc import Iterator
from zlib import crc32

_PNG = b"\x89PNG\r\n\x1a\n"
_OF_PNG = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)  # fmt: skip
_OF_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_NOTES_OF_WEBP = 0b1100  # in VP8X: that there are EXIF and XMP

_END, _SCAN, _JFIF, _EXIF = 0xD9, 0xDA, 0xE0, 0xE1
_OF_JPEG = frozenset((*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD))
_IF_IT_BEGINS = {_JFIF: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_NEXT_MARKER = re.compile(rb"\xff[^\0\xd0-\xd7\xff]")


def bare(data: bytes, turn: bytes) -> bytes:
    """Return the PNG, JPEG or WebP *data* without anything that is not to be seen.

    *turn* is Exif (as TIFF, from its byte order on) that says which way is up, or nothing; it takes the place of what
    the file noted.
    """
    if data.startswith(_PNG):
        return _png(data, turn)
    return _webp(data, turn) if data.startswith(b"RIFF") else _jpeg(data, turn)


def _png(data: bytes, turn: bytes) -> bytes:
    out, at = [_PNG], len(_PNG)
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in _OF_PNG:
            out.append(data[at : at + size + 12])
        if kind == b"IHDR" and turn:
            out.append(len(turn).to_bytes(4) + b"eXIf" + turn + crc32(b"eXIf" + turn).to_bytes(4))
        if kind == b"IEND":
            break
        at += size + 12
    return b"".join(out)


def _webp(data: bytes, turn: bytes) -> bytes:
    out, at, end = [], 12, 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= min(end, len(data)):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = data[at : at + 8 + size + size % 2]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_NOTES_OF_WEBP | (0b1000 if turn else 0)]) + chunk[9:]
        if kind in _OF_WEBP:
            out.append(chunk)
        at += len(chunk)
    if turn:
        out.append(b"EXIF" + len(turn).to_bytes(4, "little") + turn + bytes(len(turn) % 2))
    body = b"WEBP" + b"".join(out)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


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
        if marker == _JFIF and content.startswith(_IF_IT_BEGINS[_JFIF]):
            yield _segment(_JFIF, content[:12] + bytes(2))  # without the small image that may stand in it
        elif marker in _OF_JPEG or (marker in _IF_IT_BEGINS and content.startswith(_IF_IT_BEGINS[marker])):
            yield data[found.start() : at]


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content
