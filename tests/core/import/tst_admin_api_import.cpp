// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/admin_api_import.h"
#include "tests/support/gateway_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// Against the Admin API of a gateway of its own.
class TestAdminApiImport : public QObject
{
    Q_OBJECT

private slots:
    void readsTheWholeConfiguration();
    void readsSeveralPages();
    void failsWhereNobodyAnswers();
    void failsOnWhatIsNoAdminApi();
    void saysNothingAfterBeingCancelled();

private:
    [[nodiscard]] static QUrl url(quint16 port) { return QUrl(u"http://127.0.0.1:%1"_s.arg(port)); }

    // By id and without the time of the last change, which a document does not have.
    [[nodiscard]] static QList<QJsonObject> rowsOf(const Config &config, const QString &table)
    {
        QList<QJsonObject> rows = config.table(table).page({}, config.table(table).size());
        for (QJsonObject &row : rows)
            row.remove(u"updated_at"_s);
        return rows;
    }

    SystemClock m_clock;
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
};

void TestAdminApiImport::readsTheWholeConfiguration()
{
    GatewayFixture gateway;
    QCOMPARE(gateway.load(R"(_format_version: "3.0"
services:
- name: orders
  host: orders.upstream
  routes: [{name: r, paths: [/r], plugins: [{name: rate-limiting, config: {minute: 5, policy: local}}]}]
- {name: serviceless, host: h, tags: [a]}
upstreams:
- {name: orders.upstream, targets: [{target: "127.0.0.1:9000"}, {target: "127.0.0.1:9001", weight: 5}]}
consumers:
- username: ann
  keyauth_credentials: [{key: ann-key}]
  basicauth_credentials: [{username: ann, password: wonderland}]
  acls: [{group: staff}]
plugins: [{name: cors}]
)"),
             QString());
    AdminApiImport import(*m_registry, m_clock);
    QSignalSpy finished(&import, &AdminApiImport::finished);
    QSignalSpy failed(&import, &AdminApiImport::failed);
    import.start(url(gateway.adminPort()));
    QTRY_COMPARE(finished.size() + failed.size(), 1);
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(toText(failed.first().first().value<Error>())));
    const Config config = finished.first().first().value<OpenedFile>().config;
    const Config &expected = gateway.project().store().config();
    const QStringList tables = expected.tables();
    for (const QString &table : tables)
        QCOMPARE(rowsOf(config, table), rowsOf(expected, table));
    QVERIFY(finished.first().first().value<OpenedFile>().warnings.isEmpty());
}

void TestAdminApiImport::readsSeveralPages()
{
    GatewayFixture gateway;
    QByteArray text("_format_version: \"3.0\"\nconsumers:\n");
    for (int i = 0; i < 2500; ++i)
        text += "- {username: c" + QByteArray::number(i) + "}\n";
    QCOMPARE(gateway.load(text), QString());
    AdminApiImport import(*m_registry, m_clock);
    QSignalSpy finished(&import, &AdminApiImport::finished);
    QSignalSpy progress(&import, &AdminApiImport::progress);
    import.start(url(gateway.adminPort()));
    QVERIFY(finished.wait(20000));
    QCOMPARE(finished.first().first().value<OpenedFile>().config.rows(u"consumers"_s).size(), 2500);
    const auto pages = std::count_if(progress.begin(), progress.end(),
                                     [](const QVariantList &page) { return page.first() == u"consumers"_s; });
    QCOMPARE(pages, 3);
}

void TestAdminApiImport::failsWhereNobodyAnswers()
{
    quint16 port = 0;
    {
        GatewayFixture gateway;
        QCOMPARE(gateway.load("_format_version: \"3.0\"\n"), QString());
        port = gateway.adminPort();
    }
    AdminApiImport import(*m_registry, m_clock);
    QSignalSpy failed(&import, &AdminApiImport::failed);
    import.start(url(port));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Network);
}

void TestAdminApiImport::failsOnWhatIsNoAdminApi()
{
    RecordingUpstream upstream;
    AdminApiImport import(*m_registry, m_clock);
    QSignalSpy failed(&import, &AdminApiImport::failed);
    import.start(url(upstream.port()));
    QVERIFY(failed.wait());
    QVERIFY(!import.isRunning());
}

void TestAdminApiImport::saysNothingAfterBeingCancelled()
{
    GatewayFixture gateway;
    QCOMPARE(gateway.load("_format_version: \"3.0\"\nservices: [{name: s, host: h}]\n"), QString());
    AdminApiImport import(*m_registry, m_clock);
    QSignalSpy finished(&import, &AdminApiImport::finished);
    QSignalSpy progress(&import, &AdminApiImport::progress);
    QSignalSpy failed(&import, &AdminApiImport::failed);
    import.start(url(gateway.adminPort()));
    QVERIFY(progress.wait());
    const qsizetype before = progress.size();
    import.cancel();
    QVERIFY(!import.isRunning());
    // A second one, started later, is through before anything of the first could still come.
    AdminApiImport other(*m_registry, m_clock);
    QSignalSpy otherFinished(&other, &AdminApiImport::finished);
    other.start(url(gateway.adminPort()));
    QVERIFY(otherFinished.wait());
    QCOMPARE(progress.size(), before);
    QCOMPARE(finished.size() + failed.size(), 0);
}

QTEST_GUILESS_MAIN(TestAdminApiImport)
#include "tst_admin_api_import.moc"
