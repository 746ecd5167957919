// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/store_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestUpstream : public QObject
{
    Q_OBJECT

private slots:
    void rewritesAlgorithmAndHashing_data();
    void rewritesAlgorithmAndHashing();
    void wordsRefusals_data();
    void wordsRefusals();
    void expandsHealthChecks();
};

void TestUpstream::rewritesAlgorithmAndHashing_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("stored");
    QTest::newRow("nothing") << QByteArray(R"({"name":"u"})") << u"round-robin none"_s;
    QTest::newRow("hash alone") << QByteArray(R"({"name":"u","hash_on":"ip"})") << u"consistent-hashing ip"_s;
    QTest::newRow("least connections") << QByteArray(R"({"name":"u","algorithm":"least-connections","hash_on":"ip"})")
                                       << u"least-connections none"_s;
    QTest::newRow("latency") << QByteArray(R"({"name":"u","algorithm":"latency"})") << u"latency none"_s;
    QTest::newRow("hashing without hash")
        << QByteArray(R"({"name":"u","algorithm":"consistent-hashing"})") << u"round-robin none"_s;
    QTest::newRow("null hash") << QByteArray(R"({"name":"u","hash_on":null})") << u"round-robin none"_s;
}

void TestUpstream::rewritesAlgorithmAndHashing()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, stored);
    StoreFixture fixture;
    const QJsonObject row = fixture.add("upstreams", input.constData()).entity;
    const QString text = row.value(u"algorithm"_s).toString() + u' ' + row.value(u"hash_on"_s).toString();
    QCOMPARE(text, stored);
}

void TestUpstream::wordsRefusals_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *text, const char *message) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(message);
    };
    row(R"({"name":"bad name"})", "schema violation (name: Invalid name ('bad name'); must be a valid hostname)");
    row(R"({"name":"1.1.1.1"})", "schema violation (name: Invalid name ('1.1.1.1'); no ip addresses allowed)");
    row(R"({"name":"a:80"})", "schema violation (name: Invalid name ('a:80'); no port allowed)");
    row(R"({"name":"u","hash_on":"header"})",
        "2 schema violations (failed conditional validation given value of field 'hash_on'; hash_on_header: required "
        "field missing)");
    row(R"({"name":"u","hash_on":"ip","hash_fallback":"ip"})",
        "2 schema violations (failed conditional validation given value of field 'hash_on'; hash_fallback: expected "
        "one of: none, consumer, header, cookie, path, query_arg, uri_capture)");
    row(R"({"name":"u","hash_on":"header","hash_on_header":"X","hash_fallback":"header","hash_fallback_header":"X"})",
        "schema violation (values of these fields must be distinct: 'hash_on_header', 'hash_fallback_header')");
    row(R"({"name":"u","healthchecks":{"active":{"timeout":-1}}})",
        "schema violation (healthchecks.active: {\n  timeout = \"value should be between 0 and 65535\"\n})");
}

void TestUpstream::wordsRefusals()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, message);
    StoreFixture fixture;
    QCOMPARE(fixture.refusal("upstreams", row.constData()), message);
}

void TestUpstream::expandsHealthChecks()
{
    StoreFixture fixture;
    const QJsonObject row =
        fixture.add("upstreams", R"({"name":"u","healthchecks":{"active":{"healthy":{"interval":5}}}})").entity;
    const QJsonObject active = row.value(u"healthchecks"_s).toObject().value(u"active"_s).toObject();
    QCOMPARE(active.value(u"healthy"_s).toObject(), json(R"({"http_statuses":[200,302],"interval":5,"successes":0})"));
    QVERIFY(active.value(u"https_sni"_s).isNull());
    QCOMPARE(active.value(u"concurrency"_s).toInt(), 10);
}

QTEST_GUILESS_MAIN(TestUpstream)

#include "tst_upstream.moc"
