#!/usr/bin/env bash
# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings the .ts files up to the texts in the sources; what is new stands there as unfinished, to be translated with Qt
# Linguist. English has plurals only. With a folder, the files are made there anew instead, without translations.
set -euo pipefail
target=$(realpath "${1:-$(dirname "$0")}")
cd "$(dirname "$0")/.."
lupdate=$(command -v /usr/lib/qt6/bin/lupdate lupdate | head -1)
options=(-silent -no-obsolete -locations none -I . -source-language en app core ui)

"$lupdate" "${options[@]}" -target-language en -pluralonly -ts "$target/gatehouse_en.ts"
"$lupdate" "${options[@]}" -target-language de -ts "$target/gatehouse_de.ts"
