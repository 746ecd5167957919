// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// Lets the process open as many descriptors as it may allow itself (RLIMIT_NOFILE): the usual 1024 is fewer than the
// connections of one worker. Thread: control, before workers start.
void raiseDescriptorLimit() noexcept;

} // namespace gatehouse
