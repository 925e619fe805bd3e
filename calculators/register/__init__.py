"""Nyttoregistret: the benefits of many calculations in one list. Money, hours and quality are summed each for itself."""
