// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sample_services.h"

#include <QHttpServer>
#include <QHttpServerResponder>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QJsonObject answerTo(const QString &service, const QHttpServerRequest &request)
{
    QJsonObject headers;
    const auto received = request.headers();
    for (const auto &header : received)
        headers.insert(QString::fromLatin1(header.first).toLower(), QString::fromUtf8(header.second));
    const QMetaEnum methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return {{u"service"_s, service},
            {u"method"_s, QString::fromLatin1(methods.valueToKey(static_cast<int>(request.method()))).toUpper()},
            {u"path"_s, request.url().path()},
            {u"query"_s, request.url().query()},
            {u"headers"_s, headers},
            {u"body"_s, QString::fromUtf8(request.body())}};
}

void serve(QHttpServer &server, const QString &service)
{
    server.setMissingHandler([service](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        responder.write(QJsonDocument(answerTo(service, request)));
    });
}

} // namespace

SampleServices::SampleServices(QObject *parent)
    : QObject(parent)
{
}

SampleServices::~SampleServices()
{
    if (m_host)
        m_host->call([this] { qDeleteAll(m_host->findChildren<QHttpServer *>()); });
}

bool SampleServices::start()
{
    m_thread.reset(new LoopThread);
    m_thread->setObjectName(u"demo"_s);
    m_host = std::make_unique<ThreadMember>();
    m_host->moveToThread(m_thread.get());
    m_thread->begin();
    bool allListen = true;
    m_host->call([this, &allListen] {
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto *server = new QHttpServer(m_host.get());
            serve(*server, QString::fromLatin1(names[i]) + u"-service"_s);
            m_ports[i] = server->listen(QHostAddress::LocalHost, 0);
            allListen = allListen && m_ports[i] != 0;
        }
    });
    return allListen;
}

} // namespace gatehouse
