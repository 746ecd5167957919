// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/resolver.h"
#include "tests/support/dns_server.h"

#include <QTest>

#include <sstream>

using namespace gatehouse;
using namespace gatehouse::net;

class TstResolver : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void findsTheAddressesOfAName();
    void keepsAnAnswerAsLongAsItsTtl();
    void asksOnceForAllWhoWait();
    void prefersSrvRecordsOfTheTopPriority();
    void remembersTheTypeThatSucceeded();
    void saysWhenANameDoesNotExist();
    void saysWhenNobodyCanTell_data();
    void saysWhenNobodyCanTell();
    void servesTheOldAnswerWhenNobodyCanTell();
    void asksNoServerForNamesOfTheHostsFile();
    void triesSearchDomains();
    void asksForTypesInTheirOrder();
    void forgetsTheTypeThatSucceeded();
    void readsAnOrderOfTypes_data();
    void readsAnOrderOfTypes();
    void readsAHostsFile();
    void refusesMalformedMessages();

private:
    DnsAnswerPtr ask(const std::string &name);
    [[nodiscard]] ResolverSettings settings() const;

    std::unique_ptr<DnsServer> m_server;
    std::unique_ptr<Poller, void (*)(Poller *)> m_poller{nullptr, [](Poller *) {}};
    std::unique_ptr<Resolver> m_resolver;
};

ResolverSettings TstResolver::settings() const
{
    ResolverSettings settings;
    settings.servers = {m_server->address()};
    settings.hostsFile.clear();
    settings.timeout = std::chrono::milliseconds(100);
    settings.attempts = 1;
    return settings;
}

void TstResolver::init()
{
    m_server = std::make_unique<DnsServer>();
    m_poller = pollerOfThisThread();
    m_resolver = std::make_unique<Resolver>(*m_poller, settings());
}

void TstResolver::cleanup()
{
    m_resolver.reset();
    m_poller.reset();
    m_server.reset();
}

DnsAnswerPtr TstResolver::ask(const std::string &name)
{
    DnsAnswerPtr answer;
    m_resolver->ask(name, [&answer](const DnsAnswerPtr &got) { answer = got; });
    if (!QTest::qWaitFor([&answer] { return answer != nullptr; }, 5000))
        qFatal("No answer.");
    return answer;
}

void TstResolver::findsTheAddressesOfAName()
{
    m_server->setAddresses("a.test", {"127.0.0.3", "127.0.0.2"});
    const DnsAnswerPtr answer = ask("a.test");
    QVERIFY(answer->outcome == DnsAnswer::Outcome::Found);
    QCOMPARE(answer->endpoints.size(), 2U);
    QCOMPARE(answer->endpoints[0].address.ip(), std::string("127.0.0.2"));
    QCOMPARE(answer->endpoints[1].address.ip(), std::string("127.0.0.3"));
}

void TstResolver::keepsAnAnswerAsLongAsItsTtl()
{
    m_server->setAddresses("kept.test", {"127.0.0.2"}, 300);
    m_server->setAddresses("short.test", {"127.0.0.2"}, 0);
    (void)ask("kept.test");
    const int asked = m_server->questions("kept.test");
    (void)ask("kept.test");
    QCOMPARE(m_server->questions("kept.test"), asked);
    (void)ask("short.test");
    const int askedShort = m_server->questions("short.test");
    QVERIFY(QTest::qWaitFor([this, begin = m_poller->now()] { return m_poller->now() > begin; }, 5000));
    (void)ask("short.test");
    QCOMPARE(m_server->questions("short.test"), askedShort + 1);
}

void TstResolver::asksOnceForAllWhoWait()
{
    m_server->setAddresses("a.test", {"127.0.0.2"});
    int answers = 0;
    for (int i = 0; i < 5; ++i)
        m_resolver->ask("a.test", [&answers](const DnsAnswerPtr &) { ++answers; });
    QVERIFY(QTest::qWaitFor([&answers] { return answers == 5; }, 5000));
    QCOMPARE(m_server->questions("a.test"), 2); // for SRV, then for A
}

void TstResolver::prefersSrvRecordsOfTheTopPriority()
{
    m_server->setSrv("s.test", {{"one.test", 81, 30, 1}, {"two.test", 82, 0, 1}, {"far.test", 83, 10, 2}});
    m_server->setAddresses("one.test", {"127.0.0.2"});
    m_server->setAddresses("two.test", {"127.0.0.3"});
    m_server->setAddresses("far.test", {"127.0.0.4"});
    const DnsAnswerPtr answer = ask("s.test");
    QVERIFY(answer->type == DnsType::Srv);
    QCOMPARE(answer->endpoints.size(), 2U);
    QCOMPARE(answer->endpoints[0].port, std::uint16_t(81));
    QCOMPARE(answer->endpoints[0].weight, 30U);
    QCOMPARE(answer->endpoints[1].name, std::string("two.test"));
    QCOMPARE(answer->endpoints[1].weight, 1U); // 0 means: as rarely as possible
}

void TstResolver::remembersTheTypeThatSucceeded()
{
    m_server->setAddresses("a.test", {"127.0.0.2"}, 0);
    (void)ask("a.test");
    QCOMPARE(m_server->questions("a.test"), 2);
    QVERIFY(QTest::qWaitFor([this, begin = m_poller->now()] { return m_poller->now() > begin; }, 5000));
    (void)ask("a.test");
    QCOMPARE(m_server->questions("a.test"), 3);
}

void TstResolver::saysWhenANameDoesNotExist()
{
    const DnsAnswerPtr answer = ask("none.test");
    QVERIFY(answer->outcome == DnsAnswer::Outcome::NotFound);
    QCOMPARE(answer->error, std::string("dns server error: 3 name error"));
    const int asked = m_server->questions("none.test");
    (void)ask("none.test");
    QCOMPARE(m_server->questions("none.test"), asked);
}

void TstResolver::saysWhenNobodyCanTell_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("silent");
    QTest::addColumn<QString>("error");
    QTest::newRow("server failure") << 2 << false << QStringLiteral("dns server error: 2 server failure");
    QTest::newRow("refused") << 5 << false << QStringLiteral("dns server error: 5 refused");
    QTest::newRow("silence") << 0 << true << QStringLiteral("failed to receive reply from UDP server: timeout");
}

void TstResolver::saysWhenNobodyCanTell()
{
    QFETCH(int, code);
    QFETCH(bool, silent);
    QFETCH(QString, error);
    m_server->setFailure(code);
    m_server->setSilent(silent);
    const DnsAnswerPtr answer = ask("a.test");
    QVERIFY(answer->outcome == DnsAnswer::Outcome::Failed);
    QCOMPARE(QString::fromStdString(answer->error), error);
}

void TstResolver::servesTheOldAnswerWhenNobodyCanTell()
{
    m_server->setAddresses("a.test", {"127.0.0.2"}, 0);
    (void)ask("a.test");
    m_server->setFailure(2);
    QVERIFY(QTest::qWaitFor([this, begin = m_poller->now()] { return m_poller->now() > begin; }, 5000));
    const DnsAnswerPtr answer = ask("a.test");
    QVERIFY(answer->outcome == DnsAnswer::Outcome::Found);
    QCOMPARE(answer->endpoints.size(), 1U);
}

void TstResolver::asksNoServerForNamesOfTheHostsFile()
{
    const DnsAnswerPtr answer = ask("localhost");
    QCOMPARE(answer->endpoints.at(0).address.ip(), std::string("127.0.0.1"));
    QCOMPARE(m_server->questions("localhost"), 0);
}

void TstResolver::triesSearchDomains()
{
    ResolverSettings searching = settings();
    searching.searchDomains = {{"first.test", "second.test"}};
    m_resolver = std::make_unique<Resolver>(*m_poller, searching);
    m_server->setAddresses("api.second.test", {"127.0.0.2"});
    m_server->setAddresses("full.test", {"127.0.0.3"});
    const DnsAnswerPtr answer = ask("api");
    QVERIFY(answer->outcome == DnsAnswer::Outcome::Found);
    QCOMPARE(answer->endpoints[0].address.ip(), std::string("127.0.0.2"));
    QVERIFY(m_server->questions("api.first.test") > 0);
    QCOMPARE(ask("full.test")->endpoints[0].address.ip(), std::string("127.0.0.3"));
    QCOMPARE(m_server->questions("full.test.first.test"), 1); // SRV, which it has not
}

void TstResolver::asksForTypesInTheirOrder()
{
    ResolverSettings six = settings();
    six.order = {DnsType::Aaaa, DnsType::A};
    m_resolver = std::make_unique<Resolver>(*m_poller, six);
    m_server->setAddresses("both.test", {"127.0.0.2", "::1"});
    m_server->setAddresses("four.test", {"127.0.0.2"});
    const DnsAnswerPtr both = ask("both.test");
    QCOMPARE(both->endpoints.size(), 1U);
    QCOMPARE(both->endpoints[0].address.ip(), std::string("::1"));
    QCOMPARE(m_server->questions("both.test"), 1);
    QCOMPARE(ask("four.test")->endpoints[0].address.ip(), std::string("127.0.0.2"));
}

void TstResolver::forgetsTheTypeThatSucceeded()
{
    ResolverSettings forgetful = settings();
    forgetful.triesLastFirst = false;
    m_resolver = std::make_unique<Resolver>(*m_poller, forgetful);
    m_server->setAddresses("a.test", {"127.0.0.2"}, 0);
    (void)ask("a.test");
    QCOMPARE(m_server->questions("a.test"), 2);
    QVERIFY(QTest::qWaitFor([this, begin = m_poller->now()] { return m_poller->now() > begin; }, 5000));
    (void)ask("a.test");
    QCOMPARE(m_server->questions("a.test"), 4); // SRV first, again
}

void TstResolver::readsAnOrderOfTypes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isOrder");
    QTest::addColumn<bool>("lastFirst");
    QTest::addColumn<QList<int>>("types");
    const int srv = static_cast<int>(DnsType::Srv);
    const int a = static_cast<int>(DnsType::A);
    const int aaaa = static_cast<int>(DnsType::Aaaa);
    QTest::newRow("Kong's default") << QByteArray("LAST,SRV,A,CNAME") << true << true << QList<int>({srv, a});
    QTest::newRow("in small letters, with spaces")
        << QByteArray("aaaa, srv , a") << true << false << QList<int>({aaaa, srv, a});
    QTest::newRow("another type") << QByteArray("A,MX") << false << true << QList<int>({srv, a});
    QTest::newRow("none") << QByteArray("LAST") << false << true << QList<int>({srv, a});
    QTest::newRow("empty") << QByteArray() << false << true << QList<int>({srv, a});
}

void TstResolver::readsAnOrderOfTypes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isOrder);
    QFETCH(const bool, lastFirst);
    QFETCH(const QList<int>, types);
    ResolverSettings read;
    QCOMPARE(readDnsOrder(read, text.toStdString()), isOrder);
    QCOMPARE(read.triesLastFirst, lastFirst);
    QList<int> order;
    for (const DnsType type : read.order)
        order << static_cast<int>(type);
    QCOMPARE(order, types);
}

void TstResolver::readsAHostsFile()
{
    std::istringstream text("# comment\n10.0.0.1 a.test A2.test # more\n::1 a.test six.test\nnonsense b.test\n");
    HostsFile hosts;
    hosts.read(text);
    QCOMPARE(hosts.find("A.TEST")->size(), 1U); // the IPv4 address serves
    QCOMPARE(hosts.find("a2.test")->front().ip(), std::string("10.0.0.1"));
    QCOMPARE(hosts.find("six.test")->front().ip(), std::string("::1"));
    QVERIFY(!hosts.find("b.test"));
    QVERIFY(!hosts.find("more"));
}

void TstResolver::refusesMalformedMessages()
{
    // A question for "a" and an answer that claims more octets than there are.
    const std::vector<unsigned char> head{0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, 1, 'a', 0, 0, 1, 0, 1};
    std::vector<unsigned char> message = head;
    message.insert(message.end(), {0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 127, 0, 0, 1});
    QCOMPARE(parseDnsResponse(message, DnsType::A)->records.size(), 1U);
    for (std::size_t size = 0; size < message.size(); ++size)
        QVERIFY2(!parseDnsResponse({message.data(), size}, DnsType::A), qPrintable(QString::number(size)));
    message[head.size() + 1] = static_cast<unsigned char>(head.size()); // a name that points at itself
    QVERIFY(!parseDnsResponse(message, DnsType::A));
}

QTEST_GUILESS_MAIN(TstResolver)

#include "tst_resolver.moc"
