// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace gatehouse {

// An upstream whose system takes connections, but which never reads from them and never answers.
class SilentUpstream
{
public:
    SilentUpstream()
    {
        m_server.listen(QHostAddress::LocalHost, 0);
        m_server.pauseAccepting();
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
};

} // namespace gatehouse
