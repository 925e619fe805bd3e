"""The workshop's steps: what the group does in each, and how long it tends to take. Never a clock that runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steg:
    """What a step is called, what the group does, and how long that tends to take. What it shows is in kedja.css."""

    namn: str
    gor: str
    tid: str


LAS = "5"  # the step where the chain is read, one way at a time
STEG = {
    "1": Steg("Lappar", "Vad händer, och för vem? Skriv tyst var för sig och läs sedan upp. En av er skriver här.",
              "Ta en kvart till en halvtimme."),
    "2": Steg("Grupper", "Läs lapparna högt. Lägg dem som hör ihop i samma grupp, och slå ihop dem som säger samma sak.",
              "Ta ungefär en halvtimme."),
    "3": Steg("Lådor", "Vad är varje lapp? Gör någon något annorlunda är det ett nytt arbetssätt. "
              "Är det värdefullt för någon är det en nytta.",
              "Ta ungefär en halvtimme."),
    "4": Steg("Pilar", "Fråga om varje låda: vad leder det till? Gå sedan baklänges från målen: vad krävs för att komma hit?",
              "Ett första utkast brukar ta en timme."),
    "5": Steg("Läs kedjan", "Läs en väg i taget högt. Leder det ena verkligen till det andra? Vad mer krävs? Varför tror ni det?",
              "Räkna med minst en timme. Hela arbetet brukar ta minst tre."),
    "6": Steg("Nyttobeskrivningar", "Läs utkasten. Ändra tills den som ska fatta beslut förstår.",
              "Ta några minuter för varje nytta."),
    "7": Steg("Tillbaka", "Håll beskrivningarna mot kedjan. Vad saknas, och vad stämmer inte? Ändra i kedjan, "
              "eller gå tillbaka till det steg som det gäller.",
              "Gör om det tills ni är överens. Det behöver inte bli klart i dag."),
}  # fmt: skip
