"""One outside page: what it says, its address, and when somebody last looked."""

import dataclasses as dc
import datetime as dt


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """`om` says what it holds. `sedd` is the day when somebody read the address in a copy of a public page,
    `oppnad` when somebody opened it. Without `url` the source is known but its address is not."""

    id: str
    titel: str
    om: str
    url: str = ""
    sedd: dt.date | None = None
    oppnad: dt.date | None = None

    def __post_init__(self) -> None:
        if self.url and not self.url.startswith(("https://", "http://")):
            raise ValueError(f"url should begin with https://, not {self.url!r}")
        if self.url and not (self.sedd or self.oppnad):
            raise ValueError("an address needs sedd or oppnad, the day when somebody last looked")
        if not self.id.replace("-", "").isalnum() or not self.id.isascii() or self.id != self.id.lower():
            raise ValueError(f"id should be small letters a to z, figures and hyphens, not {self.id!r}")
