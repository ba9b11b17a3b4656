"""What is found in pictures: names, numbers and days burned into forty, and faces.

    python benchmarks/pictures.py                    # needs requirements/ocr.txt: a minute
    python benchmarks/pictures.py --faces FOLDER     # your own; needs requirements/faces.txt

The forty are drawn here, with Pillow's own font: the corner of an ultrasound, the header of a
record, a photographed board, the margin of a radiograph, with letters of 11 to 34 pixels. Who
drew them also wrote what reads them; pictures of hospitals will do worse.
"""

import argparse
import random
import re
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

sys.path[0] = str(Path(__file__).parents[1])

from corridor.algorithms.picture_details import details
from corridor.posts.finders import faces, written

KINDS = ("ultrasound", "header", "board", "radiograph")
SIZES = (11, 14, 18, 24, 34)
MANY = 40
FIRST = "Amara Jun Siobhan Thandiwe Mehmet Katarzyna Priya Luis Ngoc Emily Oluwaseun Fatima Pedro"
LAST = "Nwosu Okafor Murphy Dlamini Yilmaz Kowalska Patel Garcia Nguyen Smith Adeyemi Hassan Silva"


@dataclass(frozen=True, kw_only=True)
class BurnedIn:
    kind: str
    pixels: int
    picture: Image.Image
    fields: dict[str, str]
    """name, number and day of birth, as they are written."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", metavar="FOLDER")
    given = parser.parse_args()
    if given.faces:
        measure_faces(Path(given.faces))
    elif written.can_read():
        measure_writing()
    else:
        print("Not measured: pip install --no-deps --require-hashes -r requirements/ocr.txt")


def measure_writing() -> None:
    read, marked, alone, took = Counter(), Counter(), 0, []
    for number in range(MANY):
        one = burned_in(number)
        start = time.process_time()
        lines = [line.text for line in written.written_in(one.picture)]
        took.append(time.process_time() - start)
        found = details(lines)
        alone += any(detail.alone == "hold" for detail in found)
        for field, said in one.fields.items():
            place = where(said, lines)
            read[field] += place is not None
            marked[field] += place is not None and found[place].beside_patient != "note"
            if place is None:
                print(f"   not read: {field} {said!r}, {one.kind}, {one.pixels} pixels: {lines}")
    took.sort()
    print(f"read: {dict(read)}, {sum(read.values())} of {3 * MANY}")
    print(f"marked beside a patient: {dict(marked)}, {sum(marked.values())} of {3 * MANY}")
    print(f"stopped whatever the words say: {alone} of {MANY} pictures")
    print(f"CPU seconds: {took[MANY // 2]:.2f} median, {took[int(MANY * 0.95)]:.2f} p95")
    print(f"most memory: {memory()} MiB")


def where(said: str, lines: list[str]) -> int | None:
    """The line that says it, spaces and signs aside."""
    bare = [re.sub(r"[^a-z0-9]", "", line.lower()) for line in lines]
    wanted = re.sub(r"[^a-z0-9]", "", said.lower())
    return next((place for place, line in enumerate(bare) if wanted in line), None)


def measure_faces(folder: Path) -> None:
    """How many pictures of a folder have a face, as they are, smaller, turned and dark."""
    paths = [one for one in sorted(folder.rglob("*")) if one.suffix in {".png", ".jpg", ".jpeg"}]
    found, took = Counter(), []
    for path in paths:
        with Image.open(path) as opened:
            picture = opened.convert("RGB")
        for name, seen in ways(picture):
            start = time.process_time()
            is_found = bool(faces.faces_in(seen))
            took.append(time.process_time() - start)
            found[name] += is_found
            if name == "as it is" and is_found:
                print(f"   a face in {path.name}")
    took.sort()
    for name, many in found.items():
        print(f"{name}: {many} of {len(paths)}")
    print(f"CPU seconds: {took[len(took) // 2]:.2f} median, {took[int(len(took) * 0.95)]:.2f} p95")
    print(f"most memory: {memory()} MiB")


def ways(picture: Image.Image) -> list[tuple[str, Image.Image]]:
    small = picture.copy()
    small.thumbnail((240, 240))
    return [
        ("as it is", picture),
        ("240 pixels", small),
        ("turned by 90", picture.rotate(90, expand=True)),
        ("turned by 180", picture.rotate(180, expand=True)),
        ("a quarter of the light", picture.point(lambda light: light // 4)),
    ]


def burned_in(number: int) -> BurnedIn:
    rng = random.Random(number)
    kind, pixels = KINDS[number % 4], SIZES[number // 4 % 5]
    first, last = rng.choice(FIRST.split()), rng.choice(LAST.split())
    record = str(rng.randrange(10**6, 10**8))
    day = f"{rng.randrange(1, 29):02}/{rng.randrange(1, 13):02}/{rng.randrange(1930, 2010)}"
    drawing = {"ultrasound": ultrasound, "header": header, "board": board, "radiograph": radiograph}
    picture, name = drawing[kind](rng, pixels, (first, last, record, day))
    return BurnedIn(
        kind=kind,
        pixels=pixels,
        picture=picture,
        fields={"name": name, "number": record, "day": day},
    )


Said = tuple[str, str, str, str]


def ultrasound(rng: random.Random, pixels: int, said: Said) -> tuple[Image.Image, str]:
    first, last, record, day = said
    picture = noise(rng, (800, 600), (0, 60))
    draw = ImageDraw.Draw(picture)
    draw.pieslice((200, 50, 600, 580), 60, 120, fill=(90, 90, 90))
    name = f"{last.upper()}, {first.upper()}"
    for row, words in enumerate((name, f"ID {record}", f"DOB {day}", "MI 1.1 TIs 0.4")):
        draw.text((12, 10 + row * int(pixels * 1.5)), words, fill=(220,) * 3, font=font(pixels))
    return picture, name


def header(rng: random.Random, pixels: int, said: Said) -> tuple[Image.Image, str]:
    del rng
    first, last, record, day = said
    picture = Image.new("RGB", (1100, 500), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 1100, pixels * 2 + 8), fill=(40, 80, 140))
    name = f"{last}, {first}"
    for column, words in enumerate((name, f"DOB: {day}", f"MRN: {record}")):
        draw.text((8 + column * 366, pixels // 2), words, fill="white", font=font(pixels))
    draw.text((10, pixels * 4), "Hb 9.1   WBC 14.2   CRP 120", fill="black", font=font(16))
    return picture, name


def board(rng: random.Random, pixels: int, said: Said) -> tuple[Image.Image, str]:
    first, last, record, day = said
    picture = noise(rng, (900, 650), (200, 240))
    draw = ImageDraw.Draw(picture)
    name = f"{first} {last}"
    for row, words in enumerate((f"Bed 4  {name}", f"MRN {record}", f"DOB {day}")):
        draw.text((40, 60 + row * pixels * 2), words, fill=(30, 30, 120), font=font(pixels))
    slanted = picture.rotate(rng.uniform(-3, 3), fillcolor=(220, 220, 220))
    return slanted.filter(ImageFilter.GaussianBlur(0.6)), name


def radiograph(rng: random.Random, pixels: int, said: Said) -> tuple[Image.Image, str]:
    first, last, record, day = said
    picture = noise(rng, (700, 800), (10, 110))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((150, 150, 550, 700), outline=(150, 150, 150), width=30)
    name = f"{last.upper()}^{first.upper()}"
    for y, words in ((8, name), (800 - pixels * 4, record), (800 - pixels * 2, day)):
        draw.text((10, y), words, fill=(170, 170, 170), font=font(pixels))
    draw.text((640, 20), "L", fill=(170, 170, 170), font=font(30))
    return picture, name


def noise(rng: random.Random, size: tuple[int, int], light: tuple[int, int]) -> Image.Image:
    grains = np.random.default_rng(rng.randrange(1 << 30))
    pixels = grains.integers(*light, (size[1], size[0]), dtype=np.uint8)
    return Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(1.5)).convert("RGB")


def font(pixels: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size=pixels)


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
