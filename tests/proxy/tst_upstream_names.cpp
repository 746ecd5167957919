// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dns_server.h"
#include "tests/support/gateway_fixture.h"

#include <QTest>

using namespace gatehouse;

// Host names of services and targets, looked up at a server of the test's own.
class TestUpstreamNames : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void resolvesTheHostOfAService();
    void manyRequestsWaitForOneAnswer();
    void saysWhenANameDoesNotExist();
    void saysWhenNobodyCanTell();
    void takesThePortOfAnSrvRecord();
    void triesTheNextAddressOfAName();
    void spreadsOverTheAddressesOfATarget();
    void followsAChangeOfAddress();
    void hasNoPeerWhenATargetDoesNotResolve();
    void staysReadyForOthersWhileANameIsLookedUp();

private:
    QString loadService(const QByteArray &host, quint16 port);

    std::unique_ptr<DnsServer> m_dns;
    std::unique_ptr<RecordingUpstream> m_upstream;
    std::unique_ptr<GatewayFixture> m_gateway;
};

void TestUpstreamNames::init()
{
    m_dns = std::make_unique<DnsServer>();
    m_upstream = std::make_unique<RecordingUpstream>();
    net::ResolverSettings settings;
    settings.servers = {m_dns->address()};
    settings.hostsFile.clear();
    settings.timeout = std::chrono::milliseconds(200);
    settings.attempts = 1;
    m_gateway = std::make_unique<GatewayFixture>(1, settings);
}

void TestUpstreamNames::cleanup()
{
    m_gateway.reset();
    m_upstream.reset();
    m_dns.reset();
}

QString TestUpstreamNames::loadService(const QByteArray &host, quint16 port)
{
    return m_gateway->load(
        "_format_version: \"3.0\"\nservices:\n- name: s\n  host: " + host + "\n  port: " + QByteArray::number(port) +
        "\n  routes:\n  - name: r\n    paths: [/r]\n- name: literal\n  url: http://127.0.0.1:" +
        QByteArray::number(m_upstream->port()) + "\n  routes:\n  - name: l\n    paths: [/literal]\n");
}

void TestUpstreamNames::resolvesTheHostOfAService()
{
    m_dns->setAddresses("a.test", {"127.0.0.1"});
    QCOMPARE(loadService("a.test", m_upstream->port()), QString());
    QCOMPARE(m_gateway->get("/r").status, 200);
    QCOMPARE(m_upstream->requests().first().field("Host"), "a.test:" + QByteArray::number(m_upstream->port()));
    const int asked = m_dns->questions("a.test");
    QCOMPARE(m_gateway->get("/r").status, 200);
    QCOMPARE(m_dns->questions("a.test"), asked);
}

void TestUpstreamNames::manyRequestsWaitForOneAnswer()
{
    m_dns->setAddresses("a.test", {"127.0.0.1"});
    QCOMPARE(loadService("a.test", m_upstream->port()), QString());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_gateway->port()));
        clients.back()->send("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    }
    for (const auto &client : clients)
        QCOMPARE(client->receive().status, 200);
    QCOMPARE(m_dns->questions("a.test"), 2); // for SRV, then for A
}

void TestUpstreamNames::saysWhenANameDoesNotExist()
{
    QCOMPARE(loadService("none.test", 80), QString());
    const RawResponse response = m_gateway->get("/r");
    QCOMPARE(response.status, 503);
    QVERIFY(response.body.contains("name resolution failed"));
}

void TestUpstreamNames::saysWhenNobodyCanTell()
{
    m_dns->setFailure(2);
    QCOMPARE(loadService("a.test", 80), QString());
    const RawResponse response = m_gateway->get("/r");
    QCOMPARE(response.status, 500);
    QVERIFY(response.body.contains(
        "failed the initial dns/balancer resolve for 'a.test' with: dns server error: 2 server failure"));
}

void TestUpstreamNames::takesThePortOfAnSrvRecord()
{
    m_dns->setSrv("s.test", {{"one.test", m_upstream->port(), 1, 1}});
    m_dns->setAddresses("one.test", {"127.0.0.1"});
    QCOMPARE(loadService("s.test", 1), QString());
    QCOMPARE(m_gateway->get("/r").status, 200);
    QCOMPARE(m_upstream->requests().first().field("Host"), "s.test:" + QByteArray::number(m_upstream->port()));
}

void TestUpstreamNames::triesTheNextAddressOfAName()
{
    m_dns->setAddresses("a.test", {"127.0.0.1", "127.0.0.77"}); // nobody listens on the second one
    QCOMPARE(loadService("a.test", m_upstream->port()), QString());
    for (int i = 0; i < 4; ++i)
        QCOMPARE(m_gateway->get("/r").status, 200);
}

void TestUpstreamNames::spreadsOverTheAddressesOfATarget()
{
    RecordingUpstream second;
    m_dns->setSrv("t.test", {{"one.test", m_upstream->port(), 30, 1}, {"one.test", second.port(), 10, 1}});
    m_dns->setAddresses("one.test", {"127.0.0.1"});
    QCOMPARE(m_gateway->load("_format_version: \"3.0\"\nupstreams:\n- name: u.test\n  targets:\n  - target: t.test:80\n"
                             "services:\n- name: s\n  host: u.test\n  routes:\n  - name: r\n    paths: [/r]\n"),
             QString());
    for (int i = 0; i < 8; ++i)
        QCOMPARE(m_gateway->get("/r").status, 200);
    QCOMPARE(m_upstream->requests().size(), 6);
    QCOMPARE(second.requests().size(), 2);
}

void TestUpstreamNames::followsAChangeOfAddress()
{
    RecordingUpstream second;
    m_dns->setSrv("s.test", {{"one.test", m_upstream->port(), 1, 1}}, 0);
    m_dns->setAddresses("one.test", {"127.0.0.1"}, 0);
    QCOMPARE(loadService("s.test", 1), QString());
    QCOMPARE(m_gateway->get("/r").status, 200);
    m_dns->setSrv("s.test", {{"one.test", second.port(), 1, 1}}, 0);
    // The old address serves until the answer is there.
    QTRY_VERIFY(m_gateway->get("/r").status == 200 && !second.requests().isEmpty());
}

void TestUpstreamNames::hasNoPeerWhenATargetDoesNotResolve()
{
    QCOMPARE(
        m_gateway->load("_format_version: \"3.0\"\nupstreams:\n- name: u.test\n  targets:\n  - target: no.test:80\n"
                        "services:\n- name: s\n  host: u.test\n  routes:\n  - name: r\n    paths: [/r]\n"),
        QString());
    const RawResponse response = m_gateway->get("/r");
    QCOMPARE(response.status, 503);
    QVERIFY(response.body.contains("failure to get a peer from the ring-balancer"));
}

void TestUpstreamNames::staysReadyForOthersWhileANameIsLookedUp()
{
    m_dns->setSilent(true);
    QCOMPARE(loadService("a.test", 80), QString());
    RawClient waiting(m_gateway->port());
    waiting.send("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QCOMPARE(m_gateway->get("/literal").status, 200);
    QCOMPARE(waiting.receive().status, 500);
}

QTEST_GUILESS_MAIN(TestUpstreamNames)

#include "tst_upstream_names.moc"
