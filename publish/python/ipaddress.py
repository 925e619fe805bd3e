"""No address of a page is a number in brackets."""


def ip_address(address: str) -> None:
    """As for any text that is no such address."""
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")
