"""Charts as SVG, drawn by the same code in the build, the browser and the tests. Colours live in the stylesheet."""

from calculators.views.charts.band import band
from calculators.views.charts.bubbles import bubbles
from calculators.views.charts.followed import followed
from calculators.views.charts.grid import grid
from calculators.views.charts.histogram import histogram
from calculators.views.charts.levels import levels
from calculators.views.charts.tornado import tornado
from calculators.views.charts.yearly import yearly

__all__ = ["band", "bubbles", "followed", "grid", "histogram", "levels", "tornado", "yearly"]
