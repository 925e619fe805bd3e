"""No template is read here."""


class Lexer:
    """Not used."""


class TokenStream:
    """Not used."""


def get_lexer(environment: object) -> Lexer:
    return Lexer()
