"""A bar for the factor of one year, drawn over the field that changes it."""

from __future__ import annotations

from calculators.views.charts.axis import px

HIGH = 34.0  # pixels of a factor of 1
TALLEST = 1.5


def year_bar(factor: float) -> str:
    """A decorative bar: the number stands in the field below."""
    height = HIGH * min(max(factor, 0.0), TALLEST)
    top = HIGH * TALLEST - height
    return (
        f'<svg class="nk-year__bar" viewBox="0 0 40 {px(HIGH * TALLEST)}" aria-hidden="true">'
        f'<rect x="0" y="{px(top)}" width="40" height="{px(height)}"/></svg>'
    )
