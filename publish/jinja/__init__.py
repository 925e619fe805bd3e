"""Stand-ins for the half of Jinja2 that reads templates: in the browser they are compiled already.

Each module here takes the place of the one with its name in the engine's wheel, and holds only the names that the
other half imports.
"""
