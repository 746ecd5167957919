// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gatehouse::net {

// A process that listens on a TCP port.
struct PortHolder {
    QString name;
    qint64 pid = 0;
};

// Who listens on a port of this machine, as far as /proc tells: nothing on other systems, and nothing for processes of
// other users whose descriptors may not be read. Thread: any; reads files, so not for the data path.
[[nodiscard]] std::optional<PortHolder> portHolder(quint16 port);

} // namespace gatehouse::net
