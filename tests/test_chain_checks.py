"""Every question is asked of a small chain that calls for it, and not of the same chain mended."""

import dataclasses as dc
from typing import Any

import pytest
from hypothesis import given

from calculators.chain.checks import RULES, Fraga, checks, dismissed, left, restored
from calculators.chain.document import read, write
from calculators.chain.examples import example, ids
from calculators.chain.graph import Effektkedja, Lada, Pil
from tests.chains import lines, written

WHOLE = """
Ny app
  Invånaren bokar själv [Invånare]
    Färre samtal [Mottagningen]
      Nytta: Frigjord tid [Regionen] (omfördelning, i pengar)
        God arbetsmiljö
    Effekt: Fler bokar på kvällen [Invånare]
      Nytta: Kortare väntan [Invånare] (kvalitet)
        God arbetsmiljö
  Kostnad: Licens [Regionen] (finansiell, i pengar)
"""


def chain(text: str, boxes: dict[str, dict[str, Any]] | None = None, **arrows: Any) -> Effektkedja:
    """A chain of lines, with more said about boxes (by their text) and about every arrow."""
    kedja = lines(text)
    lador = tuple(dc.replace(lada, **(boxes or {}).get(lada.text, {})) for lada in kedja.lador)
    return dc.replace(kedja, lador=lador, pilar=tuple(dc.replace(pil, **arrows) for pil in kedja.pilar))


FOLLOWED = {"indikator": "Dagar", "ansvarig": "Chefen", "nar": "kort"}
# What calls for the question, and the same mended.
PAIRS: dict[str, tuple[Effektkedja, Effektkedja]] = {
    "vag_fran_forandring": (chain("Arbetssätt: A\n  Effekt: B"), chain("Förändring: F\n  Arbetssätt: A\n    Effekt: B")),
    "nytta_till_mal": (chain("Effekt: A\n  Nytta: B"), chain("Effekt: A\n  Nytta: B\n    Mål: C")),
    "mal_med_nytta": (chain("Effekt: A\n  Mål: C"), chain("Effekt: A\n  Nytta: B\n    Mål: C")),
    "en_intressent": (chain("Nytta: Kortare kö [Patienter, Regionen]"), chain("Nytta: Kortare kö [Patienter]")),
    "effekt_av_vad": (chain("Effekt: A [X]\n  Nytta: B"), chain("Arbetssätt: Z\n  Effekt: A [X]\n    Nytta: B")),
    "effekt_for_vem": (chain("Arbetssätt: Z\n  Effekt: A"), chain("Arbetssätt: Z\n  Effekt: A [X]")),
    "effekt_slutar": (chain("Arbetssätt: Z\n  Effekt: A"), chain("Arbetssätt: Z\n  Effekt: A\n    Nytta: B")),
    "hopp_till_nytta": (chain("Förändring: F\n  Nytta: B"), chain("Förändring: F\n  Effekt: A\n    Nytta: B")),
    "langt_hopp": (chain("Arbetssätt: Z\n  Mål: C"), chain("Arbetssätt: Z\n  Mål: C", varfor="Målet är att byta system.")),
    "utan_pilar": (chain("Effekt: A\nEffekt: B"), chain("Effekt: A\n  Effekt: B")),
    "mest_aktiviteter": (chain("F\n  A\n  B\n  C"), chain(WHOLE)),
    "hinder_utan_atgard": (chain("Hinder: H\n  Effekt: A"), chain("Hinder: H\n  Effekt: A", {"H": {"atgard": "Vi ringer."}})),
    "hinder_for_vad": (chain("Effekt: A\n  Hinder: H", slag="leder_till"), chain("Hinder: H\n  Effekt: A")),
    "bara_bra": (chain("Effekt: A\n  Nytta: B"), chain("Effekt: A\n  Nytta: B\n  Risk: R")),
    "mojlighet_raknad": (chain("Möjlighet: M (finansiell, i pengar)"), chain("Möjlighet: M (finansiell)")),
    "dubbelrakning": (
        chain("Nytta: Kortare kö (omfördelning, i pengar)\n  Nytta: Frigjord tid (omfördelning, i pengar)"),
        chain("Nytta: Kortare kö (kvalitet, inte i pengar)\n  Nytta: Frigjord tid (omfördelning, i pengar)"),
    ),
    "liknande": (chain("Effekt: Färre samtal\nNytta: Färre  samtal!"), chain("Effekt: Färre samtal\nNytta: Kortare kö")),
    "slinga": (chain("Effekt: A\n  Effekt: B\n    A"), chain("Effekt: A\n  Effekt: B")),
    "lang_text": (chain("Effekt: Färre samtal vilket gör att kön blir kortare"), chain("Effekt: Färre samtal\n  Effekt: Kortare kö")),
    "stor_kedja": (
        chain("".join(f"{' ' * n}Effekt: Steg {n}\n" for n in range(9))), chain("".join(f"{' ' * n}Effekt: Steg {n}\n" for n in range(8))),
    ),
    "andringsord": (chain("Nytta: Väntetid"), chain("Nytta: Kortare väntetid")),
    "kategori": (chain("Nytta: Kortare kö"), chain("Nytta: Kortare kö (kvalitet)")),
    "uppfoljning": (chain("Nytta: Kortare kö"), chain("Nytta: Kortare kö", {"Kortare kö": FOLLOWED})),
    "svag_lank": (chain("Effekt: A\n  Nytta: B", sakerhet="osakert"), chain("Effekt: A\n  Nytta: B", sakerhet="kant")),
    "bara_arbete": (chain("Arbetssätt: Z [Läkare]\n  Effekt: A [Patient]"), chain("Arbetssätt: Z [Läkare]\n  Effekt: A [läkare]")),
    "mot_flodet": (chain("Mål: C\n  Nytta: B"), chain("Nytta: B\n  Mål: C")),
}  # fmt: skip

FORTY = "".join(f"  Effekt: Sak {'abcdefghij'[n % 10]}{'klmno'[n // 10]} {n} i {n}\n" for n in range(39))
# The other things that a question with several reasons is asked of: which, what calls for it, and the same mended.
OTHERS: tuple[tuple[str, Effektkedja, Effektkedja], ...] = (
    ("en_intressent", chain("Nytta: Kortare kö"), chain("Nytta: Kortare kö [Patienter]")),
    ("utan_pilar", chain("Effekt: A\n  Effekt: B\nEffekt: C"), chain("Effekt: A\n  Effekt: B\n  Effekt: C")),
    ("hinder_utan_atgard", chain("Risk: R\n  Effekt: A"), chain("Risk: R\n  Effekt: A", {"R": {"atgard": "Vi ringer."}})),
    ("mojlighet_raknad", chain("Möjlighet: M", {"M": {"kalkylrad": "N1"}}), chain("Möjlighet: M")),
    ("liknande", chain("Effekt: Färre samtal om bokning\nNytta: Färre samtal om bokning nu"),
     chain("Effekt: Färre samtal om bokning\nNytta: Färre brev om bokning nu")),
    ("lang_text", chain(f"Effekt: {'a' * 61}"), chain(f"Effekt: {'a' * 60}")),
    ("stor_kedja", chain(f"Förändring: F\n{FORTY}  Effekt: En till"), chain(f"Förändring: F\n{FORTY}")),
    ("svag_lank", chain("Effekt: A\n  Effekt: C\n    Nytta: B", sakerhet="osakert"), chain("Effekt: A\n  Effekt: C", sakerhet="osakert")),
    ("vag_fran_forandring", chain("Nytta: A\n  Mål: B"), chain("Förändring: F\n  Nytta: A\n    Mål: B")),
    ("slinga", chain("Effekt: A\n  Nytta: B\n    A"), chain("Effekt: A\n  Nytta: B")),
)  # fmt: skip


@pytest.mark.parametrize(("kod", "calls", "mended"), OTHERS, ids=[f"{n} {one[0]}" for n, one in enumerate(OTHERS)])
def test_a_question_is_asked_for_each_of_its_reasons(kod: str, calls: Effektkedja, mended: Effektkedja) -> None:
    assert asked(calls, kod)
    assert asked(mended, kod) == []


def asked(kedja: Effektkedja, kod: str, rader: Any = None) -> list[Fraga]:
    return [fraga for fraga in checks(kedja, rader) if fraga.kod == kod]


@pytest.mark.parametrize("kod", PAIRS)
def test_a_question_is_asked_where_it_is_called_for_and_only_there(kod: str) -> None:
    calls, mended = PAIRS[kod]
    found = asked(calls, kod)
    assert found, "the chain calls for it"
    assert asked(mended, kod) == []
    known = {lada.id for lada in calls.lador}, {pil.id for pil in calls.pilar}
    for fraga in found:
        assert set(fraga.lador) <= known[0]
        assert set(fraga.pilar) <= known[1]


def test_money_in_the_chain_and_rows_in_the_calculation_are_the_same_things() -> None:
    kedja = chain("Nytta: Frigjord tid (omfördelning, i pengar)\nKostnad: Licens (finansiell, i pengar)")
    assert asked(kedja, "kalkylrad") == []
    assert asked(kedja, "kalkylrad", {"n1", "k1"}) == []
    assert [fraga.lador for fraga in asked(kedja, "kalkylrad", {"n1"})] == [("k1",)]
    assert [fraga.text for fraga in asked(kedja, "kalkylrad", {"n1", "k1", "N7"})] == [
        "Raden N7 i kalkylen finns inte i kedjan. Vilken väg leder till den?"
    ]


def test_there_are_24_kinds_of_questions_and_each_has_its_pair() -> None:
    assert {rule.nummer for rule in RULES} == set(range(1, 25))
    assert {rule.kod for rule in RULES} == {*PAIRS, "kalkylrad"}
    assert len({rule.kod for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("kod", PAIRS)
def test_a_question_is_a_plain_question_with_its_reason(kod: str) -> None:
    for fraga in asked(PAIRS[kod][0], kod):
        assert "?" in fraga.text
        assert fraga.varfor.endswith(".")
        assert fraga.slag in ("varning", "fråga", "tips")
        assert not {"fel", "bra", "dålig", "poäng"} & set(fraga.text.lower().split())


def test_a_whole_chain_has_only_follow_up_left_to_talk_about() -> None:
    assert [fraga.kod for fraga in checks(chain(WHOLE))] == ["uppfoljning"]
    assert left(checks(chain(WHOLE))) == "1\u00a0fråga kvar att prata om"


@pytest.mark.parametrize("kod", PAIRS)
def test_a_question_put_aside_stays_there_in_the_file_until_it_is_asked_again(kod: str) -> None:
    kedja = PAIRS[kod][0]
    fraga = asked(kedja, kod)[0]
    aside = read(write(dismissed(kedja, fraga, "Vi har pratat om det.")))
    assert dc.replace(fraga, avfardad=True) in checks(aside)
    assert restored(aside, fraga) == kedja
    assert fraga in checks(restored(aside, fraga))


@given(written())
def test_no_two_questions_are_the_same_so_that_each_is_put_aside_alone(kedja: Effektkedja) -> None:
    found = [(fraga.kod, fraga.om) for fraga in checks(kedja, {"N1"})]
    assert len(found) == len(set(found))


def test_a_question_put_aside_comes_back_when_it_is_about_something_else() -> None:
    kedja = chain("Nytta: Kortare kö")
    aside = dismissed(kedja, asked(kedja, "uppfoljning")[0])
    more = dc.replace(aside, lador=(*aside.lador, Lada("n2", "nytta", "Frigjord tid")))
    assert [fraga.avfardad for fraga in asked(more, "uppfoljning")] == [False]


@pytest.mark.parametrize("id", ids())
def test_the_examples_leave_little_to_ask(id: str) -> None:
    assert len(checks(example(id))) <= 3


def test_a_chain_of_the_greatest_size_is_questioned_too() -> None:
    lador = tuple(Lada(f"n{n}", "nytta", f"Sak {n}", varderas_i_pengar=True) for n in range(500))
    pilar = tuple(Pil(f"p{n}", f"n{n}", f"n{n + 1}") for n in range(499))
    assert checks(Effektkedja("", lador, pilar))
