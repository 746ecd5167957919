// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/curl_line.h"
#include "core/requests/secret_parts.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestCurlLine : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void writesWhatItReads();
    void hidesSecrets();
    void hidesWhatWasTyped();
};

void TestCurlLine::reads_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("request"); // method, URL and headers; empty: no request
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const QString &line, const QString &request, const QString &body = {}) {
        QTest::newRow(name) << line << request << body;
    };
    row("plain", u"curl http://localhost:8000/a"_s, u"GET http://localhost:8000/a"_s);
    row("without a scheme", u"curl -i localhost:8000/a"_s, u"GET http://localhost:8000/a"_s);
    row("method and header", u"curl -X PUT -H 'X-A: b c' http://h/a"_s, u"PUT http://h/a X-A=b c"_s);
    row("method glued on", u"curl -XDELETE http://h/a"_s, u"DELETE http://h/a"_s);
    row("data is a POST", u"curl http://h/a -d '{\"x\": 1}' -H 'content-type: application/json'"_s,
        u"POST http://h/a content-type=application/json"_s, u"{\"x\": 1}"_s);
    row("data is a form", u"curl http://h/a -d a=1 -d b=2"_s,
        u"POST http://h/a Content-Type=application/x-www-form-urlencoded"_s, u"a=1&b=2"_s);
    row("json", u"curl http://h/a --json '[1]'"_s,
        u"POST http://h/a Content-Type=application/json Accept=application/json"_s, u"[1]"_s);
    row("data in the query", u"curl -G http://h/a -d q=1"_s, u"GET http://h/a?q=1"_s);
    row("no file is read", u"curl http://h/a -d @/etc/hostname"_s, u"POST http://h/a"_s);
    row("user", u"curl -u ann:pw http://h/a"_s, u"GET http://h/a Authorization=Basic YW5uOnB3"_s);
    row("cookie", u"curl -b s=1 http://h/a"_s, u"GET http://h/a Cookie=s=1"_s);
    row("quotes in quotes", u"curl -H \"X: \\\"q\\\"\" http://h/"_s, u"GET http://h/ X=\"q\""_s);
    row("over several lines", u"curl -i \\\n  http://h/a"_s, u"GET http://h/a"_s);
    row("values of others are no URL", u"curl -o out -m 5 http://h/a"_s, u"GET http://h/a"_s);
    row("HEAD", u"curl -I http://h/a"_s, u"HEAD http://h/a"_s);
    row("no URL", u"curl -i"_s, {});
    row("another program", u"wget http://h/a"_s, {});
}

void TestCurlLine::reads()
{
    QFETCH(const QString, line);
    QFETCH(const QString, request);
    const std::optional<RequestDraft> parsed = parseCurlLine(line);
    QString text;
    if (parsed) {
        text = parsed->method + u' ' + parsed->url;
        for (const auto &[name, value] : parsed->headers)
            text += u' ' + name + u'=' + value;
    }
    QCOMPARE(text, request);
    QTEST(parsed ? parsed->body : QString(), "body");
}

void TestCurlLine::writesWhatItReads()
{
    RequestDraft draft;
    draft.method = u"PATCH"_s;
    draft.url = u"http://127.0.0.1:8000/a?b=%20c"_s;
    draft.headers = {{u"X-It"_s, u"it's \"quoted\" $HOME"_s}, {u"Content-Type"_s, u"text/plain"_s}};
    draft.body = u"one\ntwo 'three'"_s;
    draft.isRaw = true;
    const Result<PreparedRequest> request = prepareRequest(draft);
    QVERIFY(request);
    std::optional<RequestDraft> again = parseCurlLine(curlLine(*request, SecretsInText::Shown));
    QVERIFY(again);
    again->isRaw = true;
    QCOMPARE(*again, draft);
}

void TestCurlLine::hidesSecrets()
{
    RequestDraft draft;
    draft.url = u"http://h/a"_s;
    draft.isRaw = true;
    Result<PreparedRequest> request = prepareRequest(draft);
    request->fields << RequestField{"Authorization", "Bearer abc.def"};
    request->addQueryArgument("apikey", "k1");
    request->secrets = {"abc.def", "k1"};
    QCOMPARE(curlLine(*request, SecretsInText::Hidden),
             u"curl -i -H \"Authorization: Bearer $TOKEN\" \"http://h/a?apikey=$TOKEN2\""_s);
    QVERIFY(curlLine(*request, SecretsInText::Shown).contains(u"'Authorization: Bearer abc.def'"_s));
}

void TestCurlLine::hidesWhatWasTyped()
{
    RequestDraft draft;
    draft.url = u"http://h/a?apikey=k2&b=1"_s;
    draft.headers = {{u"Authorization"_s, u"Bearer abc.def"_s}, {u"Cookie"_s, u"a=one; b=two"_s}};
    draft.isRaw = true;
    Result<PreparedRequest> request = prepareRequest(draft);
    noteTypedSecrets(*request, RedactedNames());
    const QString line = curlLine(*request, SecretsInText::Hidden);
    QVERIFY2(!line.contains(u"abc.def"_s), qPrintable(line));
    QVERIFY2(line.contains(u"Bearer $TOKEN"_s), qPrintable(line));
    QVERIFY2(!line.contains(u"one"_s), qPrintable(line));
    QVERIFY2(!line.contains(u"k2"_s), qPrintable(line));
    QVERIFY2(line.contains(u"&b=1"_s), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestCurlLine)
#include "tst_curl_line.moc"
