"""``python -m filmmeta`` is the command line."""

import sys

from filmmeta.cli import main

sys.exit(main())
