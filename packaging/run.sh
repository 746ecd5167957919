#!/usr/bin/env bash
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is needed, builds Gatehouse and starts the desktop program with the sample. Without a display it starts
# the same gateway in the terminal. Arguments go to the program instead of the sample.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

"$root/packaging/install_dependencies.sh"
"$root/packaging/build.sh" release -DGATEHOUSE_TESTS=OFF
[ $# -gt 0 ] || set -- --sample

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$root/build/release/bin/gatehouse" "$@"
fi
echo "There is no display: starting the gateway without its window." >&2
exec "$root/build/release/bin/gatehousectl" start "$@"
