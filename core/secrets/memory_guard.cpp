// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/memory_guard.h"

#include <sys/prctl.h>

namespace gatehouse {

void guardMemory()
{
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace gatehouse
