// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/admin_api.h"
#include "core/admin/login_guard.h"
#include "core/base/result.h"

#include <QHostAddress>
#include <QObject>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QHttpServer;
class QHttpServerRequest;
QT_END_NAMESPACE

namespace gatehouse {

struct AdminServerOptions {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8001;        // 0 = any free one
    QStringList hostNames = {}; // names besides loopback that a Host header may carry
    QStringList origins = {};   // web pages ("https://ui.example") that may write
    QString token = {};         // asked for in Kong-Admin-Token or Authorization when not empty
};

// The Admin API on a port; the only place that knows QHttpServer (a technology preview in Qt 6.4.2). Refuses requests
// that a foreign web page makes a browser send: a Host that is not ours (DNS rebinding), a write from another site. An
// address that guesses tokens is locked out for a while.
// Thread: control. The AdminApi must outlive it.
class AdminServer : public QObject
{
    Q_OBJECT

public:
    AdminServer(AdminApi &api, const AdminServerOptions &options, QObject *parent = nullptr);
    ~AdminServer() override;

    Result<quint16> listen(); // the port

    // What stands in the way of a request before the API sees it; nothing when it may pass.
    [[nodiscard]] std::optional<AdminReply> refusal(const AdminRequest &request) const;

signals:
    void written(); // a request that may have changed something; its answer goes out after this

private:
    [[nodiscard]] AdminReply answer(const QHttpServerRequest &httpRequest);
    [[nodiscard]] std::optional<AdminReply> guardedRefusal(const AdminRequest &request, const QHostAddress &client);
    [[nodiscard]] bool isHostOurs(const QByteArray &host) const;
    [[nodiscard]] bool isFromOtherSite(const AdminRequest &request) const;
    [[nodiscard]] bool isTokenRight(const AdminRequest &request) const;

    AdminApi &m_api;
    AdminServerOptions m_options;
    LoginGuard m_logins;
    std::unique_ptr<QHttpServer> m_server;
};

} // namespace gatehouse
