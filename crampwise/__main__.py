"""`python -m crampwise` is the `crampwise` command."""

import sys

from crampwise.cli import main

sys.exit(main())
