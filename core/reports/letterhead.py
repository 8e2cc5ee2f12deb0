"""The head of the first page: who the report comes from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.platypus import Image, Table

from core.reports.blocks import EMBEDDED, Flowables
from core.reports.sheet import WIDTH, Sheet
from core.reports.styles import ACCENT
from core.system.errors import KnownError

_IMAGE_WIDE, _IMAGE_HIGH = 150.0, 54.0  # points
_PIXELS_PER_POINT = 4  # 288 dots an inch: sharp on paper
_MOST_BYTES = 20_000_000
_MOST_PIXELS = 60_000_000


def letterhead(sheet: Sheet) -> Flowables:
    """Lines at the left, the image at the right; nothing when neither is given. `KnownError` for an image that cannot
    be read: a report that silently lost its head would be sent out without it."""
    chosen = sheet.options.letterhead
    if not chosen.lines and chosen.image is None:
        return []
    lines = [sheet.para(line, "sender" if at == 0 else "sender_line") for at, line in enumerate(chosen.lines)]
    image: Any = _image(chosen.image) if chosen.image else ""
    room = _IMAGE_WIDE if chosen.image else 0
    columns = ([[lines, image]], [WIDTH - room, room]) if room else ([[lines]], [WIDTH])
    return [
        Table(
            columns[0],
            colWidths=columns[1],
            style=[
                EMBEDDED,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("ALIGN", (-1, 0), (-1, 0), "RIGHT" if room else "LEFT"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
                ("LINEBELOW", (0, 0), (-1, -1), 1, ACCENT),
            ],
            spaceAfter=10,
        )
    ]


def _image(path: Path) -> Image:
    """The picture made anew at the size of print: nothing else that its file holds (place, camera) goes along."""
    from PIL import Image as Pillow

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise KnownError("the picture of the letterhead is larger than 20 MB: choose a smaller one")
        with Pillow.open(path, formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise KnownError("the picture of the letterhead has too many pixels: choose a smaller one")
            opened.thumbnail((int(_IMAGE_WIDE * _PIXELS_PER_POINT), int(_IMAGE_HIGH * _PIXELS_PER_POINT)))
            picture = Pillow.new("RGB", opened.size, "white")
            shape = opened.convert("RGBA")
            picture.paste(shape, mask=shape.getchannel("A"))
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        # A broken PNG is a SyntaxError to Pillow.
        raise KnownError(
            "the picture of the letterhead cannot be read: choose another PNG or JPEG file, or none"
        ) from None
    kept = BytesIO()
    picture.save(kept, "PNG")
    kept.seek(0)
    scale = min(_IMAGE_WIDE / picture.width, _IMAGE_HIGH / picture.height, 1.0)
    return Image(kept, picture.width * scale, picture.height * scale, hAlign="RIGHT")
