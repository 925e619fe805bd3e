"""Which fuels there are, and the published price of a mil with each."""

from __future__ import annotations

from calculators.standard import standard

FUELS = {
    "bensin": "Bensin",
    "e85": "E85",
    "diesel": "Diesel",
    "hvo100": "HVO100",
    "el": "El",
    "fordonsgas": "Fordonsgas",
}
PRICES = {fuel: f"drivmedel.{fuel}_kr_per_mil" for fuel in FUELS}  # a fuel → the standard value in kr/mil


def kr_per_mil(fuel: str) -> float:
    """The published price of a mil, small car class."""
    return standard(PRICES[fuel]).amount
