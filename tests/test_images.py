"""Images: what can be shown passes, what cannot is a problem with its file, and what passes can be printed."""

import random
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageOps, ImageSequence
from PIL.PngImagePlugin import PngInfo
from small_catalogue import png

from fichebak.images import BYTES_AT_MOST, ON_PAPER, for_paper, for_site, wrong


def drawn(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    return image.convert(mode)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    data = BytesIO()
    image.save(data, form, **options)
    return data.getvalue()


def turned() -> bytes:
    """Return a photo as a telephone makes it: lying, with a note that it stands, and where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    return saved(drawn(), "JPEG", exif=exif)


GOOD = {
    "PNG": saved(drawn(), "PNG"),
    "PNG of greys": png(60, 40),
    "PNG of 256 colours": saved(drawn("P"), "PNG"),
    "PNG that shows through": saved(drawn("RGBA"), "PNG"),
    "PNG of greys that shows through": saved(drawn("LA"), "PNG"),
    "PNG in black and white": saved(drawn("1"), "PNG"),
    "PNG of 65,536 greys": saved(Image.new("I;16", (60, 40), 40_000), "PNG"),
    "PNG that moves": saved(drawn(), "PNG", save_all=True, append_images=[drawn("L").convert("RGB")]),
    "JPEG": saved(drawn(), "JPEG"),
    "JPEG in passes": saved(drawn(), "JPEG", progressive=True),
    "JPEG for a printer": saved(drawn("CMYK"), "JPEG"),
    "JPEG of a telephone": turned(),
    "WebP": saved(drawn(), "WEBP"),
    "WebP without loss": saved(drawn("RGBA"), "WEBP", lossless=True),
    "WebP that moves": saved(drawn(), "WEBP", save_all=True, append_images=[drawn("L").convert("RGB")]),
}
good = pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)


@good
def test_it_can_be_shown_and_printed(data: bytes) -> None:
    assert wrong("a.png", data) is None
    with Image.open(BytesIO(for_paper(data))) as image:
        assert image.format in {"PNG", "JPEG"}
        assert image.mode in {"RGB", "L"}
        assert not image.getexif()


@good
def test_the_same_image_gives_the_same_bytes(data: bytes) -> None:
    assert for_paper(data) == for_paper(data)


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        pytest.param(b"", "F094", "geen png, jpg of webp", id="nothing"),
        pytest.param(b"<svg/>", "F094", "geen png, jpg of webp", id="a drawing as text"),
        pytest.param(saved(drawn(), "GIF"), "F094", "geen png, jpg of webp", id="another kind"),
        pytest.param(GOOD["PNG"][:8], "F094", "geen png, jpg of webp", id="only the first bytes"),
        pytest.param(GOOD["PNG"][:-60], "F094", "beschadigd", id="half a PNG"),
        pytest.param(GOOD["JPEG"][:-20], "F094", "beschadigd", id="half a JPEG"),
        pytest.param(GOOD["WebP"][:-20], "F094", "beschadigd", id="half a WebP"),
        pytest.param(png(4001, 4000), "F095", "4001 × 4000 pixels", id="too many pixels"),
        pytest.param(png(16_000, 20_000), "F095", "meer dan 100 miljoen pixels", id="far too many pixels"),
        pytest.param(bytes(BYTES_AT_MOST + 100_000), "F095", "5,1 MB", id="too many bytes"),
    ],
)
def test_it_cannot(data: bytes, code: str, said: str) -> None:
    found = wrong("content/afbeeldingen/a.png", data)
    assert found is not None
    assert (found.code, found.place.file) == (code, "content/afbeeldingen/a.png")
    assert said in found.message


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("kind", ["PNG", "PNG of 256 colours", "JPEG in passes", "WebP", "WebP without loss"])
def test_what_is_taken_can_be_shown_and_printed_however_broken(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD[kind])
    for _ in range(chance.randrange(1, 5)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if wrong("a.png", bytes(data)) is None:
        with Image.open(BytesIO(for_paper(bytes(data)))) as image:
            image.load()
        assert wrong("a.png", for_site(bytes(data))) is None


def test_a_photo_stands_on_paper_as_it_does_on_a_screen() -> None:
    with Image.open(BytesIO(for_paper(turned()))) as image:
        assert image.size == (40, 60)


def test_a_large_image_is_made_small_and_keeps_its_shape() -> None:
    with Image.open(BytesIO(for_paper(png(4000, 3000)))) as image:
        assert image.size == (ON_PAPER[0], 1200)


def test_what_shows_through_is_paper() -> None:
    with Image.open(BytesIO(for_paper(saved(Image.new("RGBA", (9, 9), (255, 0, 0, 0)), "PNG")))) as image:
        assert image.getpixel((4, 4)) == (255, 255, 255)


def test_a_photo_is_kept_as_jpeg_and_a_drawing_as_png() -> None:
    photo = saved(Image.effect_noise((300, 200), 60).convert("RGB"), "WEBP", lossless=True)
    assert for_paper(photo).startswith(b"\xff\xd8")
    assert for_paper(GOOD["PNG"]).startswith(b"\x89PNG")


SECRET = b"Wie Nam Dit"
BEHIND = b"\xff\xd8 een filmpje van " + SECRET


def noted(direction: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = direction, SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    return exif


def words() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    info.add(b"prIv", SECRET)
    return info


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def with_segments(data: bytes) -> bytes:
    """Return the JPEG *data* with what programs put between its segments, a small image of how it was among it."""
    small = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1" + bytes((len(SECRET), 1)) + SECRET * 3)
    kinds = (b"JFXX\0", b"ICC_PROFIEL", b"Photoshop 3.0\0", b"Adobe\0d\0\0\0\0\1")
    others = [segment(marker, kind + SECRET) for marker in range(0xE0, 0xF0) for kind in kinds]
    return data[:2] + small + b"".join(others) + segment(0xFE, SECRET) + b"\xff\xff" + data[20:]


def chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)


def with_chunk_in_frames(data: bytes, more: bytes = b"") -> bytes:
    """Return the WebP *data* with *more* and a chunk that nobody knows at the end of each frame, where they may be."""
    more += chunk(b"NOTE", SECRET)
    out, at = b"", 12
    while at < len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        out += chunk(kind, data[at + 8 : at + 8 + size] + (more if kind == b"ANMF" else b""))
        at += 8 + size + size % 2
    return chunk(b"RIFF", b"WEBP" + out)


TURNS = range(1, 9)
TOLD = {
    **{f"JPEG turned by {n}": saved(drawn(), "JPEG", exif=noted(n), xmp=SECRET, comment=SECRET) for n in TURNS},
    **{f"PNG turned by {n}": saved(drawn(), "PNG", exif=noted(n), pnginfo=words()) for n in TURNS},
    **{f"WebP turned by {n}": saved(drawn(), "WEBP", exif=noted(n), xmp=SECRET) for n in TURNS},
    "JPEG of many programs": with_segments(saved(drawn(), "JPEG")),
    "JPEG in passes": with_segments(saved(drawn(), "JPEG", progressive=True, restart_marker_blocks=1)),
    "JPEG for a printer": saved(drawn("CMYK"), "JPEG", exif=noted(), comment=SECRET),
    "WebP that moves": saved(drawn(), "WEBP", save_all=True, append_images=[drawn().rotate(90)], exif=noted(3)),
    "WebP with notes in its frames": with_chunk_in_frames(GOOD["WebP that moves"]),
    "PNG that moves": saved(drawn(), "PNG", save_all=True, append_images=[drawn().rotate(90)], pnginfo=words()),
    "PNG with notes in its end": GOOD["PNG"][:-12] + len(SECRET).to_bytes(4) + b"IEND" + SECRET + bytes(4),
}


def frames(data: bytes) -> list[Image.Image]:
    """Return each image in *data* as a browser shows it: upright."""
    with Image.open(BytesIO(data)) as image:
        return [ImageOps.exif_transpose(frame.convert("RGBA")) for frame in ImageSequence.Iterator(image)]


def exif_of(data: bytes) -> Image.Exif:
    with Image.open(BytesIO(data)) as image:
        return image.getexif()


@pytest.mark.parametrize("data", [*TOLD.values(), *GOOD.values()], ids=[*TOLD, *GOOD])
def test_the_site_shows_the_same_pixels_and_nothing_that_was_noted(data: bytes) -> None:
    assert data not in TOLD.values() or SECRET in data
    made = for_site(data + BEHIND)
    assert SECRET not in made
    before, after = frames(data), frames(made)
    assert [each.size for each in after] == [each.size for each in before]
    assert not any(ImageChops.difference(*pair).getbbox(alpha_only=False) for pair in zip(before, after, strict=True))
    with Image.open(BytesIO(made)) as image:
        image.load()
        assert {*image.getexif()} <= {0x0112}
        assert ("exif" in image.info) is (exif_of(data).get(0x0112, 1) > 1), "what stands tells nothing"
        assert not {"xmp", "comment", "Author", "XML:com.adobe.xmp", "photoshop"} & image.info.keys()
    assert for_site(made) == made


def test_the_guide_has_nothing_that_was_noted() -> None:
    photo = Image.effect_noise((300, 200), 60).convert("RGB")
    made = for_paper(saved(photo, "JPEG", exif=noted(), xmp=SECRET, comment=SECRET))
    assert made.startswith(b"\xff\xd8")
    assert SECRET not in made


def tiff(kind: int, value: bytes) -> bytes:
    """Return Exif that tells the direction as a value of *kind*, which is not the kind it should be."""
    return b"II*\0\x08\0\0\0\x01\0\x12\x01" + kind.to_bytes(2, "little") + b"\1\0\0\0" + value + bytes(4)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("notes", "size"),
    [
        pytest.param(b"what no program reads", (60, 40), id="no notes at all"),
        pytest.param(b"II*\0", (60, 40), id="cut off"),
        pytest.param(tiff(11, b"\0\0\xc0\x40"), (40, 60), id="the direction is 6.0"),
    ],
)
def test_broken_notes_stop_neither_the_site_nor_the_guide(form: str, notes: bytes, size: tuple[int, int]) -> None:
    data = saved(drawn(), form, exif=b"Exif\0\0" + notes)
    assert wrong("a.jpg", data) is None
    assert [frame.size for frame in frames(for_site(data))] == [size]
    with Image.open(BytesIO(for_paper(data))) as image:
        assert image.size == size


def test_frames_in_frames_however_deep_are_left_out() -> None:
    deep = b""
    for _ in range(5000):
        deep = chunk(b"ANMF", bytes(16) + deep)
    data = with_chunk_in_frames(GOOD["WebP that moves"], deep)
    assert wrong("a.webp", data) is None
    assert for_site(data) == for_site(GOOD["WebP that moves"])


def test_an_image_of_which_too_little_is_left_for_the_site_is_a_problem() -> None:
    """Of an image that moves, Pillow decodes the first frame only: another may have no image at all."""
    data = GOOD["WebP that moves"]
    last = data.rindex(b"VP8 ")
    found = wrong("a.webp", data[:last] + b"none" + data[last + 4 :])
    assert found
    assert (found.code, "beschadigd" in found.message) == ("F094", True)


def test_only_what_a_browser_reads_turns_an_image() -> None:
    """A program that turns a photo may forget that XMP still says it lies."""
    xmp = b'<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    for form in ("JPEG", "WEBP"):
        data = saved(drawn(), form, xmp=xmp)
        assert frames(for_site(data))[0].size == (60, 40)
        with Image.open(BytesIO(for_paper(data))) as image:
            assert image.size == (60, 40)


def test_what_is_damaged_in_a_photo_shows_as_it_did() -> None:
    """A decoder reads on at the next restart: a sign that is no marker in between ends nothing."""
    data = bytearray(saved(drawn(), "JPEG", restart_marker_blocks=1))
    restart = data.index(b"\xff\xd2")
    data[restart - 2 : restart] = b"\xff\x01"
    assert wrong("a.jpg", bytes(data)) is None
    before, after = frames(bytes(data)), frames(for_site(bytes(data)))
    assert not ImageChops.difference(before[0], after[0]).getbbox(alpha_only=False)


def test_the_site_keeps_the_colours_a_photo_was_made_in() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for form in ("JPEG", "PNG", "WEBP"):
        with Image.open(BytesIO(for_site(saved(drawn(), form, icc_profile=profile, exif=noted())))) as image:
            assert image.info["icc_profile"] == profile


def red_is_blue() -> bytes:
    """Return a profile in which what is red by its numbers is seen as blue."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    table = range(132, 132 + 12 * data[131], 12)
    tags = {bytes(data[at : at + 4]): int.from_bytes(data[at + 4 : at + 8]) for at in table}
    red, blue = (slice(tags[name], tags[name] + 20) for name in (b"rXYZ", b"bXYZ"))
    data[red], data[blue] = data[blue], data[red]
    return bytes(data)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_on_paper_a_colour_is_the_one_that_was_meant(form: str, mode: str) -> None:
    image = drawn(mode if form == "PNG" else "RGB")
    with Image.open(BytesIO(for_paper(saved(image, form, icc_profile=red_is_blue(), quality=100)))) as made:
        red, green, blue = made.convert("RGB").resize((1, 1), box=(2, 2, 12, 12)).getpixel((0, 0))
        assert red < 20, "it would be 254"
        assert green < 20
        assert blue > 235
        assert "icc_profile" not in made.info


@pytest.mark.parametrize("profile", [b"no profile", red_is_blue()[:300]], ids=["of nothing", "cut off"])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_profile_that_cannot_be_used_stops_nothing(profile: bytes, mode: str) -> None:
    data = saved(drawn(mode), "JPEG", icc_profile=profile)
    assert wrong("a.jpg", data) is None
    assert for_paper(data) == for_paper(saved(drawn(mode), "JPEG"))


def test_the_second_image_in_a_photo_goes() -> None:
    """Telephones put one behind the photo: larger, unfocused or of another moment."""
    with Image.open(BytesIO(for_site(saved(drawn(), "MPO", save_all=True, append_images=[drawn()])))) as image:
        assert image.format == "JPEG"
    assert for_site(saved(drawn(), "MPO", save_all=True, append_images=[drawn()])) == for_site(saved(drawn(), "MPO"))
