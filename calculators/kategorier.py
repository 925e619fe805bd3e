"""The four categories of the method, for rows and for boxes alike."""

PENGAKATEGORIER = {"finansiell": "Finansiell", "omfordelning": "Omfördelning"}
KATEGORIER = PENGAKATEGORIER | {"kvalitet": "Kvalitet", "miljo": "Miljö"}
