// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/gateway_commands.h"

#include "core/net/port_holder.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTcpServer>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

GatewayCommands::GatewayCommands(Gateway &gateway, UiSettings &settings, QWidget *window)
    : QObject(window)
    , m_gateway(gateway)
    , m_settings(settings)
    , m_window(window)
{
    connect(&m_gateway, &Gateway::stopped, this, [this] {
        if (std::exchange(m_startsAgain, false))
            start();
    });
}

GatewaySettings GatewayCommands::wanted() const
{
    GatewaySettings settings;
    if (const auto proxy = ListenAddress::parse(m_settings.value(Setting::ProxyListen).toString()))
        settings.proxy = *proxy;
    if (const auto admin = ListenAddress::parse(m_settings.value(Setting::AdminListen).toString()))
        settings.admin = *admin;
    settings.proxyTls = ListenAddress::parse(m_settings.value(Setting::ProxyTlsListen).toString());
    settings.workers = m_settings.value(Setting::Workers).toInt();
    settings.proxy.port = m_proxyPort.value_or(settings.proxy.port);
    settings.admin.port = m_adminPort.value_or(settings.admin.port);
    return settings;
}

void GatewayCommands::setSessionPorts(quint16 proxy, quint16 admin)
{
    m_proxyPort = proxy;
    m_adminPort = admin;
}

void GatewayCommands::start()
{
    if (m_gateway.state() != Gateway::State::Stopped)
        return;
    const GatewaySettings settings = wanted();
    if (!isFree(settings.proxy)) {
        offerOtherPort(settings.proxy, true);
        return;
    }
    if (!isFree(settings.admin)) {
        offerOtherPort(settings.admin, false);
        return;
    }
    if (const Result<> started = m_gateway.start(settings); !started)
        emit startFailed(started.error());
}

void GatewayCommands::stop()
{
    if (m_gateway.state() == Gateway::State::Draining)
        m_gateway.stopNow();
    else
        m_gateway.stop();
}

void GatewayCommands::restart()
{
    if (m_gateway.state() == Gateway::State::Stopped) {
        start();
        return;
    }
    m_startsAgain = true;
    m_gateway.stop();
}

bool GatewayCommands::isFree(const ListenAddress &address)
{
    QTcpServer probe;
    return address.port == 0 || probe.listen(address.host, address.port);
}

quint16 GatewayCommands::freePortNear(quint16 port)
{
    for (quint16 candidate = port + 10; candidate < port + 500; candidate = static_cast<quint16>(candidate + 10)) {
        if (isFree({QHostAddress(QHostAddress::LocalHost), candidate}))
            return candidate;
    }
    return 0;
}

void GatewayCommands::offerOtherPort(const ListenAddress &taken, bool isProxy)
{
    const auto holder = net::portHolder(taken.port);
    const QString who = holder ? tr("\"%1\" (pid %2)").arg(holder->name).arg(holder->pid) : tr("another program");
    const quint16 other = freePortNear(taken.port);
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Port %1 is in use").arg(taken.port),
                        isProxy ? tr("Could not start the proxy: port %1 is used by %2.").arg(taken.port).arg(who)
                                : tr("Could not start the Admin API: port %1 is used by %2.").arg(taken.port).arg(who),
                        QMessageBox::Cancel, m_window);
    box->setObjectName(u"portDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Stop that program and try again, or use another port for this session."));
    QPushButton *useOther = box->addButton(tr("Use port %1").arg(other), QMessageBox::AcceptRole);
    useOther->setObjectName(u"useOtherPort"_s);
    QPushButton *again = box->addButton(tr("Try %1 again").arg(taken.port), QMessageBox::ActionRole);
    again->setObjectName(u"tryAgain"_s);
    box->setDefaultButton(useOther);
    connect(useOther, &QPushButton::clicked, this, [this, other, isProxy] {
        (isProxy ? m_proxyPort : m_adminPort) = other;
        start();
    });
    connect(again, &QPushButton::clicked, this, &GatewayCommands::start);
    box->open();
}

} // namespace gatehouse
