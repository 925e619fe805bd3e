"""Charts as SVG, drawn by the same code in the build, the browser and the tests. Colours live in the stylesheet."""

from calculators.views.charts.levels import levels
from calculators.views.charts.yearly import yearly

__all__ = ["levels", "yearly"]
