"""What search engines read about a page, as schema.org in JSON: the site, articles, the nine steps, notes, questions."""

from typing import Any
from urllib.parse import urljoin

from macros.questions import questions
from macros.steps import FILE as STEPS
from macros.words import rows

SITE = "Nyttokalkyl"
GUIDE, NOTES = "metod/", "anvandarforum/traffar/"


def about(path: str, meta: dict[str, Any], url: str, site: str) -> dict[str, Any] | None:
    """The data of the page at `path` under docs; None for a page that is no such thing. `url` and `site` are full addresses."""
    if path == "index.md":
        return _of("WebSite", name=SITE, description=meta["description"], url=url, inLanguage="sv")
    if path == "metod/index.md":
        return _written("HowTo", meta, url) | {"name": meta["title"], "step": _steps(site)}
    if path == "fragor.md":
        return _written("FAQPage", meta, url) | {"mainEntity": [_question(one.fraga, one.plain, f"{url}#{one.id}") for one in questions()]}
    if path.startswith(NOTES):
        return _written("BlogPosting", meta, url) | {"datePublished": str(meta["date"])}
    return _written("Article", meta, url) if path.startswith(GUIDE) else None


def _of(kind: str, **facts: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": kind, **facts}


def _written(kind: str, meta: dict[str, Any], url: str) -> dict[str, Any]:
    return _of(
        kind,
        headline=meta["title"],
        description=meta["description"],
        dateModified=str(meta["granskad"]),
        inLanguage="sv",
        mainEntityOfPage=url,
        isPartOf={"@type": "WebSite", "name": SITE},
    )


def _steps(site: str) -> list[dict[str, Any]]:
    return [
        {
            "@type": "HowToStep",
            "position": row["steg"],
            "name": row["namn"],
            "text": row["ger"],
            "url": urljoin(site, f"{row['sida'].removesuffix('.md')}/"),
        }
        for row in rows(STEPS)
    ]


def _question(asked: str, answer: str, url: str) -> dict[str, Any]:
    return {"@type": "Question", "name": asked, "url": url, "acceptedAnswer": {"@type": "Answer", "text": answer}}
