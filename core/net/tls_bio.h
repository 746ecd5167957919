// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct bio_st;

namespace gatehouse::net {

// OpenSSL's access to a non-blocking socket. Unlike its own, it never raises SIGPIPE. The caller owns the BIO; the
// descriptor stays with whoever opened it. Thread: the one that uses the descriptor.
[[nodiscard]] bio_st *makeSocketBio(int descriptor);

} // namespace gatehouse::net
