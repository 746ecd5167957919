// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/private_gateway.h"
#include "core/requests/request_runner.h"
#include "tests/support/gateway_fixture.h"
#include "tests/support/things_document.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray document = thingsDocument;

} // namespace

class TestRequestRunner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sendsAsAConsumer_data();
    void sendsAsAConsumer();
    void tellsWhatIsNotAsExpected_data();
    void tellsWhatIsNotAsExpected();
    void asksAPrivateGateway();
    void goesOnAfterAFailure();
    void stopsWhenItIsCancelled();

private:
    [[nodiscard]] RequestTarget running();
    [[nodiscard]] static QList<RequestOutcome> run(const QList<RequestDraft> &drafts, const RequestTarget &target);
    [[nodiscard]] static RequestDraft draft(const QString &url, const QString &consumer = {});

    RecordingUpstream m_upstream;
    GatewayFixture m_fixture;
};

void TestRequestRunner::initTestCase()
{
    QCOMPARE(m_fixture.load(QByteArray(document).replace("%1", QByteArray::number(m_upstream.port()))), QString());
}

RequestTarget TestRequestRunner::running()
{
    return {m_fixture.gateway().runningConfig(), u"http://127.0.0.1:%1"_s.arg(m_fixture.port())};
}

RequestDraft TestRequestRunner::draft(const QString &url, const QString &consumer)
{
    RequestDraft result;
    result.url = url;
    result.consumer = consumer;
    return result;
}

QList<RequestOutcome> TestRequestRunner::run(const QList<RequestDraft> &drafts, const RequestTarget &target)
{
    QList<RequestOutcome> outcomes;
    RequestRunner runner;
    connect(&runner, &RequestRunner::ended, &runner,
            [&outcomes](qsizetype, const RequestOutcome &outcome) { outcomes << outcome; });
    runner.run(drafts, target);
    static_cast<void>(QTest::qWaitFor([&runner] { return !runner.isRunning(); }));
    return outcomes;
}

void TestRequestRunner::sendsAsAConsumer_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("consumer");
    QTest::addColumn<bool>("isRaw");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("decidedBy");
    QTest::newRow("nobody") << u"/things"_s << QString() << false << 401 << u"jwt"_s;
    QTest::newRow("allowed") << u"/things"_s << u"ann"_s << false << 200 << u"upstream"_s;
    QTest::newRow("denied") << u"/things"_s << u"bob"_s << false << 403 << u"acl"_s;
    QTest::newRow("raw") << u"/things"_s << u"ann"_s << true << 401 << u"jwt"_s;
    QTest::newRow("no route") << u"nothing"_s << QString() << false << 404 << u"router"_s;
}

void TestRequestRunner::sendsAsAConsumer()
{
    QFETCH(const QString, url);
    QFETCH(const QString, consumer);
    QFETCH(const bool, isRaw);
    RequestDraft asked = draft(url, consumer);
    asked.isRaw = isRaw;
    const QList<RequestOutcome> outcomes = run({asked}, running());
    QCOMPARE(outcomes.size(), 1);
    QTEST(outcomes.first().answer.status, "status");
    QVERIFY(outcomes.first().explanation);
    QTEST(outcomes.first().explanation->decidedBy, "decidedBy");
    for (const QString &note : outcomes.first().notes)
        QVERIFY2(!note.contains(u"secret"_s), qPrintable(note));
}

void TestRequestRunner::tellsWhatIsNotAsExpected_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QStringList>("unmet");
    QTest::newRow("nothing expected") << 0 << QString() << QStringList();
    QTest::newRow("met") << 200 << u"open"_s << QStringList();
    QTest::newRow("status") << 404 << QString() << QStringList{u"the status is 200, not 404"_s};
    QTest::newRow("route") << 200 << u"things"_s << QStringList{u"the route is open, not things"_s};
    QTest::newRow("both") << 201 << u"things"_s
                          << QStringList{u"the status is 200, not 201"_s, u"the route is open, not things"_s};
}

void TestRequestRunner::tellsWhatIsNotAsExpected()
{
    QFETCH(const int, status);
    QFETCH(const QString, route);
    RequestDraft asked = draft(u"/open"_s);
    asked.expected = {status, route};
    const QList<RequestOutcome> outcomes = run({asked}, running());
    QCOMPARE(outcomes.size(), 1);
    QTEST(outcomes.first().unmet, "unmet");
}

void TestRequestRunner::asksAPrivateGateway()
{
    const std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
    PrivateGateway gateway(*registry);
    Config config = m_fixture.gateway().runningConfig();
    const QList<QJsonObject> plugins = config.rows(u"plugins"_s);
    for (const QJsonObject &row : plugins)
        config.remove(u"plugins"_s, row.value("id"_L1).toString());
    QVERIFY(gateway.start(config, PrivateGateway::Ports::PlainAndTls));
    const RequestTarget target{config, QString::fromLatin1(usualBase), &gateway};
    const QList<RequestOutcome> outcomes =
        run({draft(u"/things"_s), draft(u"https://api.example/things"_s), draft(u"/nothing"_s)}, target);
    QCOMPARE(outcomes.size(), 3);
    QCOMPARE(outcomes[0].answer.status, 200);
    QCOMPARE(outcomes[1].answer.status, 200);
    QCOMPARE(outcomes[2].answer.status, 404);
    QCOMPARE(m_upstream.requests().last().field("X-Forwarded-Host"), QByteArray("api.example"));
}

void TestRequestRunner::goesOnAfterAFailure()
{
    const QList<RequestOutcome> outcomes = run({draft(u"ftp://h/"_s), draft(u"/open"_s, u"nobody-known"_s),
                                                draft(u"http://127.0.0.1:1/"_s), draft(u"/open"_s)},
                                               running());
    QCOMPARE(outcomes.size(), 4);
    QCOMPARE(outcomes[0].error->kind, ErrorKind::Invalid);
    QCOMPARE(outcomes[1].error->kind, ErrorKind::NotFound);
    QCOMPARE(outcomes[2].error->kind, ErrorKind::Network);
    QVERIFY(outcomes[3].isMet());
}

void TestRequestRunner::stopsWhenItIsCancelled()
{
    RequestRunner runner;
    QSignalSpy finished(&runner, &RequestRunner::finished);
    qsizetype ended = 0;
    connect(&runner, &RequestRunner::ended, this, [&runner, &ended] {
        ++ended;
        runner.cancel();
    });
    runner.run({draft(u"/open"_s), draft(u"/open"_s)}, running());
    QTRY_COMPARE(ended, 1);
    QVERIFY(!runner.isRunning());
    QCOMPARE(run({draft(u"/open"_s)}, running()).size(), 1); // as long as one takes
    QCOMPARE(ended, 1);
    QVERIFY(finished.isEmpty());
}

QTEST_GUILESS_MAIN(TestRequestRunner)
#include "tst_request_runner.moc"
