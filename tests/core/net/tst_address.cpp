// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/address.h"

#include <QTest>

namespace gatehouse::net {

class TstAddress : public QObject
{
    Q_OBJECT

private slots:
    void readsLiteralsOnly_data();
    void readsLiteralsOnly();
    void comparesAddressAndPort();
};

void TstAddress::readsLiteralsOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ip");
    QTest::newRow("IPv4") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1");
    QTest::newRow("IPv6") << QByteArray("::1") << QByteArray("::1");
    QTest::newRow("IPv6 in brackets") << QByteArray("[::1]") << QByteArray("::1");
    QTest::newRow("IPv4-mapped") << QByteArray("::ffff:10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("name") << QByteArray("localhost") << QByteArray();
    QTest::newRow("too many parts") << QByteArray("1.2.3.4.5") << QByteArray();
    QTest::newRow("endless") << QByteArray(200, '1') << QByteArray();
}

void TstAddress::readsLiteralsOnly()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, ip);
    const auto address = Address::fromLiteral({text.constData(), static_cast<std::size_t>(text.size())}, 8000);
    QCOMPARE(address.has_value(), !ip.isEmpty());
    if (address) {
        QCOMPARE(QByteArray::fromStdString(address->ip()), ip);
        QCOMPARE(address->port(), 8000);
    }
}

void TstAddress::comparesAddressAndPort()
{
    const Address one = *Address::fromLiteral("127.0.0.1", 1);
    Address other = one;
    QVERIFY(one == other);
    other.setPort(2);
    QVERIFY(!(one == other));
}

} // namespace gatehouse::net

QTEST_GUILESS_MAIN(gatehouse::net::TstAddress)
#include "tst_address.moc"
