"""Names that editors may use in Markdown. Each is one line: the work lives in the sibling modules."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Called by mkdocs-macros before each build."""
    _forget_the_engine()
    try:
        _calculators(env)
        _method(env)
        _library(env)
    except ImportError as fault:  # mkdocs-macros would only say that it finds no macros
        raise RuntimeError(f"macros: {fault}") from fault


def _calculators(env: Any) -> None:
    """Names about calculators, their figures and standard values."""
    from macros import chain, declaration, figures, prefilled, reference, run, worked

    env.macro(lambda id: figures.inline(id, env.page.file.src_uri), "varde")
    env.macro(figures.every, "varden")
    env.macro(run.page, "kalkylator")
    env.macro(run.chain_page, "kedjeritare")
    env.macro(run.register, "nyttoregister")
    env.macro(lambda id: declaration.inputs(id, env.page.file.src_uri), "indata")
    env.macro(declaration.outputs, "resultat")
    env.macro(run.examples, "exempel")
    env.macro(lambda id: reference.rows(id, env.page.file.src_uri), "rader")
    env.macro(reference.alternatives, "alternativ")
    env.macro(reference.without_money, "utan_kronor")
    env.macro(reference.readings, "tolkningar")
    env.macro(reference.origin, "referenskalla")
    env.macro(lambda id, words, **fields: prefilled.link(id, words, env.page.file.src_uri, fields), "ifylld")
    env.macro(run.code, "kod")
    env.macro(worked.year_by_year, "ar_for_ar")
    env.conf["mdx_configs"].setdefault("pymdownx.superfences", {})["custom_fences"] = [chain.FENCE]


def _method(env: Any) -> None:
    """Names about the method: its words, its sources and its steps."""
    from macros import agenda, ekhamn, ekhamn_tables, followup, glossary, sources, steps
    from macros.first_mention import FirstMention

    env.macro(lambda word: glossary.link(word, env.page.file.src_uri), "term")
    env.macro(lambda: glossary.entries(env.page.file.src_uri), "ordlista")
    env.macro(glossary.avoided, "ord_att_undvika")
    env.conf["markdown_extensions"].append(FirstMention())
    env.macro(sources.link, "kalla")
    env.macro(sources.listed, "kallor")
    env.macro(lambda number: steps.box(number, env.page.file.src_uri), "steg")
    env.macro(lambda: steps.overview(env.page.file.src_uri), "stegkarta")
    env.macro(agenda.agenda, "agenda")
    env.macro(followup.ways_to_measure, "matsatt")
    env.macro(ekhamn.figure, "ekhamn")
    env.macro(ekhamn_tables.rows, "ekhamn_rader")
    env.macro(ekhamn_tables.working, "ekhamn_rakning")
    env.macro(ekhamn_tables.results, "ekhamn_resultat")
    env.macro(ekhamn_tables.picture, "ekhamn_diagram")


def _library(env: Any) -> None:
    """Names about what there is to read, watch and fill in besides the method."""
    from macros import calculation_page, colophon, film_page, forms, mallar, questions

    env.macro(lambda: film_page.library(env.page.file.src_uri), "filmer")
    env.macro(lambda: calculation_page.gallery(env.page.file.src_uri), "exempelgalleri")
    env.macro(questions.page, "fragor")
    env.macro(lambda id: mallar.download(id, env.page.file.src_uri), "mall")
    env.macro(lambda: mallar.every(env.page.file.src_uri), "mallar")
    env.macro(mallar.history, "mallversioner")
    env.macro(forms.field, "falt")
    env.macro(forms.ticks, "kryss")
    env.macro(forms.table, "tabell")
    env.macro(forms.slips, "lappar")
    env.macro(lambda: colophon.software(env.page.file.src_uri), "programvara")
    env.macro(colophon.changes, "andringar")
    env.macro(colophon.addresses, "externa_adresser")


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros for each page: the template prints `granskning` at its foot and `uppmarkning` in its head."""
    from macros import linked_data
    from macros.review import reviewed

    page = env.page
    if day := page.meta.get("granskad"):
        today = dt.date.today()  # a page may know the day; the engine may not
        page.meta["granskning"] = reviewed(day, today, page.meta.get("andring", ""))
        page.meta["uppmarkning"] = linked_data.about(page.file.src_uri, page.meta, page.canonical_url, env.conf["site_url"])


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros when every page is written: the templates' files are made from their pages."""
    from macros import office

    office.write(Path(env.conf["site_dir"]))


def _forget_the_engine() -> None:
    """So that `make edit` shows a changed value or template at once: Python keeps what it has read."""
    for name in [name for name in sys.modules if name.startswith(("calculators", "macros."))]:
        del sys.modules[name]
