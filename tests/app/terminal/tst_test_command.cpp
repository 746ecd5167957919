// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_process.h"
#include "tests/support/recording_upstream.h"
#include "tests/support/things_document.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray document = thingsDocument;

constexpr auto good = R"(requests:
  - name: allowed
    url: /things
    as: ann
    expect: {status: 200, route: things}
  - name: denied
    folder: smoke
    url: /things
    as: bob
    expect: {status: 403}
)";

constexpr auto bad = R"(requests:
  - name: denied
    url: /things
    as: bob
    expect: {status: 200}
  - name: open
    url: /open
)";

} // namespace

// The command as a user runs it, against a gateway of its own.
class TestTestCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsAllAsExpected_data();
    void findsAllAsExpected();
    void failsWhenAnAnswerIsOther();
    void goesOnWhenNobodyAnswers();
    void printsJson();
    void printsNoSecret();
    void failsWithACode_data();
    void failsWithACode();

private:
    struct Outcome {
        int code = -1;
        QByteArray output;
        QByteArray messages;
    };

    [[nodiscard]] QString write(const QByteArray &requests) const;
    [[nodiscard]] static Outcome test(const QStringList &arguments);
    [[nodiscard]] QStringList running() const;

    QTemporaryDir m_folder;
    RecordingUpstream m_upstream;
    std::unique_ptr<GatewayProcess> m_gateway;
};

void TestTestCommand::initTestCase()
{
    m_gateway =
        std::make_unique<GatewayProcess>(QByteArray(document).replace("%1", QByteArray::number(m_upstream.port())));
}

QString TestTestCommand::write(const QByteArray &requests) const
{
    QFile file(m_folder.filePath(u"kong.requests.yml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(requests) != requests.size())
        qFatal("cannot write the requests");
    return file.fileName();
}

TestTestCommand::Outcome TestTestCommand::test(const QStringList &arguments)
{
    Outcome outcome;
    outcome.code = GatewayProcess::run(QStringList{u"test"_s} + arguments, &outcome.messages, &outcome.output);
    return outcome;
}

QStringList TestTestCommand::running() const
{
    return {u"--proxy"_s, u"127.0.0.1:%1"_s.arg(m_gateway->port()), u"--admin"_s,
            u"127.0.0.1:%1"_s.arg(m_gateway->adminPort())};
}

void TestTestCommand::findsAllAsExpected_data()
{
    QTest::addColumn<QStringList>("where");
    QTest::newRow("the gateway that runs") << running();
    QTest::newRow("one of its own") << QStringList{u"--config"_s, m_gateway->filePath()};
}

void TestTestCommand::findsAllAsExpected()
{
    QFETCH(const QStringList, where);
    const Outcome outcome = test(QStringList{write(good)} + where);
    QVERIFY2(outcome.code == 0, QByteArray(outcome.output + outcome.messages).constData());
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith("✓ allowed  200  "), lines[0].constData());
    QVERIFY2(lines[1].startsWith("✓ smoke/denied  403  "), lines[1].constData());
    QCOMPARE(lines[2], QByteArray("2 of 2 as expected"));
    QCOMPARE(outcome.messages, QByteArray());
}

void TestTestCommand::failsWhenAnAnswerIsOther()
{
    const Outcome outcome = test(QStringList{write(bad)} + running());
    QCOMPARE(outcome.code, 1);
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    QVERIFY2(lines[0].startsWith("✗ denied  403  "), lines[0].constData());
    QVERIFY2(lines[0].endsWith(": the status is 403, not 200"), lines[0].constData());
    QVERIFY2(lines[1].startsWith("✓ open  200  "), lines[1].constData());
    QCOMPARE(lines[2], QByteArray("1 of 2 as expected"));
}

void TestTestCommand::goesOnWhenNobodyAnswers()
{
    const Outcome outcome = test(
        {write("requests:\n  - {name: a, url: /open}\n  - {name: b, url: /open}\n"), u"--proxy"_s, u"127.0.0.1:1"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.output.startsWith("✗ a: No answer from 127.0.0.1:1: "), outcome.output.constData());
    QVERIFY2(outcome.output.endsWith("0 of 2 as expected\n"), outcome.output.constData());
}

void TestTestCommand::printsJson()
{
    const Outcome outcome = test(QStringList{write(bad), u"--json"_s} + running());
    QCOMPARE(outcome.code, 1);
    const QJsonObject json = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(json.value("schema"_L1).toInt(), 1);
    QCOMPARE(json.value("met"_L1).toInt(), 1);
    QCOMPARE(json.value("all"_L1).toInt(), 2);
    const QJsonValue first = json.value("requests"_L1)[0];
    QCOMPARE(first["name"_L1].toString(), u"denied"_s);
    QCOMPARE(first["status"_L1].toInt(), 403);
    QCOMPARE(first["decided_by"_L1].toString(), u"acl"_s);
    QCOMPARE(first["met"_L1].toBool(true), false);
    QCOMPARE(first["unmet"_L1][0].toString(), u"the status is 403, not 200"_s);
}

void TestTestCommand::printsNoSecret()
{
    const QString file = write(good);
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        const Outcome outcome = test(QStringList{file} + more + running());
        QCOMPARE(outcome.code, 0);
        QVERIFY2(!outcome.output.contains("eyJ"), outcome.output.constData());
        QVERIFY2(!outcome.output.contains("secret"), outcome.output.constData());
    }
}

void TestTestCommand::failsWithACode_data()
{
    QTest::addColumn<QByteArray>("requests");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no such file") << QByteArray() << QStringList{u"/nowhere.requests.yml"_s} << 1;
    QTest::newRow("broken requests") << QByteArray("requests:\n  - name: a\n") << QStringList() << 78;
    QTest::newRow("two files") << QByteArray(good) << QStringList{u"b"_s} << 64;
    QTest::newRow("no address") << QByteArray(good) << QStringList{u"--proxy"_s, u"here"_s} << 64;
    QTest::newRow("both") << QByteArray(good)
                          << QStringList{u"--proxy"_s, u"127.0.0.1:1"_s, u"--config"_s, u"kong.yml"_s} << 64;
    QTest::newRow("no consumers") << QByteArray(good) << QStringList{u"--admin"_s, u"127.0.0.1:1"_s} << 69;
    QTest::newRow("broken configuration") << QByteArray(good) << QStringList{u"--config"_s, u"/dev/null"_s} << 78;
}

void TestTestCommand::failsWithACode()
{
    QFETCH(const QByteArray, requests);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const QStringList file = requests.isEmpty() ? QStringList() : QStringList{write(requests)};
    const Outcome outcome = test(file + arguments);
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(!outcome.messages.isEmpty());
}

QTEST_GUILESS_MAIN(TestTestCommand)
#include "tst_test_command.moc"
