"""No template is parsed here."""


class Parser:
    """Not used."""
