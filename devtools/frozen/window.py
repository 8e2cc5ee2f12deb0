"""Entry point of the stand-alone program's window, `Bedside`."""

import sys
from multiprocessing import freeze_support

from desktop.__main__ import main  # starts the model worker instead where that is asked for
from devtools.frozen.needs import leave_if_something_is_missing

freeze_support()  # a process that Bedside started to compute in ends here
leave_if_something_is_missing()
sys.exit(main())
