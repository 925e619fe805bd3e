"""How hard hypothesis tries: `same` repeats itself, `hard` varies and looks long, `wasm` is short because Pyodide is slow."""

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("same", deadline=None, max_examples=40, suppress_health_check=SLOW, derandomize=True)
settings.register_profile("wasm", settings.get_profile("same"), max_examples=5, database=None)
settings.register_profile("vary", settings.get_profile("same"), derandomize=False)
settings.register_profile("hard", settings.get_profile("vary"), max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
