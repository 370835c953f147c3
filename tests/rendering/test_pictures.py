"""Pictures that are not what they seem: cut, animated, of many scans, or with more than pixels."""

import zlib
from collections.abc import Callable
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from PIL import Image, ImageFile, ImageOps, PngImagePlugin

from leaflet.config.limits import USUAL
from leaflet.rendering.pictures import MOST_SCANS, Refused, redraw

JFIF = {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
MANDELBROT = Image.effect_mandelbrot((160, 120), (-3, -2.5, 2, 2.5), 100)
COLOUR = Image.merge("RGB", (MANDELBROT, ImageOps.mirror(MANDELBROT), ImageOps.flip(MANDELBROT)))


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def redrawn(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(redraw(content, USUAL)[0]))
    picture.load()
    return picture


def pixels(content: bytes) -> bytes:
    return Image.open(BytesIO(content)).tobytes()


KINDS: dict[str, dict[str, Any]] = {
    "baseline": {},
    "progressive": {"progressive": True},
    "restarts": {"restart_marker_blocks": 5},
    "progressive, restarts": {"progressive": True, "restart_marker_rows": 1},
}
JPEGS = {
    f"{mode}, {kind}": saved(COLOUR.convert(mode), "JPEG", quality=85, **options)
    for mode, (kind, options) in product(("L", "RGB", "CMYK"), KINDS.items())
}


@pytest.mark.parametrize("kind", JPEGS)
def test_a_whole_jpeg_is_drawn(kind: str) -> None:
    before, after = Image.open(BytesIO(JPEGS[kind])), redrawn(JPEGS[kind])
    assert (after.format, after.size) == ("JPEG", before.size)
    assert after.mode == before.mode.replace("CMYK", "RGB")
    assert len(redraw(JPEGS[kind], USUAL)[0]) < 1.6 * len(JPEGS[kind])


def cuts(content: bytes) -> list[bytes]:
    """The picture with each of its scans cut at several positions, and its end in its place."""
    scans = [at for at in range(len(content)) if content.startswith(b"\xff\xda", at)]
    cut = []
    for scan, after in zip(scans, [*scans[1:], len(content) - 2], strict=True):
        start = scan + 2 + int.from_bytes(content[scan + 2 : scan + 4])
        for part in range(4):
            kept = content[: start + (after - start) * part // 4].rstrip(b"\xff")
            cut.append(kept + b"\xff\xd9")
    return cut


@pytest.mark.parametrize("kind", JPEGS)
def test_a_cut_jpeg_is_refused_though_it_has_an_end(kind: str) -> None:
    whole = pixels(JPEGS[kind])
    lacking = [content for content in cuts(JPEGS[kind]) if _differs(content, whole)]
    assert len(lacking) > 3
    for content in lacking:
        with pytest.raises(Refused, match=r"missing|damaged"):
            redraw(content, USUAL)


def _differs(content: bytes, whole: bytes) -> bool:
    try:
        return pixels(content) != whole
    except OSError:
        return True


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def cut_png(part: float) -> bytes:
    """A PNG whose pixels end early, with chunks that are sound."""
    content = saved(COLOUR, "PNG")
    at = content.index(b"IDAT")
    data = content[at + 4 : at + 4 + int.from_bytes(content[at - 4 : at])]
    kept = data[: int(len(data) * part)]
    return content[: at - 4] + chunk(b"IDAT", kept) + chunk(b"IEND", b"")


def with_chunks(number: int, kind: bytes, data: bytes) -> bytes:
    content = saved(COLOUR, "PNG")
    return content[:33] + chunk(kind, data) * number + content[33:]


def many_scans() -> bytes:
    """A progressive JPEG whose last scan, which changes nothing, is there many times."""
    content = JPEGS["L, progressive"]
    scan = content[content.rindex(b"\xff\xda") : -2]
    return content[:-2] + scan * MOST_SCANS + b"\xff\xd9"


def large_webp() -> bytes:
    """A lossless WebP that says it is 16,384 pixels wide and as high."""
    content = bytearray(saved(COLOUR, "WEBP", lossless=True))
    content[21:25] = (0x3FFF | 0x3FFF << 14).to_bytes(4, "little")
    return bytes(content)


def animated(kind: str = "PNG") -> bytes:
    frames = [Image.new("L", (9, 9), shade) for shade in (200, 100)]
    return saved(Image.new("L", (9, 9)), kind, save_all=True, append_images=frames)


REFUSED: dict[str, Callable[[], bytes]] = {
    "a PNG with half of its pixels": lambda: cut_png(0.5),
    "a PNG without its last pixels": lambda: cut_png(0.98),
    "a PNG with a wrong checksum": lambda: saved(COLOUR, "PNG").replace(b"IDATx", b"IDATy"),
    "a PNG without an end": lambda: saved(COLOUR, "PNG")[:-12],
    "an animated PNG": animated,
    "a PNG with a text that unpacks to 50 MB": lambda: with_chunks(
        1, b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000))
    ),
    "a PNG with 100 texts of 1 MB": lambda: with_chunks(
        100, b"zTXt", b"a\0\0" + zlib.compress(bytes(900_000))
    ),
    "a JPEG of many scans": many_scans,
    "a JPEG without its last scan": lambda: (
        JPEGS["RGB, progressive"][: JPEGS["RGB, progressive"].rindex(b"\xff\xda")] + b"\xff\xd9"
    ),
    "a JPEG without an end": lambda: JPEGS["RGB, baseline"][:-2],
    "a JPEG of nothing but its head": lambda: JPEGS["RGB, baseline"][:200] + b"\xff\xd9",
    "a JPEG of nothing": lambda: b"\xff\xd8\xff\xd9",
    "an animated WebP": lambda: animated("WEBP"),
    "a WebP of 268 million pixels": large_webp,
    "a GIF": lambda: saved(COLOUR, "GIF"),
    "a picture of 9,000 million pixels": lambda: (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", (95_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0")
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # As WeasyPrint sets it when it is imported.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(Refused):
        redraw(REFUSED[kind](), USUAL)


@pytest.mark.parametrize(
    ("mode", "drawn"),
    [("1", "1"), ("L", "L"), ("LA", "LA"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGBA")],
)
def test_a_png_keeps_its_pixels(mode: str, drawn: str) -> None:
    picture = COLOUR.convert(mode)
    after = redrawn(saved(picture, "PNG"))
    assert after.mode == drawn
    assert after.tobytes() == picture.convert(drawn).tobytes()


def test_a_transparent_colour_stays_transparent() -> None:
    after = redrawn(saved(COLOUR.convert("P"), "PNG", transparency=0))
    assert after.mode == "RGBA"
    assert after.getchannel("A").getextrema() == (0, 255)


def test_16_bits_become_8() -> None:
    grey = MANDELBROT.convert("I").point(lambda value: value * 257).convert("I;16")
    assert redrawn(saved(grey, "PNG")).tobytes() == MANDELBROT.tobytes()


@pytest.mark.parametrize("shade", [0, 255])
def test_a_transparent_shade_of_16_bits_stays_transparent(shade: int) -> None:
    grey = MANDELBROT.convert("I").point(lambda value: value * 257).convert("I;16")
    after = redrawn(saved(grey, "PNG", transparency=shade * 257))
    assert after.getchannel("L").tobytes() == MANDELBROT.tobytes()
    alpha = MANDELBROT.point(lambda value: 0 if value == shade else 255)
    assert after.getchannel("A").tobytes() == alpha.tobytes()


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_webp_keeps_its_pixels(mode: str) -> None:
    picture = COLOUR.convert(mode)
    if mode == "RGBA":
        picture.putalpha(MANDELBROT)
    after = redrawn(saved(picture, "WEBP", lossless=True, exact=True))
    assert (after.format, after.mode) == ("PNG", mode)
    assert after.tobytes() == picture.tobytes()


@pytest.mark.parametrize("lossless", [True, False])
def test_a_cut_webp_is_refused_even_if_its_sizes_are_those_of_the_cut(lossless: bool) -> None:
    whole = saved(COLOUR, "WEBP", lossless=lossless)
    for end in range(30, len(whole) - 2, len(whole) // 20):
        file, pixels = (end - 8).to_bytes(4, "little"), (end - 20).to_bytes(4, "little")
        for cut in (
            whole[:end],
            b"RIFF" + file + whole[8:end],
            b"RIFF" + file + whole[8:16] + pixels + whole[20:end],
        ):
            with pytest.raises(Refused):
                redraw(cut, USUAL)


def test_nothing_but_pixels_is_left() -> None:
    secret = b"%PDF-1.7 <script> secret"
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", secret.decode())
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, secret.decode()
    for content in (
        saved(COLOUR, "PNG", pnginfo=text, icc_profile=secret, exif=exif) + secret,
        saved(COLOUR, "JPEG", comment=secret, icc_profile=secret, exif=exif) + secret,
        saved(COLOUR, "WEBP", icc_profile=secret, exif=exif, xmp=secret) + secret,
    ):
        written, _ = redraw(content, USUAL)
        assert b"secret" not in written
        assert Image.open(BytesIO(written)).info.keys() <= JFIF
        assert redrawn(content).size == (COLOUR.height, COLOUR.width)  # turned as EXIF says
        assert redraw(bytes(bytearray(content)), USUAL)[0] == written
