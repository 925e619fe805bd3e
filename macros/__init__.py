"""Names that editors may use in Markdown. Each is one line: the work lives in the sibling modules."""

import sys
from typing import Any


def define_env(env: Any) -> None:
    """Called by mkdocs-macros before each build."""
    _forget_the_engine()
    try:
        from macros import chain, declaration, figures, run, worked
    except ImportError as fault:  # mkdocs-macros would only say that it finds no macros
        raise RuntimeError(f"macros: {fault}") from fault

    env.macro(lambda id: figures.inline(id, env.page.file.src_uri), "varde")
    env.macro(figures.every, "varden")
    env.macro(run.page, "kalkylator")
    env.macro(lambda id: declaration.inputs(id, env.page.file.src_uri), "indata")
    env.macro(declaration.outputs, "resultat")
    env.macro(run.examples, "exempel")
    env.macro(run.code, "kod")
    env.macro(worked.year_by_year, "ar_for_ar")
    env.conf["mdx_configs"].setdefault("pymdownx.superfences", {})["custom_fences"] = [chain.FENCE]


def _forget_the_engine() -> None:
    """So that `make edit` shows a changed value or template at once: Python keeps what it has read."""
    for name in [name for name in sys.modules if name.startswith(("calculators", "macros."))]:
        del sys.modules[name]
