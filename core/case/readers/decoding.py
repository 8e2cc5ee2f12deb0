"""From bytes to text, without guessing where a guess could change what a record says."""

from __future__ import annotations

import codecs
import re

from core.system.errors import KnownError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
# The characters of the GB 2312 first level are what Chinese is mostly written with: common ones to recognise it by.
_COMMON_CJK = frozenset(
    "的一是不了在有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "无痛患者史病诊咳热及左右发心肺肝胃肾血压体温检查往否认日月周天前后主诉现既伴性部腹胸头呕吐泻"
    "眩晕恶寒气短水肿癌炎症药服用治疗"
)
_WESTERN_MARKS = frozenset("’‘“”–—…°µ±²³¹·½¼¾×÷€£§•™®© ¿¡«»")
_NOT_TEXT = "the file does not hold text that can be read: save it as plain text in UTF-8 and try again"


def decode(data: bytes) -> str:
    """The text of a plain-text file. Raises KnownError when there is none."""
    if not data.strip(b"\x00 \t\r\n"):
        raise KnownError("the file is empty: choose a file with a case record in it")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return _checked(data.decode(encoding))
            except UnicodeDecodeError:
                raise KnownError(_NOT_TEXT) from None
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        raise KnownError(_NOT_TEXT)
    text = _chinese(data)
    if text is None:
        text = _western(data)
    if text is None:
        raise KnownError(_NOT_TEXT)
    return _checked(text)


def _checked(text: str) -> str:
    """Text without what only binary files hold. Characters are kept as they are: spans count them."""
    controls = len(_CONTROL.findall(text))
    if controls > max(2, len(text) // 200):
        raise KnownError(_NOT_TEXT)
    if not text.strip("\ufeff \t\r\n\x00"):
        raise KnownError("the file is empty: choose a file with a case record in it")
    return text


def _chinese(data: bytes) -> str | None:
    """GB 18030, when what comes out is Chinese: nearly any bytes decode as something."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    wide = [c for c in text if ord(c) > 127]
    cjk = sum(1 for c in wide if _CJK.match(c))
    common = sum(1 for c in wide if c in _COMMON_CJK)
    return text if wide and cjk >= 0.9 * len(wide) and common >= 0.1 * len(wide) else None


def _western(data: bytes) -> str | None:
    """Windows-1252, when it is a Latin text with few accented letters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    odd = sum(1 for c in text if ord(c) > 127)
    strange = sum(1 for c in text if ord(c) > 127 and not c.isalpha() and c not in _WESTERN_MARKS)
    letters = sum(1 for c in text if c.isalpha() or c.isspace())
    return text if odd <= 0.25 * len(text) and not strange and letters >= 0.5 * len(text) else None
