#!/usr/bin/env bash
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is needed, builds everything with warnings as errors and runs every test; ends with CTest's summary.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

packaging/install_dependencies.sh tests
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

echo "== without the desktop program" >&2
cmake -S . -B build/terminal -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
    -DGATEHOUSE_UI=OFF -DGATEHOUSE_TESTS=OFF -DGATEHOUSE_WERROR=ON >&2
cmake --build build/terminal --target gatehousectl >&2
build/terminal/bin/gatehousectl --version >&2

echo "== everything" >&2
packaging/build.sh release -DGATEHOUSE_WERROR=ON -DGATEHOUSE_TESTS=ON
ctest --preset release -j2
