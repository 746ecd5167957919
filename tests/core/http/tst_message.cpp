// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message.h"

#include <QTest>

using namespace gatehouse::http;

class TestMessage : public QObject
{
    Q_OBJECT

private slots:
    void knowsFieldNamesInEveryCase_data();
    void knowsFieldNamesInEveryCase();
    void comparesWithoutCaseInAsciiOnly();
    void findsTheFirstFieldByIdAndByName();
    void refusesMoreFieldsThanItHolds();
};

void TestMessage::knowsFieldNamesInEveryCase_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("id");
    const auto row = [](const char *name, FieldId id) { QTest::newRow(name) << QByteArray(name) << int(id); };
    row("Accept", FieldId::Accept);
    row("Authorization", FieldId::Authorization);
    row("Connection", FieldId::Connection);
    row("Content-Length", FieldId::ContentLength);
    row("Content-Type", FieldId::ContentType);
    row("Cookie", FieldId::Cookie);
    row("Date", FieldId::Date);
    row("Expect", FieldId::Expect);
    row("Host", FieldId::Host);
    row("Keep-Alive", FieldId::KeepAlive);
    row("Max-Forwards", FieldId::MaxForwards);
    row("Origin", FieldId::Origin);
    row("Proxy-Authorization", FieldId::ProxyAuthorization);
    row("Proxy", FieldId::Proxy);
    row("Proxy-Connection", FieldId::ProxyConnection);
    row("Server", FieldId::Server);
    row("TE", FieldId::Te);
    row("Trailer", FieldId::Trailer);
    row("Transfer-Encoding", FieldId::TransferEncoding);
    row("Upgrade", FieldId::Upgrade);
    row("Via", FieldId::Via);
    row("X-Forwarded-For", FieldId::XForwardedFor);
    row("X-Forwarded-Host", FieldId::XForwardedHost);
    row("X-Forwarded-Path", FieldId::XForwardedPath);
    row("X-Forwarded-Port", FieldId::XForwardedPort);
    row("X-Forwarded-Prefix", FieldId::XForwardedPrefix);
    row("X-Forwarded-Proto", FieldId::XForwardedProto);
    row("X-Kong-Request-Id", FieldId::XKongRequestId);
    row("X-Real-IP", FieldId::XRealIp);
    row("", FieldId::Other);
    row("X", FieldId::Other);
    row("Hosts", FieldId::Other);
    row("Transfer_Encoding", FieldId::Other);
    row("Content-Length-And-Much-More", FieldId::Other);
    row("User-Agent", FieldId::Other);
}

void TestMessage::knowsFieldNamesInEveryCase()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, id);
    for (const QByteArray &spelling : {name, name.toLower(), name.toUpper()})
        QCOMPARE(int(fieldId({spelling.constData(), std::size_t(spelling.size())})), id);
}

void TestMessage::comparesWithoutCaseInAsciiOnly()
{
    QVERIFY(equalsIgnoreCase("Chunked", "cHUNKED"));
    QVERIFY(!equalsIgnoreCase("chunked", "chunke"));
    QVERIFY(!equalsIgnoreCase("a[", "a{"));
    QVERIFY(!equalsIgnoreCase("\xc4", "\xe4"));
    QVERIFY(equalsIgnoreCase("", ""));
}

void TestMessage::findsTheFirstFieldByIdAndByName()
{
    FieldList fields;
    QVERIFY(fields.push({"X-A", "1", FieldId::Other, false}));
    QVERIFY(fields.push({"Via", "first", FieldId::Via, false}));
    QVERIFY(fields.push({"via", "second", FieldId::Via, false}));
    QVERIFY(fields.find(FieldId::Via)->value == "first");
    QVERIFY(fields.find("VIA")->value == "first");
    QVERIFY(fields.find("x-a")->value == "1");
    QVERIFY(fields.find(FieldId::Host) == nullptr);
    QVERIFY(fields.find("x-b") == nullptr);
}

void TestMessage::refusesMoreFieldsThanItHolds()
{
    FieldList fields;
    for (std::size_t i = 0; i < FieldList::capacity; ++i)
        QVERIFY(fields.push({}));
    QVERIFY(!fields.push({}));
    QCOMPARE(fields.size(), FieldList::capacity);
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
