// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "ui/settings/ui_settings.h"

#include <QObject>

class QWidget;

namespace gatehouse {

// Start, stop, restart of the gateway from the window, and what to do when a port is taken: say by whom, offer another
// one; never move silently. Thread: control. Lives as long as the main window.
class GatewayCommands : public QObject
{
    Q_OBJECT
public:
    GatewayCommands(Gateway &gateway, UiSettings &settings, QWidget *window);

    void start();
    // Lets requests under way finish; a second time, does not.
    void stop();
    void restart();
    // Ports the gateway should use instead of the remembered ones, for this session (tests use port 0).
    void setSessionPorts(quint16 proxy, quint16 admin);

signals:
    void startFailed(const gatehouse::Error &error);

private:
    [[nodiscard]] GatewaySettings wanted() const;
    void offerOtherPort(const ListenAddress &taken, bool isProxy);
    [[nodiscard]] static quint16 freePortNear(quint16 port);
    [[nodiscard]] static bool isFree(const ListenAddress &address);

    Gateway &m_gateway;
    UiSettings &m_settings;
    QWidget *m_window;
    std::optional<quint16> m_proxyPort;
    std::optional<quint16> m_adminPort;
    bool m_startsAgain = false;
};

} // namespace gatehouse
