"""python -m calculators.views.compile FOLDER: the templates as Python modules, for the wheel."""

import sys

from calculators.views.environment import compile_templates

if __name__ == "__main__":
    compile_templates(sys.argv[1])
