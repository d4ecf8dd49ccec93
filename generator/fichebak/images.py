"""Images of the catalogue: whether they can be shown, and made ready for paper. The only user of Pillow.

The head of a file tells its size but not whether it can be decoded, and Typst stops on a PNG or WebP that cannot. It
also keeps those whole: a photo of half a megabyte as WebP takes three in every PDF. So Pillow decodes each image when
it is checked, and the guide gets one that Pillow made: small and upright. Neither the guide nor the site gets what a
telephone noted in the file: where, when and by whom.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from PIL.ExifTags import Base

from fichebak import image_file
from fichebak.problems import Place, Problem, problem

PIXELS_AT_MOST = 16_000_000
BYTES_AT_MOST = 5_000_000
ON_PAPER = (1600, 1600)  # as many pixels as a column of text holds at 300 an inch
QUALITY = 85
OF_FRAMES = (b"acTL", b"ANMF")  # what a PNG and a WebP that move have in them


def wrong(file: str, data: bytes) -> Problem | None:
    """Return what is wrong with image *file*, which holds *data*; None when a browser and the guide can show it."""
    place = Place(file)
    if len(data) > BYTES_AT_MOST:
        return problem("F095", place, maat=f"{len(data) / 1e6:.1f} MB".replace(".", ","), hoogstens="5 MB")
    try:
        with _opened(data) as image:
            width, height = image.size
            if width * height > PIXELS_AT_MOST:
                return problem("F095", place, maat=f"{width} × {height} pixels", hoogstens="16 miljoen pixels")
            _decode(image)
        if any(part in data for part in OF_FRAMES):  # only the first is decoded: of the others, too little may be left
            with _opened(for_site(data)) as image:
                _decode(image)
    except Image.DecompressionBombError:
        return problem("F095", place, maat="meer dan 100 miljoen pixels", hoogstens="16 miljoen pixels")
    except UnidentifiedImageError:
        return problem("F094", place, reden="het is geen png, jpg of webp")
    except Exception:  # a decoder fails in as many ways as a file can be broken
        return problem("F094", place, reden="het bestand is beschadigd of niet volledig")
    return None


def _decode(image: Image.Image) -> None:
    image.draft("RGB", ON_PAPER)
    image.load()


def for_paper(data: bytes) -> bytes:
    """Return the image that *data* is, for the guide: as JPEG or as PNG, whichever is smaller.

    It is made from what the site shows: so they agree on which way is up, and Pillow meets no broken notes.
    """
    with _opened(for_site(data)) as opened:
        opened.draft("RGB", ON_PAPER)
        profile = opened.info.pop("icc_profile", b"")
        image = ImageOps.exif_transpose(opened)
    image = image if image.mode == "CMYK" else _flat(image)
    image.thumbnail(ON_PAPER)
    image = _flat(_in_srgb(image, profile))
    return min((_saved(image, "JPEG", quality=QUALITY), _saved(image, "PNG")), key=len)


def for_site(data: bytes) -> bytes:
    """Return the image that *data* is, pixel for pixel, with its colours and which way is up and nothing else."""
    turned = _turned(data)
    if turned is None:
        return image_file.bare(data, b"")
    notes = Image.Exif()
    notes[Base.Orientation] = turned
    return image_file.bare(data, notes.tobytes().removeprefix(b"Exif\0\0"))


def _turned(data: bytes) -> int | None:
    """Return how the image was turned, 2 to 8; None when it stands, or when that cannot be read.

    Exif before the pixels counts, as in a browser: not XMP, which programs forget when they turn an image.
    """
    notes = Image.Exif()
    with _opened(data) as image, suppress(Exception):  # notes are broken in as many ways as a file can be
        notes.load(image.info.get("exif", b""))
        noted = notes.get(Base.Orientation)
        return next((turn for turn in range(2, 9) if turn == noted), None)
    return None


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow warns of is looked at here
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
            yield image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return *image* with the colours of *profile* as those of a file without one; as it is when that cannot be done.

    Telephones and printers have colours of their own, and a guide has images of all of them.
    """
    if not profile:
        return image
    with suppress(ImageCms.PyCMSError, OSError):
        own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        image = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB") or image
        image.info.pop("icc_profile", None)  # of sRGB, and made at this moment
    return image


def _flat(image: Image.Image) -> Image.Image:
    """Return *image* in plain colours or greys: what shows through is paper."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        image = paper
    return image if image.mode == "L" else image.convert("RGB")


def _saved(image: Image.Image, form: str, **options: int) -> bytes:
    saved = BytesIO()
    image.save(saved, form, **options)
    return saved.getvalue()
