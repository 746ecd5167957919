// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tls_identity.h"

namespace gatehouse {

// The certificates presented to clients whose name has none. They are made at the first start and kept, so that who has
// accepted them once recognises them again; files that cannot be used, or have expired, are replaced with a message.
// When the folder cannot be written, the certificates made live as long as the program, and a message says so.
// `folder` is made when missing and readable by its owner only. Thread: control; called before the workers start.
[[nodiscard]] Result<net::TlsIdentity> defaultIdentity(const QString &folder);

// "gatehouse/tls" below the user's data folder (XDG_DATA_HOME).
[[nodiscard]] QString defaultIdentityFolder();

} // namespace gatehouse
