// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/host_address.h"

#include <QTest>

using namespace gatehouse;

class TestHostAddress : public QObject
{
    Q_OBJECT

private slots:
    void writesAddressesInOneForm_data();
    void writesAddressesInOneForm();
    void refusesWithKongsWords_data();
    void refusesWithKongsWords();
    void acceptsAddressRanges_data();
    void acceptsAddressRanges();
};

void TestHostAddress::writesAddressesInOneForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written);
    };
    row("example.com", "example.com:8000");
    row("example.com.", "example.com.:8000");
    row("-a_b.c", "-a_b.c:8000");
    row("a:0", "a:0");
    row("a:65535", "a:65535");
    row("001.002.003.004", "1.2.3.4:8000");
    row("1.2.3.4:80", "1.2.3.4:80");
    row("::1", "[0000:0000:0000:0000:0000:0000:0000:0001]:8000");
    row("[::1]:90", "[0000:0000:0000:0000:0000:0000:0000:0001]:90");
    row("FE80::A:1", "[fe80:0000:0000:0000:0000:0000:000a:0001]:8000");
    row("1:2:3:4:5:6:7:8", "[0001:0002:0003:0004:0005:0006:0007:0008]:8000");
    row("1::", "[0001:0000:0000:0000:0000:0000:0000:0000]:8000");
}

void TestHostAddress::writesAddressesInOneForm()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const HostResult result = normalizeHost(text);
    QVERIFY2(result.address, qPrintable(result.error));
    QCOMPARE(formatHost(*result.address, 8000), written);
}

void TestHostAddress::refusesWithKongsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *text, const char *error) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(error);
    };
    row("bad host", "invalid hostname: bad host");
    row("a..b", "invalid hostname: a..b");
    row("a-.b", "invalid hostname: a-.b");
    row("http://a", "invalid hostname: http://a");
    row("a:99999", "invalid port number");
    row("1.2.3", "invalid ipv4 address: 1.2.3");
    row("999.1.1.1:80", "invalid ipv4 address: 999.1.1.1:80");
    row("1.2.3.4:99999", "invalid port number");
    row("1::2::3", "invalid ipv6 address: 1::2::3");
    row("[::1", "invalid ipv6 address: [::1");
    row("[::1]:x", "invalid ipv6 address");
    row("[::1]:70000", "invalid port number");
}

void TestHostAddress::refusesWithKongsWords()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    const HostResult result = normalizeHost(text);
    QVERIFY(!result.address);
    QCOMPARE(result.error, error);
}

void TestHostAddress::acceptsAddressRanges_data()
{
    QTest::addColumn<bool>("accepted");
    QTest::newRow("10.0.0.1") << true;
    QTest::newRow("10.0.0.0/8") << true;
    QTest::newRow("10.0.0.0/08") << false;
    QTest::newRow("10.0.0.0/33") << false;
    QTest::newRow("::/0") << true;
    QTest::newRow("fe80::/129") << false;
    QTest::newRow("10.0") << false;
    QTest::newRow("example.com") << false;
    QTest::newRow("10.0.0.1/") << false;
}

void TestHostAddress::acceptsAddressRanges()
{
    QFETCH(bool, accepted);
    QCOMPARE(isIpOrCidr(QString::fromUtf8(QTest::currentDataTag())), accepted);
}

QTEST_GUILESS_MAIN(TestHostAddress)

#include "tst_host_address.moc"
