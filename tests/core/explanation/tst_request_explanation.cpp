// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explanation/named_places.h"
#include "core/explanation/plugin_reason.h"
#include "core/explanation/request_explanation.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// The words for what happened to a request.
class TestRequestExplanation : public QObject
{
    Q_OBJECT

private slots:
    void fillsNamedPlaces_data();
    void fillsNamedPlaces();
    void saysWhyAPluginDecided_data();
    void saysWhyAPluginDecided();
    void walksTheStationsInOrder();
    void saysWhyRoutesDoNotFit();
    void saysWhatTheUpstreamDid_data();
    void saysWhatTheUpstreamDid();
    void tellsEqualTriesOnce();
    void tellsDurations_data();
    void tellsDurations();
    void isNothingWithoutATrace();
};

void TestRequestExplanation::fillsNamedPlaces_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << u"consumer {who}"_s << u"consumer {b}"_s;
    QTest::newRow("a value is no place") << u"{who} {b}"_s << u"{b} x"_s;
    QTest::newRow("unknown") << u"{other}, {b}"_s << u"{other}, x"_s;
    QTest::newRow("not closed") << u"{who} {b"_s << u"{b} {b"_s;
    QTest::newRow("none") << u"plain"_s << u"plain"_s;
}

void TestRequestExplanation::fillsNamedPlaces()
{
    QFETCH(const QString, sentence);
    QFETCH(const QString, text);
    QCOMPARE(filled(sentence, {{"who"_L1, u"{b}"_s}, {"b"_L1, u"x"_s}}), text);
}

void TestRequestExplanation::saysWhyAPluginDecided_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("reason");
    QTest::newRow("jwt passed")
        << QByteArray(
               R"({"name":"jwt","verdict":"passed","facts":{"consumer":"ann","key":"ann-key","expires":"3460"}})")
        << u"consumer ann, key ann-key; the token expires in 41 min"_s;
    QTest::newRow("jwt without a token")
        << QByteArray(R"({"name":"jwt","verdict":401,"message":"{\"message\":\"Unauthorized\"}"})")
        << u"no token came with the request → 401 \"Unauthorized\""_s;
    QTest::newRow("jwt expired")
        << QByteArray(
               R"({"name":"jwt","verdict":401,"message":"{\"exp\":\"token expired\"}","facts":{"key":"k","expires":"940"}})")
        << u"the token expired 60 s ago → 401 \"exp: token expired\""_s;
    QTest::newRow("key-auth passed")
        << QByteArray(R"({"name":"key-auth","verdict":"passed","facts":{"consumer":"ann","key name":"apikey"}})")
        << u"consumer ann, by the key in apikey"_s;
    QTest::newRow("anonymous") << QByteArray(R"({"name":"key-auth","verdict":"passed","facts":{"anonymous":"guest"}})")
                               << u"nobody was recognised; it goes on as the anonymous consumer guest"_s;
    QTest::newRow("acl refused")
        << QByteArray(
               R"({"name":"acl","verdict":403,"message":"No","facts":{"allow":"admins","groups":"readers, beta"}})")
        << u"no group of the consumer (readers, beta) is allowed (admins) → 403 \"No\""_s;
    QTest::newRow("acl without a consumer")
        << QByteArray(R"({"name":"acl","verdict":401,"message":"Unauthorized","facts":{"allow":"admins"}})")
        << u"nobody was recognised before it; it needs an authentication plugin → 401 \"Unauthorized\""_s;
    QTest::newRow("limit")
        << QByteArray(
               R"({"name":"rate-limiting","verdict":429,"message":"API rate limit exceeded","facts":{"counted by":"ip 127.0.0.1","minute":"5 of 5","hour":"7 of 90"}})")
        << u"5 of 5 used in this minute, 7 of 90 used in this hour before it, counted by ip 127.0.0.1 → 429 \"API rate limit exceeded\""_s;
    QTest::newRow("another plugin") << QByteArray(R"({"name":"cors","verdict":"passed"})") << u"let it pass"_s;
    QTest::newRow("another plugin answers")
        << QByteArray(R"({"name":"request-termination","verdict":503,"message":"Shut"})") << u"answered 503 \"Shut\""_s;
    QTest::newRow("not reached") << QByteArray(R"({"name":"acl","verdict":"not reached"})") << u"not reached"_s;
}

void TestRequestExplanation::saysWhyAPluginDecided()
{
    QFETCH(const QByteArray, step);
    QFETCH(const QString, reason);
    QCOMPARE(pluginReason(QJsonDocument::fromJson(step).object(), 1000), reason);
}

void TestRequestExplanation::walksTheStationsInOrder()
{
    const auto whole = explainTrace(
        R"({"status":403,"decided_by":"acl","routes":[{"name":"a","verdict":"other methods"},{"name":"b","verdict":"matched"}],
            "path":"/b","plugins":[{"name":"acl","verdict":403,"message":"No","facts":{"allow":"x","groups":"y"},"ms":0.5},
            {"name":"rate-limiting","verdict":"not reached"}],"tries":[],"ms":{"gateway":1}})",
        0);
    QVERIFY(whole);
    QStringList lines;
    for (const ExplainedStep &step : whole->steps)
        lines << markText(step.mark) + u' ' + step.subject + u": "_s + step.text;
    QCOMPARE(lines, QStringList({u"✓ Route: b fits, by its path /b; 1 other route considered"_s,
                                 u"✗ acl: no group of the consumer (y) is allowed (x) → 403 \"No\""_s,
                                 u"– rate-limiting: not reached"_s, u"– Upstream: not contacted"_s}));
    QCOMPARE(whole->steps.first().more, QStringList{u"a: its methods do not fit"_s});
    QCOMPARE(whole->steps.at(1).ms, 0.5);
}

void TestRequestExplanation::saysWhyRoutesDoNotFit()
{
    const auto whole = explainTrace(
        R"({"status":404,"decided_by":"router","routes":[{"name":"a","verdict":"other paths"}],"routes_left_out":2})",
        0);
    QVERIFY(whole);
    QCOMPARE(whole->steps.first().text, u"no route fits this request → 404; 3 other routes considered"_s);
    QCOMPARE(whole->steps.first().more, QStringList({u"a: its paths do not fit"_s, u"2 more are not listed"_s}));
}

void TestRequestExplanation::saysWhatTheUpstreamDid_data()
{
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QString>("text");
    QTest::newRow("answered") << QByteArray(
                                     R"("status":200,"decided_by":"upstream","tries":[{"ip":"127.0.0.1","port":80}])")
                              << u"✓ 127.0.0.1:80 answered 200"_s;
    QTest::newRow("refused") << QByteArray(
                                    R"("status":502,"decided_by":"proxy","tries":[{"ip":"::1","port":80,"code":502}])")
                             << u"✗ [::1]:80 could not be reached, or its answer was broken → 502"_s;
    QTest::newRow("no address") << QByteArray(R"("status":503,"decided_by":"proxy","tries":[])")
                                << u"✗ not contacted; there is no address to send it to → 503"_s;
}

void TestRequestExplanation::saysWhatTheUpstreamDid()
{
    QFETCH(const QByteArray, outcome);
    QFETCH(const QString, text);
    const auto whole = explainTrace(R"({"routes":[{"name":"a","verdict":"matched"}],)" + outcome + '}', 0);
    QVERIFY(whole);
    const ExplainedStep &last = whole->steps.last();
    QCOMPARE(markText(last.mark) + u' ' + last.text, text);
}

void TestRequestExplanation::tellsEqualTriesOnce()
{
    const auto whole = explainTrace(
        R"({"status":504,"decided_by":"proxy","routes":[{"name":"a","verdict":"matched"}],"tries":[
            {"ip":"127.0.0.1","port":1,"code":502},{"ip":"127.0.0.1","port":1,"code":502},
            {"ip":"127.0.0.1","port":2,"code":504}]})",
        0);
    QVERIFY(whole);
    QCOMPARE(whole->steps.last().text, u"127.0.0.1:2 did not answer in time → 504; 3 tries"_s);
    QCOMPARE(whole->steps.last().more,
             QStringList({u"127.0.0.1:1 could not be reached, or its answer was broken (2 times)"_s,
                          u"127.0.0.1:2 did not answer in time"_s}));
}

void TestRequestExplanation::tellsDurations_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing to speak of") << 0.0004 << u"< 1 µs"_s;
    QTest::newRow("microseconds") << 0.0123 << u"12 µs"_s;
    QTest::newRow("milliseconds") << 4.54 << u"4.5 ms"_s;
    QTest::newRow("many") << 250.4 << u"250 ms"_s;
}

void TestRequestExplanation::tellsDurations()
{
    QFETCH(const double, ms);
    QFETCH(const QString, text);
    QCOMPARE(durationText(ms), text);
}

void TestRequestExplanation::isNothingWithoutATrace()
{
    QVERIFY(!explainTrace({}, 0));
    QVERIFY(!explainTrace("{}", 0));
}

QTEST_GUILESS_MAIN(TestRequestExplanation)
#include "tst_request_explanation.moc"
