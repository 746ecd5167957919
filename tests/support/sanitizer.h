// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// What a test cannot do in a program that a sanitizer was built into.

#ifdef __SANITIZE_THREAD__
// QProcess begins a program in the memory of its parent, where the sanitizer then stops to follow who waits for whom.
inline constexpr bool canStartProcesses = false;
#else
inline constexpr bool canStartProcesses = true;
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool canMeasureMemory = false;
#else
inline constexpr bool canMeasureMemory = true;
#endif

} // namespace gatehouse
