"""Search that finds inflected Swedish: "kostnader", "nyttan", "effektkedjans", and the parts of long words.

The theme's own Swedish stemmer skips the words that it gets with a wildcard, so that most inflections find nothing.
Here a few lines before the theme's search worker strip the ending from each word of the query.
"""

from __future__ import annotations

import json
from pathlib import Path

from publish.names import digest

ENDINGS = [
    "ningarnas",
    "ningarna",
    "ningens",
    "ningar",
    "ningen",
    "heterna",
    "heten",
    "ornas",
    "arnas",
    "ernas",
    "anden",
    "orna",
    "arna",
    "erna",
    "ande",
    "else",
    "ens",
    "ans",
    "ets",
    "ars",
    "ors",
    "ers",
    "tet",
    "en",
    "et",
    "an",
    "or",
    "ar",
    "er",
    "na",
    "as",
    "es",
    "a",
    "e",
    "s",
    "n",
    "t",
]
PATCH = """/* Swedish endings */
addEventListener("message", (event) => {
  const message = event.data;
  if (!message || message.type !== 2) return;
  const endings = ENDINGS;
  const stem = (word) => {
    if (word.length < 4 || /[^\\p{L}]/u.test(word)) return word;
    const lower = word.toLowerCase();
    const ending = endings.find((e) => lower.endsWith(e) && lower.length - e.length >= (e.length === 1 ? 4 : 3));
    const short = ending ? lower.slice(0, -ending.length) : lower;
    return `${short} *${short}`;
  };
  message.data = message.data.split(/(\\s+)/).map(stem).join("");
});
"""


def teach_swedish(site: Path) -> None:
    """Put the lines before the theme's search worker, and give it a new name everywhere."""
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    text = PATCH.replace("ENDINGS", json.dumps(ENDINGS)) + worker.read_text(encoding="utf-8")
    name = f"search.{digest(text.encode())}.min.js"
    worker.with_name(name).write_text(text, encoding="utf-8")
    for page in site.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(worker.name, name), encoding="utf-8")
    worker.unlink()
