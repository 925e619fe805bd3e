"""The guided start: one question at a time, from what the change is to a first estimate. Knows no HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Choice = tuple[str, str]  # title, explanation


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the document that a question fills in."""

    key: str
    label: str
    unit: str = ""
    number: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `unknown` is the text that "Vet ej" fills in at each key; `choices` are ways on."""

    id: str
    title: str
    help: str = ""
    fields: tuple[Asked, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    unknown: bool = True


KINDS: dict[str, Choice] = {
    "tid": ("Arbetstid", "Något tar kortare tid, eller behöver inte göras lika ofta."),
    "utgift": ("Utgifter", "Ni slipper betala för något, eller betalar mindre."),
    "resor": ("Resor", "Det blir färre eller kortare resor med bil."),
}
BEGINNING = (
    Question("namn", "Vad kallar ni förändringen?", "Ett kort namn räcker. Det går att ändra sedan.",
             (Asked("namn", "Förändringens namn"),), unknown=False),
    Question("a", "Hur gör ni i dag?", "Det här är alternativ A, det ni jämför med. Beskriv utan att säga om det är bra.",
             (Asked("alternativ_a", "Så gör vi i dag", long=True),)),
    Question("b", "Hur gör ni efter förändringen?", "Det här är alternativ B.",
             (Asked("alternativ_b", "Så gör vi sedan", long=True),)),
    Question("vem", "Vilka berörs?", "Skriv din egen organisation först. Lägg till någon mer om fler berörs, till exempel invånarna.",
             (Asked("perspektiv.0", "Din organisation"), Asked("perspektiv.1", "Någon mer som berörs")), unknown=False),
    Question("sort", "Vad blir annorlunda som går att räkna?", "Välj det som märks mest. Fler nyttor lägger du till efteråt.",
             choices=KINDS, unknown=False),
)  # fmt: skip
ENDING = (
    Question("inforande", "Hur mycket arbetstid går det åt för att införa förändringen?",
             "Räkna in den som leder arbetet, utbildning och möten. Bara det första året.",
             (Asked("kostnader.0.faktorer.0.troligt", "Timmar", "h", number=True),
              Asked("kostnader.0.faktorer.1.troligt", "Timkostnad", "kr/h", number=True))),
    Question("drift", "Vad kostar det varje år sedan?", "Licenser, avgifter och annat som ni betalar varje år.",
             (Asked("kostnader.1.faktorer.0.troligt", "Utgift per år", "kr/år", number=True),)),
    Question("utan", "Vad blir bättre eller sämre som inte går att räkna i kronor?",
             "Till exempel trygghet, arbetsmiljö eller miljö. Det får ingen summa, men hör till beslutet.",
             (Asked("ej_varderade.0.namn", "Det som inte får kronor"),)),
)  # fmt: skip
FACTORS = {  # the question about each factor of the patterns that the guide begins with
    "Händelser per år": "Hur många gånger per år görs det?",
    "Tid per händelse i A": "Hur lång tid tar det i dag, varje gång?",
    "Tid per händelse i B": "Hur lång tid tar det efter förändringen, varje gång?",
    "Timkostnad": "Vad kostar en timmes arbete?",
    "Utgift i A": "Vad betalar ni i dag, per år?",
    "Utgift i B": "Vad betalar ni efter förändringen, per år?",
    "Resor per år i A": "Hur många resor gör ni i dag, per år?",
    "Resor per år i B": "Hur många resor gör ni efter förändringen, per år?",
    "Sträcka per resa": "Hur lång är en resa, enkel väg?",
    "Eget pris per mil": "Vad kostar en mil?",
}
ESTIMATE = "En uppskattning räcker. Du kan ändra den sedan."
HELP = {
    "Timkostnad": f"Lön med påslag, delad på arbetad tid. Sidan Timkostnad räknar ut den ur en månadslön. {ESTIMATE}",
    "Händelser per år": f"Räkna hela gruppen. {ESTIMATE}",
}


def questions(flat: Mapping[str, str]) -> tuple[Question, ...]:
    """Every question for a document: the first benefit's own factors come between the beginning and the end."""
    return (*BEGINNING, *_factors(flat), *ENDING, _how_sure(flat))


def _factors(flat: Mapping[str, str]) -> list[Question]:
    found = []
    for n in range(12):
        key = f"nyttor.0.faktorer.{n}"
        name, unit = flat.get(f"{key}.namn"), flat.get(f"{key}.enhet", "")
        if name and flat.get(f"{key}.kalla") != CONSTANT:
            asked = Asked(f"{key}.troligt", name, unit, number=True)
            title = FACTORS.get(name, f"{name}: hur mycket?")
            found.append(Question(f"faktor{n}", title, HELP.get(name, ESTIMATE), (asked,)))
    return found


def _how_sure(flat: Mapping[str, str]) -> Question:
    """The last question: the span of the first figure, which is named."""
    key = "nyttor.0.faktorer.0"
    name, said, unit = (flat.get(f"{key}.{part}", "").strip() for part in ("namn", "troligt", "enhet"))
    given = f" Du har svarat {said} {unit}.".replace(" .", ".") if said else ""
    fields = tuple(Asked(f"{key}.{part}", label, unit, number=True) for part, label in (("lagst", "Lägst"), ("hogst", "Högst")))
    title = f"Hur säkra är ni på siffran ”{name}”?" if name else "Hur säkra är ni på den viktigaste siffran?"
    return Question("osaker", title, f"Skriv det lägsta och det högsta som är rimligt.{given}", fields)


CONSTANT = "Räknetal"  # the source of a factor that is no answer of hers, such as months in a year
