// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse {

// Standard input without its last line end; from a terminal one line is asked for and not shown. Never from the command
// line: other users can read that. Thread: control.
QByteArray readSecretLine(const char *prompt);

} // namespace gatehouse
