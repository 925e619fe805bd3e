"""Search that finds inflected Swedish: "kostnader", "nyttan", "effektkedjans", the parts of long words, and what is misspelt.

The theme's own Swedish stemmer skips the words that it gets with a wildcard, so that most inflections find nothing.
Here search.js, a few functions before the theme's search worker, makes each query into one that finds them.
"""

from __future__ import annotations

from pathlib import Path

from publish.names import digest

PATCH = Path(__file__).with_name("search.js")


def teach_swedish(site: Path) -> None:
    """Put the lines before the theme's search worker, and give it a new name everywhere."""
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    text = PATCH.read_text(encoding="utf-8") + worker.read_text(encoding="utf-8")
    name = f"search.{digest(text.encode())}.min.js"
    worker.with_name(name).write_text(text, encoding="utf-8")
    for page in site.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(worker.name, name), encoding="utf-8")
    worker.unlink()
