// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/self_signed.h"

namespace gatehouse {

// The authority of this user that signs certificates for development. It is made when it is first asked for and kept,
// its key readable by its owner only; one that has expired is replaced. Nothing installs it anywhere. Thread: control.
[[nodiscard]] Result<net::CertificateAndKey> localAuthority(const QString &folder);

// "gatehouse/authority" below the user's data folder (XDG_DATA_HOME).
[[nodiscard]] QString localAuthorityFolder();

// What clients have to trust.
[[nodiscard]] QString localAuthorityFile(const QString &folder);

} // namespace gatehouse
