"""Search that finds inflected Swedish: "kostnader", "nyttan", "effektkedjans", the parts of long words, and what is misspelt.

The theme's own Swedish stemmer skips the words that it gets with a wildcard, so that most inflections find nothing.
Here search.js, a few functions before the theme's search worker, makes each query into one that finds them.

The theme also fetches the whole index with every page. Here it comes with the first question: who only reads does not
pay for it, however many pages there are.
"""

from __future__ import annotations

import json
from pathlib import Path

from publish.names import digest

PATCH = Path(__file__).with_name("search.js")
LATER = """/* The index comes with the first question; until then this answers in the place of the theme. */
{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  let settings;
  let state = "without";
  let question;
  const say = (data) => dispatchEvent(new MessageEvent("message", { data }));
  const post = self.postMessage.bind(self);
  self.postMessage = (message) => {
    if (message.type !== READY) return post(message);
    state = "complete";
    say(question);
  };
  const fetchIndex = () =>
    fetch(new URL("../../NAME", location))
      .then((found) => found.json())
      .then(({ docs }) => { state = "read"; say({ type: SETUP, data: { ...settings, docs } }); })
      .catch(() => { state = "without"; });
  addEventListener("message", (event) => {
    const message = event.data;
    if (state === "complete" || (state === "read" && message?.type === SETUP)) return;
    event.stopImmediatePropagation();
    if (message?.type === SETUP) {
      settings = message.data;
      post({ type: READY });
    } else if (message?.type === QUERY && !message.data.trim()) post({ type: RESULT, data: { items: [] } });
    else if (message?.type === QUERY) {
      question = message;
      if (state === "without") {
        state = "fetching";
        fetchIndex();
      }
    }
  });
}
"""


# lunr joins the edges of a node to a text that tells it from others: a letter, a number, a letter, a number. Where the letter
# is a digit two nodes may get the same text, and a search for a part of a word then stops. A comma after the number parts them.
AMBIGUOUS, CLEAR = "e=e+s+o.id}", 'e=e+s+o.id+","}'


def improve_search(site: Path) -> None:
    """Put the lines before the theme's search worker, give it a new name everywhere, and empty the theme's own index.

    Raises ValueError when the worker is another than the one that these lines are made for.
    """
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    later = LATER.replace("NAME", _set_aside(site).name)
    swedish = PATCH.read_text(encoding="utf-8")
    theirs = worker.read_text(encoding="utf-8")
    if theirs.count(AMBIGUOUS) != 1:
        raise ValueError("The theme's search worker has changed: see publish/search.py.")
    text = later + swedish + theirs.replace(AMBIGUOUS, CLEAR)
    name = f"search.{digest(text.encode())}.min.js"
    worker.with_name(name).write_text(text, encoding="utf-8")
    for page in site.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(worker.name, name), encoding="utf-8")
    worker.unlink()


def _set_aside(site: Path) -> Path:
    """The index by a name that follows its content; what the theme fetches keeps the settings and no pages."""
    index = site / "search/search_index.json"
    found = json.loads(index.read_text(encoding="utf-8"))
    docs = [{name: held for name, held in doc.items() if name != "tags"} for doc in found["docs"]]  # a theme weighs a thousand titles
    whole = json.dumps({**found, "docs": docs}, ensure_ascii=False)
    aside = site / f"assets/search.{digest(whole.encode())}.json"
    aside.write_text(whole, encoding="utf-8")
    index.write_text(json.dumps({**found, "docs": []}), encoding="utf-8")
    return aside
