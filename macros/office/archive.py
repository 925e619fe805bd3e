"""A zip archive without the moment when it was made, so that the same content gives the same bytes."""

import datetime as dt
import io
import zipfile


def steady(archive: bytes, day: dt.date) -> bytes:
    """The same files in the same order, each dated `day`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            new.writestr(about, old.read(name))
    return packed.getvalue()
