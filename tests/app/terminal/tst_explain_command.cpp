// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_process.h"
#include "tests/support/recording_upstream.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray document = R"(_format_version: "3.0"
services:
- name: s
  url: http://127.0.0.1:%1
  routes:
  - {name: open, paths: [/open]}
  - {name: posts, paths: [/things], methods: [POST]}
  - name: things
    paths: [/things]
    plugins:
    - {name: jwt, config: {claims_to_verify: [exp]}}
    - {name: acl, config: {allow: [staff]}}
  - name: keys
    paths: [/keys]
    plugins:
    - {name: key-auth, config: {key_names: [k], key_in_header: false}}
    - {name: rate-limiting, config: {hour: 1}}
consumers:
- {username: ann, jwt_secrets: [{key: ann-id, secret: ann-secret}], acls: [{group: staff}]}
- {username: bob, jwt_secrets: [{key: bob-id, secret: bob-secret}], acls: [{group: guests}]}
- {username: cat, keyauth_credentials: [{key: cat-secret}]}
)";

} // namespace

// The command as a user runs it, against a gateway of its own.
class TestExplainCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void explains_data();
    void explains();
    void explainsAUsedUpLimit();
    void runsAFileWhoseUpstreamIsAbsent();
    void explainsOverTls();
    void printsJson();
    void printsNoSecret_data();
    void printsNoSecret();
    void doesNotSpeakToTheTerminal();
    void sendsWhatItIsToldTo();
    void saysWhenAConsumerHasNoCredential();
    void failsWithACode_data();
    void failsWithACode();

private:
    struct Outcome {
        int code = -1;
        QByteArray output;
        QByteArray messages;
    };

    // "explain" with the running gateway's addresses: %1 in the URL is its port.
    [[nodiscard]] Outcome explain(const QStringList &arguments) const;

    RecordingUpstream m_upstream;
    std::unique_ptr<GatewayProcess> m_gateway;
};

void TestExplainCommand::initTestCase()
{
    m_gateway =
        std::make_unique<GatewayProcess>(QByteArray(document).replace("%1", QByteArray::number(m_upstream.port())));
}

TestExplainCommand::Outcome TestExplainCommand::explain(const QStringList &arguments) const
{
    QStringList words{u"explain"_s, u"--admin"_s, u"127.0.0.1:%1"_s.arg(m_gateway->adminPort())};
    for (QString argument : arguments)
        words << argument.replace("%1"_L1, QString::number(m_gateway->port()));
    Outcome outcome;
    outcome.code = GatewayProcess::run(words, &outcome.messages, &outcome.output);
    return outcome;
}

void TestExplainCommand::explains_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("last");
    const QString things = u"http://127.0.0.1:%1/things"_s;
    QTest::newRow("200") << QStringList{u"GET"_s, things, u"--as"_s, u"ann"_s}
                         << QByteArray("✓ jwt       consumer ann, key ann-id; the token expires in ")
                         << QByteArray("HTTP 200, answered by upstream");
    QTest::newRow("a route that lost") << QStringList{u"GET"_s, things, u"--as"_s, u"ann"_s}
                                       << QByteArray("posts: its methods do not fit\n")
                                       << QByteArray("HTTP 200, answered by upstream");
    QTest::newRow("401") << QStringList{u"GET"_s, things}
                         << QByteArray("✗ jwt       no token came with the request → 401 \"Unauthorized\"")
                         << QByteArray("HTTP 401, answered by jwt");
    QTest::newRow("401 by header") << QStringList{u"GET"_s, things, u"-H"_s, u"Authorization: Bearer a.b.c"_s}
                                   << QByteArray("✗ jwt ") << QByteArray("HTTP 401, answered by jwt");
    QTest::newRow("403") << QStringList{u"GET"_s, things, u"--as"_s, u"bob"_s}
                         << QByteArray("✗ acl       no group of the consumer (guests) is allowed (staff) → 403")
                         << QByteArray("HTTP 403, answered by acl");
    QTest::newRow("not reached") << QStringList{u"GET"_s, things, u"--as"_s, u"bob"_s}
                                 << QByteArray("– Upstream  not contacted\n")
                                 << QByteArray("HTTP 403, answered by acl");
    QTest::newRow("404") << QStringList{u"GET"_s, u"http://localhost:%1/nothing"_s}
                         << QByteArray("✗ Route     no route fits this request → 404; 4 other routes considered\n")
                         << QByteArray("HTTP 404, answered by router");
}

void TestExplainCommand::explains()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, last);
    const Outcome outcome = explain(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains(line), outcome.output.constData());
    QCOMPARE(outcome.output.trimmed().split('\n').last(), last);
    QCOMPARE(outcome.messages, QByteArray());
}

void TestExplainCommand::explainsAUsedUpLimit()
{
    const QStringList arguments{u"GET"_s, u"http://127.0.0.1:%1/keys"_s, u"--as"_s, u"cat"_s};
    const Outcome first = explain(arguments);
    QVERIFY2(first.output.endsWith("HTTP 200, answered by upstream\n"), first.output.constData());
    const Outcome second = explain(arguments);
    QCOMPARE(second.code, 0);
    QVERIFY2(
        second.output.contains("✗ rate-limiting  1 of 1 used in this hour before it, counted by consumer cat → 429"),
        second.output.constData());
    QVERIFY2(second.output.endsWith("HTTP 429, answered by rate-limiting\n"), second.output.constData());
}

void TestExplainCommand::runsAFileWhoseUpstreamIsAbsent()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"kong.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(document).replace("%1", "1"));
    file.close();
    const Outcome outcome =
        explain({u"GET"_s, u"http://api.example.com/things"_s, u"--as"_s, u"ann"_s, u"--config"_s, file.fileName()});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains("✓ acl "), outcome.output.constData());
    QVERIFY2(outcome.output.contains("✗ Upstream  127.0.0.1:1 could not be reached"), outcome.output.constData());
    QVERIFY2(outcome.output.endsWith("HTTP 502, answered by proxy\n"), outcome.output.constData());
}

void TestExplainCommand::explainsOverTls()
{
    const Outcome outcome = explain({u"GET"_s, u"https://localhost/open"_s, u"--config"_s, m_gateway->filePath()});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.endsWith("HTTP 200, answered by upstream\n"),
             QByteArray(outcome.output + outcome.messages).constData());
}

void TestExplainCommand::printsJson()
{
    const Outcome outcome = explain({u"GET"_s, u"http://127.0.0.1:%1/things"_s, u"--as"_s, u"bob"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(json.value("schema"_L1).toInt(), 1);
    QCOMPARE(json.value("status"_L1).toInt(), 403);
    QCOMPARE(json.value("as"_L1).toString(), u"bob"_s);
    QCOMPARE(json.value("explanation"_L1)[2]["verdict"_L1].toString(), u"refused"_s);
    QCOMPARE(json.value("trace"_L1)["plugins"_L1][1]["facts"_L1]["groups"_L1].toString(), u"guests"_s);
}

void TestExplainCommand::printsNoSecret_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("consumer");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("token") << u"things"_s << u"ann"_s << QByteArray("eyJ");
    QTest::newRow("secret of a token") << u"things"_s << u"ann"_s << QByteArray("ann-secret");
    QTest::newRow("key in the query") << u"keys"_s << u"cat"_s << QByteArray("cat-secret");
}

void TestExplainCommand::printsNoSecret()
{
    QFETCH(const QString, path);
    QFETCH(const QString, consumer);
    QFETCH(const QByteArray, secret);
    const QStringList arguments{u"GET"_s, u"http://127.0.0.1:%1/"_s + path, u"--as"_s, consumer};
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        const Outcome outcome = explain(arguments + more);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(!outcome.output.contains(secret), outcome.output.constData());
        QVERIFY2(!outcome.messages.contains(secret), outcome.messages.constData());
    }
}

void TestExplainCommand::doesNotSpeakToTheTerminal()
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray token = part(R"({"alg":"HS256","typ":"JWT"})") + '.' + part(R"({"iss":"a\u001b[2Jb"})") + ".c2ln";
    const Outcome outcome = explain(
        {u"GET"_s, u"http://127.0.0.1:%1/things"_s, u"-H"_s, u"Authorization: Bearer "_s + QString::fromLatin1(token)});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains("the token names the key a�[2Jb, which no credential has"),
             outcome.output.constData());
    QVERIFY(!outcome.output.contains('\x1b'));
}

void TestExplainCommand::sendsWhatItIsToldTo()
{
    const Outcome outcome = explain(
        {u"POST"_s, u"http://127.0.0.1:%1/open/a%20b?c=%C3%A4"_s, u"-H"_s, u"X-Mark: one"_s, u"-d"_s, u"{\"a\": 1}"_s});
    QCOMPARE(outcome.code, 0);
    const ReceivedRequest sent = m_upstream.requests().last();
    QCOMPARE(sent.requestLine(), QByteArray("POST /a%20b?c=%C3%A4 HTTP/1.1"));
    QCOMPARE(sent.field("X-Mark"), QByteArray("one"));
    QCOMPARE(sent.body, QByteArray("{\"a\": 1}"));
}

void TestExplainCommand::saysWhenAConsumerHasNoCredential()
{
    const Outcome outcome = explain({u"GET"_s, u"http://127.0.0.1:%1/things"_s, u"--as"_s, u"cat"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains("jwt: cat has no jwt credential\n"), outcome.output.constData());
    QVERIFY2(outcome.output.endsWith("HTTP 401, answered by jwt\n"), outcome.output.constData());
}

void TestExplainCommand::failsWithACode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no URL") << QStringList{u"GET"_s} << 64;
    QTest::newRow("no method") << QStringList{u"G T"_s, u"/"_s} << 64;
    QTest::newRow("another scheme") << QStringList{u"GET"_s, u"ftp://localhost/"_s} << 64;
    QTest::newRow("credentials in the URL") << QStringList{u"GET"_s, u"http://a:b@localhost/"_s} << 64;
    QTest::newRow("a field without a name") << QStringList{u"GET"_s, u"http://localhost:1/"_s, u"-H"_s, u": x"_s} << 64;
    QTest::newRow("another machine") << QStringList{u"GET"_s, u"http://192.0.2.1/"_s} << 64;
    QTest::newRow("nobody listens") << QStringList{u"GET"_s, u"http://127.0.0.1:1/"_s} << 69;
    QTest::newRow("no consumer of that name")
        << QStringList{u"GET"_s, u"http://127.0.0.1:%1/things"_s, u"--as"_s, u"nobody"_s} << 1;
    QTest::newRow("no configuration") << QStringList{u"GET"_s, u"/"_s, u"--config"_s, u"/dev/null"_s} << 78;
}

void TestExplainCommand::failsWithACode()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const Outcome outcome = explain(arguments);
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(!outcome.messages.isEmpty());
}

QTEST_GUILESS_MAIN(TestExplainCommand)
#include "tst_explain_command.moc"
