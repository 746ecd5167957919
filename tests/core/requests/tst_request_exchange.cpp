// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_exchange.h"
#include "tests/support/recording_upstream.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRequestExchange : public QObject
{
    Q_OBJECT

private slots:
    void takesAnswers_data();
    void takesAnswers();
    void countsWhatItDoesNotKeep();
    void sendsTheBody();
    void failsWhenNobodyListens();
    void failsOnWhatIsNotHttp();
    void givesUpInTime();
    void takesABodyThatDoesNotEnd();
    void saysNothingAfterCancel();

private:
    struct Outcome {
        std::optional<RequestAnswer> answer;
        std::optional<Error> error;
    };

    [[nodiscard]] PreparedRequest request(const QString &method = u"GET"_s, const QString &body = {}) const;
    [[nodiscard]] static Outcome send(const PreparedRequest &request, const ExchangeLimits &limits = {});

    RecordingUpstream m_upstream;
};

PreparedRequest TestRequestExchange::request(const QString &method, const QString &body) const
{
    RequestDraft draft;
    draft.method = method;
    draft.url = u"http://127.0.0.1:%1/a"_s.arg(m_upstream.port());
    draft.body = body;
    draft.isRaw = true;
    return *prepareRequest(draft);
}

TestRequestExchange::Outcome TestRequestExchange::send(const PreparedRequest &request, const ExchangeLimits &limits)
{
    Outcome outcome;
    RequestExchange exchange;
    connect(&exchange, &RequestExchange::answered, &exchange,
            [&outcome](const RequestAnswer &answer) { outcome.answer = answer; });
    connect(&exchange, &RequestExchange::failed, &exchange, [&outcome](const Error &error) { outcome.error = error; });
    exchange.send(request, limits);
    static_cast<void>(QTest::qWaitFor([&outcome] { return outcome.answer || outcome.error; }));
    return outcome;
}

void TestRequestExchange::takesAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isIncomplete");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc") << QByteArray("abc")
                            << false;
    QTest::newRow("chunked")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")
        << QByteArray("abc") << false;
    QTest::newRow("until it closes") << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << QByteArray("abc") << false;
    QTest::newRow("an interim head")
        << QByteArray("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na")
        << QByteArray("a") << false;
    QTest::newRow("broken off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc") << QByteArray("abc")
                                << true;
    QTest::newRow("broken chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nx")
                                   << QByteArray("a") << true;
}

void TestRequestExchange::takesAnswers()
{
    QFETCH(const QByteArray, bytes);
    m_upstream.setAnswer([bytes](const ReceivedRequest &) { return bytes; });
    m_upstream.setClosesAfterAnswer(true);
    const Outcome outcome = send(request());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->status, 200);
    QCOMPARE(outcome.answer->reason, QByteArray("OK"));
    QTEST(outcome.answer->body, "body");
    QTEST(outcome.answer->isIncomplete, "isIncomplete");
}

void TestRequestExchange::countsWhatItDoesNotKeep()
{
    m_upstream.setAnswer([](const ReceivedRequest &) {
        return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n").append(5000, 'x');
    });
    ExchangeLimits limits;
    limits.keptBody = 100;
    const Outcome outcome = send(request(), limits);
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body.size(), 100);
    QCOMPARE(outcome.answer->bodySize, 5000);
    QVERIFY(!outcome.answer->isIncomplete);
}

void TestRequestExchange::sendsTheBody()
{
    m_upstream.setAnswer([](const ReceivedRequest &) { return QByteArray("HTTP/1.1 204 No Content\r\n\r\n"); });
    const Outcome outcome = send(request(u"PUT"_s, u"ä"_s));
    QVERIFY(outcome.answer);
    const ReceivedRequest sent = m_upstream.requests().last();
    QCOMPARE(sent.requestLine(), QByteArray("PUT /a HTTP/1.1"));
    QCOMPARE(sent.body, QByteArray("ä"));
    QCOMPARE(sent.field("X-Kong-Request-Debug"), QByteArray("*"));
}

void TestRequestExchange::failsWhenNobodyListens()
{
    PreparedRequest nowhere = request();
    nowhere.endpoint.port = 1;
    const Outcome outcome = send(nowhere);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::Network);
}

void TestRequestExchange::failsOnWhatIsNotHttp()
{
    m_upstream.setAnswer([](const ReceivedRequest &) { return QByteArray("220 mail ready\r\n\r\n"); });
    const Outcome outcome = send(request());
    QVERIFY(outcome.error);
    QVERIFY2(outcome.error->message.contains(u"not HTTP"_s), qPrintable(outcome.error->message));
}

void TestRequestExchange::givesUpInTime()
{
    m_upstream.setHoldsBack(true);
    ExchangeLimits limits;
    limits.head = 50ms;
    const Outcome outcome = send(request(), limits);
    m_upstream.setHoldsBack(false);
    QVERIFY(outcome.error);
    QVERIFY2(outcome.error->message.contains(u"too long"_s), qPrintable(outcome.error->message));
}

void TestRequestExchange::takesABodyThatDoesNotEnd()
{
    m_upstream.setClosesAfterAnswer(false);
    m_upstream.setAnswer([](const ReceivedRequest &) { return QByteArray("HTTP/1.1 200 OK\r\n\r\nevent"); });
    ExchangeLimits limits;
    limits.body = 50ms;
    const Outcome outcome = send(request(), limits);
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, QByteArray("event"));
    QVERIFY(outcome.answer->isIncomplete);
}

void TestRequestExchange::saysNothingAfterCancel()
{
    m_upstream.setAnswer([](const ReceivedRequest &) { return QByteArray("HTTP/1.1 204 No Content\r\n\r\n"); });
    RequestExchange exchange;
    bool hasSpoken = false;
    connect(&exchange, &RequestExchange::answered, this, [&hasSpoken] { hasSpoken = true; });
    connect(&exchange, &RequestExchange::failed, this, [&hasSpoken] { hasSpoken = true; });
    exchange.send(request());
    exchange.cancel();
    QVERIFY(!exchange.isRunning());
    QVERIFY(send(request()).answer); // as long as an answer takes
    QVERIFY(!hasSpoken);
}

QTEST_GUILESS_MAIN(TestRequestExchange)
#include "tst_request_exchange.moc"
