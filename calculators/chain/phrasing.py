"""The words of a box inside a sentence. A text may be a thing ("färre samtal") or something that happens ("fler bokar själva")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from calculators.chain.graph import Effektkedja, Lada
from calculators.swedish import listed, lowered

BESTAMD = {
    "forandring": "förändringen", "nytt_arbetssatt": "det nya arbetssättet", "effekt": "effekten", "nytta": "nyttan",
    "verksamhetsmal": "verksamhetsmålet", "mojlighet": "möjligheten", "hinder": "hindret", "risk": "risken",
    "kostnad": "kostnaden",
}  # fmt: skip
# Finite verbs that boxes are often written with. A verb that is missing here only makes a sentence a little stiffer.
_VERBS = """
    är blir får kan ska har gör går kommer når ser vet vill måste behöver slipper sker finns syns tar ger ligger står bor
    arbetar jobbar bokar ombokar avbokar handlar väljer betalar ringer mejlar skriver läser lämnar hämtar skickar använder
    delar följer hittar hjälper hinner känner lär leder lever minskar möter plockar kör påminner räcker saknar sparar stöder
    svarar söker träffar vågar väntar växer ökar öppnar återkommer utför upplever tror tycker registrerar dokumenterar
    planerar fördelar informerar kontaktar kontrollerar godkänner ansöker anmäler loggar identifierar lägger sköter tillåter
    rymmer fungerar försvinner upphör uppstår påverkar stannar byter flyttar startar slutar deltar förstår vänjer
    skrivs görs ges tas ses sköts förs körs läggs sätts ställs säljs köps nås utförs ersätts används behövs krävs räknas
    delges hålls stängs öppnas minskas ökas sänks höjs följs bokas hämtas lämnas levererar
"""
VERBS = frozenset(_VERBS.split())
PASSIVE = re.compile(r"\w{3,}(?:er|k|n|l|t|d|g|p|v|j|m|r)as")
NOT = re.compile(r"(\w+) (inte)\b")
WORDS = re.compile(r"\w+")
SEVERAL = re.compile(r"\s*[,;/]\s*|\s+och\s+(?=[A-ZÅÄÖ])")


def happens(text: str) -> bool:
    """Whether the text says that something happens, so that "att" goes before it."""
    words = [word.lower() for word in WORDS.findall(text)][1:]
    return any(word in VERBS or (PASSIVE.fullmatch(word) and not word.endswith("nas")) for word in words)


class Words:
    """The texts of one chain, as they stand inside sentences."""

    def __init__(self, kedja: Effektkedja):
        texts = [kedja.titel, *(text for lada in kedja.lador for text in (lada.text, *stakeholders(lada)))]
        self.names = {word for text in texts for word in WORDS.findall(text)[1:] if word[:1].isupper()}

    def inside(self, text: str) -> str:
        """Small first letter, unless it begins with a name or an abbreviation; no full stop."""
        first = WORDS.match(text)
        bare = text.rstrip(" .")
        return bare if first and first[0] in self.names else lowered(bare)

    def that(self, text: str) -> str:
        """ "färre samtal", or "att fler bokar själva"."""
        if not happens(text):
            return self.inside(text)
        return f"att {NOT.sub(lambda found: f'{found[2]} {found[1]}' if found[1] in VERBS else found[0], self.inside(text))}"

    def all(self, lador: Iterable[Lada]) -> str:
        """Several boxes in a row: "färre samtal och att fler bokar själva"."""
        return listed([self.that(lada.text) for lada in lador])

    def quoted(self, lada: Lada) -> str:
        """A box as it is written: "nyttan ”Kortare väntetid” för patienter"."""
        who = listed([self.inside(one) for one in stakeholders(lada)]) if lada.typ in ("nytta", "mojlighet") else ""
        return f"{BESTAMD[lada.typ]} ”{lada.text.rstrip(' .')}”{f' för {who}' if who else ''}"


def stakeholders(lada: Lada) -> list[str]:
    """Each stakeholder of a box: those between commas, slashes, or "och" before a capital letter."""
    return [who for who in SEVERAL.split(lada.intressent) if who]


def sentence(text: str) -> str:
    """Capital first letter and a full stop."""
    bare = text.strip()
    return f"{bare[:1].upper()}{bare[1:]}{'' if bare[-1:] in '.?!' else '.'}" if bare else ""


def joined(sentences: Sequence[str]) -> str:
    return " ".join(sentence(one) for one in sentences if one)
