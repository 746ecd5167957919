# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparisons of the test scripts: the first that fails ends the script."""

import sys

count = 0


def check(what, actual, expected):
    global count
    count += 1
    if actual != expected:
        print(f"FAIL {what}\n  expected {expected!r}\n  got      {actual!r}")
        sys.exit(1)
