#!/usr/bin/env bash
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what building and running Gatehouse needs on Debian 12, with apt; asks nothing, and does nothing when all is
# there. With "tests" it adds what the tests need, with "bench" what the benchmark compares with.
set -euo pipefail

packages=(
    ca-certificates ccache cmake g++ git make ninja-build pkg-config
    libc-ares-dev libgl-dev libpcre2-dev libssl-dev libyaml-cpp-dev
    # qt6-websockets-dev: Debian's Qt HttpServer is only found beside it.
    libqt6svg6-dev libsecret-1-0 qt6-base-dev qt6-httpserver-dev qtkeychain-qt6-dev qt6-websockets-dev
    qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
)
for wanted in "$@"; do
    case "$wanted" in
        tests) packages+=(curl dbus fonts-dejavu-core gnome-keyring libglib2.0-bin nodejs npm openssl procps python3) ;;
        bench) packages+=(haproxy nginx procps python3 wrk) ;;
        *)
            echo "usage: $0 [tests] [bench]" >&2
            exit 64
            ;;
    esac
done

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
# A Node.js that did not come from Debian serves as well.
if command -v node >/dev/null && command -v npm >/dev/null; then
    for i in "${!missing[@]}"; do
        case "${missing[$i]}" in nodejs | npm) unset "missing[$i]" ;; esac
    done
fi
[ ${#missing[@]} -eq 0 ] && exit 0

run_as_root=()
if [ "$(id -u)" -ne 0 ]; then
    run_as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing: ${missing[*]}" >&2
"${run_as_root[@]}" apt-get update -qq
"${run_as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
