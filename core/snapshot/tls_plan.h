// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tls_context.h"

#include <QStringList>

namespace gatehouse {

class Config;

// The certificates of a configuration by the names they are for; certificates without a name are kept for services and
// presented to nobody. What cannot be used is named in `warnings` and left out.
[[nodiscard]] Result<std::shared_ptr<const net::TlsServerContext>>
tlsServerContext(const Config &config, const net::TlsIdentity &fallback, QStringList &warnings);

} // namespace gatehouse
