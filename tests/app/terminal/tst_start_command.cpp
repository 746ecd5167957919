// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dns_server.h"
#include "tests/support/gateway_process.h"
#include "tests/support/raw_client.h"
#include "tests/support/recording_upstream.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// What `gatehousectl start` makes of its options.
class TestStartCommand : public QObject
{
    Q_OBJECT

private slots:
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void asksForRecordTypesInTheOrderGiven();
};

void TestStartCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("record type") << QStringList{u"--dns-order"_s, u"A,MX"_s} << QByteArray("--dns-order takes");
    QTest::newRow("DNS server") << QStringList{u"--dns-resolver"_s, u"nobody"_s} << QByteArray("--dns-resolver takes");
    QTest::newRow("workers") << QStringList{u"--workers"_s, u"many"_s} << QByteArray("--workers takes");
    QTest::newRow("address") << QStringList{u"--proxy-listen"_s, u"8000"_s} << QByteArray("an address looks like");
    QTest::newRow("file and sample") << QStringList{u"a.yml"_s, u"--sample"_s} << QByteArray("give FILE or --sample");
}

void TestStartCommand::refusesWrongUsage()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, message);
    QByteArray messages;
    QCOMPARE(GatewayProcess::run(QStringList{u"start"_s} + options, &messages), 64);
    QVERIFY2(messages.contains(message), messages.constData());
}

void TestStartCommand::asksForRecordTypesInTheOrderGiven()
{
    const RecordingUpstream upstream;
    DnsServer names;
    names.setAddresses("service.test", {"127.0.0.1"});
    const QByteArray document = "_format_version: \"3.0\"\nservices:\n- name: s\n  host: service.test\n  port: " +
                                QByteArray::number(upstream.port()) + "\n  routes:\n  - {name: r, paths: [/]}\n";
    const GatewayProcess gateway(
        document, {u"--dns-resolver"_s, QString::fromStdString(names.address()), u"--dns-order"_s, u"a"_s});
    QCOMPARE(RawClient(gateway.port()).request("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    QCOMPARE(names.questions("service.test"), 1); // not for SRV
}

QTEST_GUILESS_MAIN(TestStartCommand)
#include "tst_start_command.moc"
