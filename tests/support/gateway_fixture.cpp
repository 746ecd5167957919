// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_fixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <future>

using namespace Qt::StringLiterals;

namespace gatehouse {

GatewayFixture::GatewayFixture(int workers,
                               const net::ResolverSettings &dns,
                               const ProxySettings &limits,
                               std::chrono::milliseconds drainTimeout)
    : m_project(std::make_unique<Project>(*m_registry, m_clock))
    , m_gateway(std::make_unique<Gateway>(*m_project, m_clock))
{
    const ListenAddress anyPort{QHostAddress(QHostAddress::LocalHost), 0};
    static const QTemporaryDir identity; // one for the program: making keys takes a while
    const Result<> started =
        m_gateway->start({anyPort, anyPort, anyPort, workers, dns, limits, drainTimeout, identity.filePath(u"tls"_s)});
    if (!started)
        qFatal("%s", qUtf8Printable(toText(started.error())));
}

QString GatewayFixture::load(const QByteArray &yaml)
{
    QSignalSpy published(m_gateway.get(), &Gateway::published);
    QSignalSpy rejected(m_gateway.get(), &Gateway::rejected);
    if (const Result<> opened = m_project->openText(yaml); !opened)
        return toText(opened.error());
    while (published.isEmpty() && rejected.isEmpty())
        published.wait(50);
    return rejected.isEmpty() ? QString() : QStringLiteral("rejected");
}

quint16 GatewayFixture::port() const
{
    return ListenAddress::parse(m_gateway->proxyAddress())->port;
}

quint16 GatewayFixture::tlsPort() const
{
    return ListenAddress::parse(m_gateway->proxyTlsAddress())->port;
}

quint16 GatewayFixture::adminPort() const
{
    return ListenAddress::parse(m_gateway->adminAddress())->port;
}

RawResponse GatewayFixture::askAdmin(const QByteArray &method, const QByteArray &target)
{
    const QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
    std::future<RawResponse> answer =
        std::async(std::launch::async, [bytes, port = adminPort()] { return RawClient(port).request(bytes); });
    const auto isThere = [&answer] { return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready; };
    if (!QTest::qWaitFor(isThere, 10000))
        qFatal("The Admin API does not answer.");
    return answer.get();
}

QByteArray GatewayFixture::oneRoute(const RecordingUpstream &upstream, const QByteArray &path)
{
    return "_format_version: \"3.0\"\nservices:\n- name: s\n  url: http://127.0.0.1:" +
           QByteArray::number(upstream.port()) + "\n  routes:\n  - name: r\n    paths: [\"" + path + "\"]\n";
}

} // namespace gatehouse
