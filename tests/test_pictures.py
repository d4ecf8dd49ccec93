"""The pictures that are shown where a page is shared: what they are made from, and how they look, pixel by pixel."""

import io

import pytest
from PIL import Image
from small_catalogue import CHECKOUT, PICTURES, SETTING, WITH_ADDRESS, good, minimal, only, small

from fichebak import book
from fichebak.build import desk
from fichebak.config import Root
from fichebak.guide import Press
from fichebak.printed import Data

THEME = (CHECKOUT / "themes" / "default",)
ADDRESS = "base_url: https://voorbeeld.be/\n"
PAPER, BOARD, INK = (254, 253, 250), (222, 217, 206), (27, 26, 23)
CARD = (112, 118, 1088, 526)  # where words may stand: left, top, right, and the front of the box below


def pictures(root: Root) -> dict[str, Data]:
    return dict(book.pictures(desk(root, good(root), SETTING)))


def drawn(*asked: Data) -> list[Image.Image]:
    images = [Image.open(io.BytesIO(png)) for png in Press(THEME).draw_all(asked)]
    assert [image.size for image in images] == [(1200, 630)] * len(asked)
    return [image.convert("RGB") for image in images]


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 4


def ink(image: Image.Image, left: int, top: int, right: int, bottom: int) -> int:
    """Return how many pixels in this part of *image* are dark."""
    return sum(image.crop((left, top, right, bottom)).convert("L").histogram()[:100])


def test_a_picture_shows_what_the_card_shows(tmp_path):
    found = pictures(small(tmp_path, WITH_ADDRESS))
    assert sorted(found) == sorted(PICTURES)
    french = found["praktijken/table-de-conversation/table-de-conversation.png"]
    assert french["titel"] == "Une table de conversation à Liège"
    assert (french["waar"], french["taal"], french["catalogus"]) == ("Luik", "fr", "Proefbak")
    assert french["tab"]["label"] == "Taal & ontmoeting"
    box = found["catalogus.png"]
    assert (box["zin"], box["telling"]) == ("Praktijken om mee te proeven", "4\u00a0fiches, 3\u00a0gemeenten")
    assert [(each["label"], each["aantal"]) for each in box["vakken"]] == [
        ("Onthaal", 3), ("Taal & ontmoeting", 3), ("Werk", 0),
    ]  # fmt: skip


def test_without_an_address_there_are_no_pictures(tmp_path):
    assert pictures(small(tmp_path)) == {}


@pytest.mark.slow
def test_a_picture_has_the_tab_of_its_domain_at_its_place(tmp_path):
    found = pictures(small(tmp_path, WITH_ADDRESS))
    files = Press(THEME).draw_all(tuple(found.values()))
    last = Press(THEME).draw_all([*found.values()][-1:])
    assert files[-1:] == last  # the same bytes, whatever is drawn beside it
    assert max(map(len, files)) < 50_000
    images = {path: Image.open(io.BytesIO(png)) for path, png in zip(found, files, strict=True)}
    assert {(image.mode, image.size) for image in images.values()} == {("P", (1200, 630))}
    images = {path: image.convert("RGB") for path, image in images.items()}
    for path, left in (("twee-toeleiders-een-loket", 70), ("taalbad-in-borsbeek", 600)):
        image, told = images[f"praktijken/{path}/{path}.png"], found[f"praktijken/{path}/{path}.png"]
        tab = tuple(bytes.fromhex(told["tab"]["kleur"]["tab"][1:]))
        assert near(image.getpixel((left, 52)), tab)
        assert not near(image.getpixel((1130 if left < 100 else 70, 52)), tab)
        assert near(image.getpixel((1130, 108)), tab)  # its edge, over the whole card
        assert near(image.getpixel((1130, 520)), PAPER)
        assert near(image.getpixel((1190, 600)), BOARD)
        assert ink(image, *CARD) > 5_000  # a title that is read in the size of a stamp
        assert ink(image, 130, 540, 600, 620) > 300  # the name of the catalogue


LONG = "Ninove, Zottegem, Herzele, Erpe-Mere en Brakel: één beleid voor onthaal en integratie via een lange ketenaanpa"


@pytest.mark.slow
@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(
            [LONG, "W" * 110, "Wijkgezondheidscentrumcoördinatievergaderingen " * 2, "Kort!", "m " * 54 + "m"],
            id="long and short",
        ),
        pytest.param(
            ['#import "x": * $a$ <b>', r"\u{41} \" #{ ] ) _a_ *b*", "مرحبا بكم في المدينة", "Feest \U0001f600 \u4e2d!"],
            id="markup is text",
        ),
    ],
)
def test_every_title_fits_on_its_card(tmp_path, titles):
    assert all(5 <= len(title) <= 110 for title in titles)
    found = pictures(small(tmp_path, WITH_ADDRESS))
    frame = found["praktijken/twee-toeleiders-een-loket/twee-toeleiders-een-loket.png"]
    asked = [{**frame, "titel": title, "waar": waar} for title in titles for waar in ("", "Gent", f"{LONG} {LONG}")]
    left, top, right, bottom = CARD
    for picture, image in zip(asked, drawn(*asked), strict=True):
        told = f"{picture['titel']!r} in {picture['waar'][:6]!r}"
        assert ink(image, *CARD) > 400, told
        assert ink(image, right + 1, top, 1134, bottom) == 0, f"{told}: out of the card on the right"
        assert ink(image, left, bottom - 14, right, bottom + 6) == 0, f"{told}: out of the card below"
        assert ink(image, 66, top, left - 6, bottom) == 0, f"{told}: out of the card on the left"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "domains"),
    [
        pytest.param("titel: Een bak\n", 0, id="empty"),
        pytest.param(f"titel: {'Lange naam ' * 15}\nondertitel: {'Een zin. ' * 60}\n", 3, id="a long name"),
        pytest.param("titel: Een bak\nondertitel: Klein\n", 30, id="thirty domains"),
    ],
)
def test_any_catalogue_has_a_picture(tmp_path, settings, domains):
    files = {f"content/domains/d{n}.md": f"---\nlabel: Domein {n}\nvolgorde: {n}\n---\n" for n in range(1, domains + 1)}
    (tmp_path / "content").mkdir()
    root = small(tmp_path, {"content/catalogue.yaml": settings + ADDRESS, **files})
    (image,) = drawn(*pictures(root).values())
    assert ink(image, 64, 40, 1136, 300) > 1_000
    assert ink(image, 1138, 0, 1200, 630) == 0
    assert near(image.getpixel((1190, 600)), BOARD)


def test_a_long_word_is_no_trouble_for_the_data(tmp_path):
    root = only(tmp_path, minimal("laatst_nagekeken: 2026").replace("Een gewone fiche", "W" * 110))
    small(tmp_path, {"content/catalogue.yaml": ADDRESS})
    assert pictures(root)["praktijken/een/een.png"]["titel"] == "W" * 110
