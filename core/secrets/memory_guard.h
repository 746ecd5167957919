// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// Called when a program has read secrets: no core dump of it is written, and no other program of the same user can look
// into its memory (prctl(2), PR_SET_DUMPABLE). A debugger must start the program then instead of attaching to it.
// Thread: any.
void guardMemory();

} // namespace gatehouse
