// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/explain_request.h"

namespace gatehouse {

// An answer as a command needs it.
struct PlainAnswer {
    int status = 0;
    QByteArray trace; // X-Kong-Request-Debug-Output; null when there is none
    QByteArray body;
};

// Sends a request on a connection of its own and waits for the answer; for commands, which have nothing else to do.
// The certificate of a TLS port is not verified: it is a gateway on this machine. Fails with ErrorKind::Network when
// nobody answers, or not with HTTP.
[[nodiscard]] Result<PlainAnswer> exchange(const Endpoint &endpoint, const QByteArray &request);

} // namespace gatehouse
