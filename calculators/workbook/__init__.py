"""A nyttokalkyl as a spreadsheet with live formulas, and back.

The visible cells are the truth when a file is read: its formulas are translated, never run.
"""
