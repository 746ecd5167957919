// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <sys/resource.h>

#include <deque>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// New connections: from the port to a worker.
class TestAccepting : public QObject
{
    Q_OBJECT

private slots:
    void dealsConnectionsToAllWorkers();
    void survivesRunningOutOfDescriptors();
};

namespace {

const QByteArray request = "GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n";

// The process may open so many more descriptors while this lives.
class DescriptorLimit
{
public:
    explicit DescriptorLimit(rlim_t more)
    {
        getrlimit(RLIMIT_NOFILE, &m_usual);
        const auto used = static_cast<rlim_t>(QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files).size());
        rlimit lower = m_usual;
        lower.rlim_cur = used + more;
        setrlimit(RLIMIT_NOFILE, &lower);
    }

    DescriptorLimit(const DescriptorLimit &) = delete;
    DescriptorLimit &operator=(const DescriptorLimit &) = delete;

    ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &m_usual); }

private:
    rlimit m_usual{};
};

} // namespace

void TestAccepting::dealsConnectionsToAllWorkers()
{
    constexpr int workers = 2;
    RecordingUpstream upstream;
    GatewayFixture gateway(workers);
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream)), QString());
    for (int i = 0; i < 64; ++i)
        QCOMPARE(gateway.send(request).status, 200);
    for (std::size_t worker = 0; worker < workers; ++worker)
        QVERIFY(gateway.gateway().traffic().shard(worker).requests.load() > 0);
}

void TestAccepting::survivesRunningOutOfDescriptors()
{
    RoutedUpstream routed;
    QCOMPARE(routed.gateway.send(request).status, 200); // the connection to the upstream is there from now on
    QTRY_COMPARE(routed.gateway.gateway().traffic().totals().connectionsActive, 0); // and its client's is closed
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Cannot accept connections for the moment"_s));
    {
        const DescriptorLimit limit(7);
        std::deque<RawClient> clients;
        for (int i = 0; i < 4; ++i) // two descriptors each: the last one is not accepted
            clients.emplace_back(routed.gateway.port());
        QCOMPARE(clients.front().request(request).status, 200);
        clients.pop_front();
        QCOMPARE(clients.back().request(request).status, 200);
    }
    QCOMPARE(routed.gateway.send(request).status, 200);
}

QTEST_GUILESS_MAIN(TestAccepting)
#include "tst_accepting.moc"
