"""Images: what can be shown passes, what cannot is a problem with its file, and what passes can be printed."""

import random
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageDraw
from small_catalogue import png

from fichebak.images import BYTES_AT_MOST, ON_PAPER, for_paper, wrong


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
def test_what_is_taken_can_be_printed_however_broken(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD[kind])
    for _ in range(chance.randrange(1, 5)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if wrong("a.png", bytes(data)) is None:
        with Image.open(BytesIO(for_paper(bytes(data)))) as image:
            image.load()


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
