#!/usr/bin/env bash
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is needed, builds everything with warnings as errors and runs every test; ends with CTest's summary.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

packaging/install_dependencies.sh tests

echo "== without the desktop program" >&2
packaging/build.sh release -DGATEHOUSE_WERROR=ON -DGATEHOUSE_UI=OFF -DGATEHOUSE_TESTS=OFF
build/release/bin/gatehousectl --version >&2

echo "== everything" >&2
packaging/build.sh release -DGATEHOUSE_WERROR=ON -DGATEHOUSE_UI=ON -DGATEHOUSE_TESTS=ON
ctest --preset release -j2
