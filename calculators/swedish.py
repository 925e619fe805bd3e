"""Numbers, lists and names as Swedes write and read them. The only place that turns a float into text."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections.abc import Sequence

NBSP = "\u00a0"
MINUS = "\u2212"
LONGEST = 60  # characters; a longer "number" is a paste by mistake
LONGEST_NAME = 60  # characters of a file's name

_BLANK = re.compile(r"[ \t\u00a0\u202f\u2009]")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})")
_NORDIC = str.maketrans("æøÆØ", "aoAO")  # letters that are no others with a mark
_NOT_IN_NAMES = re.compile("[^a-z0-9]+")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")


class NotANumber(ValueError):
    """The text is not one finite number. The message is a sentence for the reader."""


def parse_number(text: str, unit: str = "") -> float:
    """Read one number: "1 234,5", "−3", "1.234,50" and, when it ends with its own unit, "65 %".

    A text that can be read in two ways ("1.234") is refused with a question rather than guessed.
    """
    if len(text) > LONGEST:
        raise NotANumber("Talet är för långt. Skriv det med färre siffror.")
    bare = _BLANK.sub("", text).replace(MINUS, "-").replace("\u2013", "-")
    ending = _BLANK.sub("", unit)
    if ending and bare.lower().endswith(ending.lower()):
        bare = bare[: -len(ending)]
    if _AMBIGUOUS.fullmatch(bare):
        raise NotANumber(
            f"Skriv {bare.replace('.', '')} eller {bare.replace('.', ',', 1)}, så att punkten inte kan läsas på två sätt."
        )
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    if not _PLAIN.fullmatch(bare):
        raise NotANumber("Skriv ett tal med siffror, till exempel 1 250 eller 0,5.")
    return float(bare.replace(",", "."))


def write_number(x: float) -> str:
    """The shortest text that `parse_number` reads back to exactly `x`: for fields, links and files.

    Four figures stand together, as in a year: 2027, 1700, 12 000.
    """
    text = _every_digit(x)
    return text.replace(NBSP, "") if abs(x) < 10_000 else text


def exact_amount(x: float, unit: str = "") -> str:
    """A published figure with every decimal that it has, and its unit as it is published: "1 700 h/år", "38,46 %"."""
    return f"{_every_digit(x)}{NBSP}{unit}" if unit not in ("", "×") else _every_digit(x)


def exact_span(low: float, high: float, unit: str = "") -> str:
    """A published span: "5–10 min"."""
    return f"{_every_digit(low)}–{exact_amount(high, unit)}"


def _every_digit(x: float) -> str:
    return _grouped(format(x, ".0f") if x == math.floor(x) and abs(x) < 1e16 else _without_exponent(x))


def fifteen_figures(x: float) -> float:
    """The number that a person means: 0.07 × 100 is 7, not 7.000000000000001."""
    return float(format(x, ".15g"))


def _without_exponent(x: float) -> str:
    digits = repr(x)
    if "e" not in digits:
        return digits
    mantissa, _, exponent = digits.partition("e")
    sign = "-" if mantissa.startswith("-") else ""
    whole, _, rest = mantissa.lstrip("-").partition(".")
    rest = "" if rest == "0" else rest
    point = len(whole) + int(exponent)
    figures = (whole + rest).ljust(point, "0")
    if point <= 0:
        return f"{sign}0.{'0' * -point}{figures}"
    return f"{sign}{figures[:point]}.{figures[point:]}".rstrip(".")


def _grouped(text: str) -> str:
    """Decimal comma, true minus, and hard spaces between thousands; "-0" becomes "0"."""
    sign, text = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    whole, _, rest = text.partition(".")
    spaced = "".join(NBSP + c if i and (len(whole) - i) % 3 == 0 else c for i, c in enumerate(whole))
    if not whole.strip("0") and not rest.strip("0"):
        sign = ""
    return f"{sign}{spaced},{rest}" if rest else f"{sign}{spaced}"


def show_number(x: float, decimals: int | None = None) -> str:
    """A number to read. Without `decimals`: whole from 100 up, otherwise at most two, no trailing zeros."""
    if abs(x) >= 1e15:
        mantissa, _, exponent = format(x, ".3e").partition("e")
        return f"{_grouped(mantissa)}{NBSP}×{NBSP}10^{int(exponent)}"
    if decimals is not None:
        return _grouped(format(x, f".{decimals}f"))
    text = format(x, ".0f") if abs(x) >= 100 else format(x, ".2f").rstrip("0").rstrip(".")
    if text in ("0", "-0") and x:
        text = format(x, ".3g") if abs(x) >= 1e-4 else ("-0.0001" if x < 0 else "0.0001")
        return ("under " if 0 < x < 1e-4 else "") + _grouped(text)
    return _grouped(text)


@functools.lru_cache(maxsize=4000)  # a keystroke changes few of the amounts on a page
def amount(x: float, unit: str = "", decimals: int | None = None) -> str:
    """A number with its unit: "1 234 kr", "65 %" (from the fraction 0.65), "0,5 h"."""
    if unit == "%":
        x *= 100
    text = show_number(x, decimals)
    return f"{text}{NBSP}{unit}" if unit and unit != "×" else text


MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
MOMENT = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-3][0-9])(?:T([0-2][0-9]):([0-5][0-9]).*)?")


def moment(iso: str) -> str:
    """A day, or a day and a time, in words: "25 november 2026 kl. 14.05"; empty for what is neither."""
    match = MOMENT.fullmatch(iso)
    if not match:
        return ""
    year, month, day, hour, minute = match.groups()
    words = f"{int(day)}{NBSP}{MONTHS[int(month) - 1]}{NBSP}{year}"
    return f"{words} kl.{NBSP}{hour}.{minute}" if hour else words


def apart(x: float, y: float, unit: str = "") -> tuple[str, str]:
    """Two amounts with their units, with as many decimals as it takes to tell them apart: 8,004 and 8,000."""
    shown = amount(x, unit), amount(y, unit)
    for decimals in range(1, 8):
        if x == y or shown[0] != shown[1]:
            break
        shown = amount(x, unit, decimals), amount(y, unit, decimals)
    return shown


def listed(words: Sequence[str], last: str = "och") -> str:
    """ "a", "a och b", "a, b och c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(n: int, one: str, many: str) -> str:
    """ "1 uppgift", "3 uppgifter"."""
    return f"{show_number(n)}{NBSP}{one if n == 1 else many}"


def lowered(label: str) -> str:
    """A label inside a sentence: first letter small unless it is an abbreviation ("CO2"), an id ("N1") or a single letter."""
    whole = len(label) < 2 or label[1].isupper() or label[1].isdigit() or label[1] == "-"
    return label if whole else label[0].lower() + label[1:]


def slug(text: str) -> str:
    """ "Digital bokning i Ekhamn" as "digital-bokning-i-ekhamn": for the names of files and addresses. Empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.translate(_NORDIC)).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")[:LONGEST_NAME].rstrip("-")
