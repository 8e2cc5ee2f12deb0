"""Make BedsideSansSC-Regular.ttf from Noto Sans SC; run once, by hand, and its result is committed.

ReportLab embeds only TrueType outlines, and Noto Sans SC comes with PostScript ones: they are converted here. Noto
Sans SC lacks the subscripts and superscripts that medicine writes (CO₂, 10⁹/L, mmol·L⁻¹), and a PDF has no second font
to fall back on: they are taken from Source Sans Pro, whose Latin letters Noto Sans SC already carries, and what that
lacks from Noto Sans. The result is a modified version under the SIL Open Font License, hence its own name (the licence
reserves "Source").

    python make.py NotoSansSC-Regular.otf SourceSansPro-Regular.ttf 'NotoSans[wdth,wght].ttf' BedsideSansSC-Regular.ttf

needs fonttools 4.68; the inputs come from the packages named in README.md beside this file.
"""

from __future__ import annotations

import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Bedside Sans SC"
POSTSCRIPT_NAME = "BedsideSansSC-Regular"
VERSION = "1.000"
LARGEST_ERROR = 1.0  # of 1000 units an em: below what a printer at 1200 dots an inch can show at text sizes
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "tnum", "lnum"]


def keep_what_is_used(font: TTFont) -> None:
    """Drop vertical writing and the alternates that neither Qt nor ReportLab is asked for."""
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables = ["VORG", "DSIG", "BASE", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Replace the CFF outlines by quadratic ones."""
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = outlines
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for purpose in ["TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"]:
        setattr(font["maxp"], f"max{purpose}", 0)
    font["maxp"].maxSizeOfInstructions = 0
    font["maxp"].maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def add_missing_characters(font: TTFont, other: TTFont) -> int:
    """Take over every character that `other` has and `font` lacks (both count 1000 units an em); return how many."""
    if font["head"].unitsPerEm != other["head"].unitsPerEm:
        raise SystemExit("The two fonts count a different number of units an em; scaling them is not written.")
    theirs = other.getBestCmap()
    drawn = other.getGlyphSet()
    added = sorted(set(theirs) - set(font.getBestCmap()))
    order = list(font.getGlyphOrder())
    for code in added:
        name = f"added{code:05X}"
        recording = DecomposingRecordingPen(drawn)  # a composite's parts have other numbers over there: draw them out
        drawn[theirs[code]].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(pen)
        order.append(name)
        font["glyf"].glyphs[name] = pen.glyph()
        font["hmtx"].metrics[name] = other["hmtx"].metrics[theirs[code]]
        for table in font["cmap"].tables:
            if table.isUnicode() and (code <= 0xFFFF or table.format >= 12):
                table.cmap[code] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    return len(added)


def rename(font: TTFont) -> None:
    """Give the font its own name, and keep who made it and under which licence."""
    names = font["name"]
    copyright_notice = names.getDebugName(0)
    names.names = [record for record in names.names if record.nameID in (9, 10, 12, 13, 14) and record.langID == 0x409]
    for number, text in {
        0: f"{copyright_notice} Some characters from Source Sans Pro, © 2010, 2012, 2014 Adobe Systems Incorporated, "
        "and from Noto Sans, © 2022 The Noto Project Authors. Converted to TrueType for Bedside.",
        1: FAMILY,
        2: "Regular",
        3: f"{VERSION};{POSTSCRIPT_NAME}",
        4: FAMILY,
        5: f"Version {VERSION}; from Noto Sans SC 2.004",
        6: POSTSCRIPT_NAME,
    }.items():
        names.setName(text, number, 3, 1, 0x409)


def main(noto_sans_sc: str, source_sans: str, noto_sans: str, result: str) -> None:
    font = TTFont(noto_sans_sc, recalcTimestamp=False)
    keep_what_is_used(font)
    to_truetype(font)
    added = add_missing_characters(font, TTFont(source_sans))
    regular = instantiateVariableFont(TTFont(noto_sans), {"wght": 400, "wdth": 100})
    added += add_missing_characters(font, regular)
    rename(font)
    font.save(result)
    print(f"{result}: {len(font.getGlyphOrder())} glyphs, {len(font.getBestCmap())} characters, {added} of them added")


if __name__ == "__main__":
    main(*sys.argv[1:])
