// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/requests_window.h"
#include "ui/traffic/traffic_store.h"

#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabWidget>

namespace gatehouse {

// The request tester by keys and object names, against the gateway that runs.
class TstRequests : public RequestsWindow
{
    Q_OBJECT

private slots:

    void init() { begin(); }

    void cleanup() { end(); }

    void sendsAsAConsumer();
    void explainsADenial();
    void saysThatTheGatewayIsStopped();
    void sendsFromTheBody();
    void givesUpARequest();
    void asksTheWorkingConfiguration();
    void bindsParametersToTheUrl();
    void fillsFromACurlLine();
    void hidesCredentials();
    void copiesCurlWithAPlaceholder();
    void checksAndLaysOutJson();
};

void TstRequests::sendsAsAConsumer()
{
    openDocument();
    startGateway();
    send(u"/orders/1?a=b"_s, u"ann"_s);
    QCOMPARE(label("answerStatus"), u"200 OK"_s);
    const ReceivedRequest received = m_upstream->requests().last();
    QVERIFY(received.field("Authorization").startsWith("Bearer eyJ"));
    QVERIFY2(label("answerNotes").contains(u"ann-key"_s), qPrintable(label("answerNotes")));
}

void TstRequests::explainsADenial()
{
    openDocument();
    startGateway();
    send(u"/orders"_s, u"bob"_s);
    QCOMPARE(label("answerStatus"), u"✗ 403 Forbidden"_s);
    QVERIFY2(traceText().contains(u"✗  acl"_s), qPrintable(traceText()));
    m_fixture->window().workbench().traffic().collect();
    QTRY_COMPARE(rows("trafficTable"), 1);
}

void TstRequests::saysThatTheGatewayIsStopped()
{
    openDocument();
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *button = m_fixture->find<QPushButton>("requestStart");
    QTRY_VERIFY(button->isVisible());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    QVERIFY(!button->isVisible());
}

void TstRequests::sendsFromTheBody()
{
    openDocument();
    startGateway();
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    m_fixture->find<QTabWidget>("requestTabs")->setCurrentIndex(2);
    auto *body = m_fixture->find<QPlainTextEdit>("requestBody");
    body->setFocus();
    QTest::keyClicks(body, u"[1]"_s);
    QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find<QLabel>("answerStatus")->isVisible());
    QCOMPARE(m_upstream->requests().last().body, QByteArray("[1]"));
    QCOMPARE(m_upstream->requests().last().field("Content-Type"), QByteArray("application/json"));
}

void TstRequests::givesUpARequest()
{
    openDocument();
    startGateway();
    m_upstream->setHoldsBack(true);
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *cancel = m_fixture->find<QPushButton>("requestCancel");
    QTRY_VERIFY(cancel->isVisible());
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QVERIFY(!cancel->isVisible());
    m_upstream->setHoldsBack(false);
    send(u"/open"_s);
    QCOMPARE(label("answerStatus"), u"200 OK"_s);
}

void TstRequests::asksTheWorkingConfiguration()
{
    openDocument();
    m_fixture->find<QRadioButton>("againstWorking")->setFocus();
    QTest::keyClick(m_fixture->find<QRadioButton>("againstWorking"), Qt::Key_Space);
    QVERIFY(m_fixture->find<QLabel>("againstWords")->isVisible());
    send(u"/orders"_s, u"ann"_s);
    QCOMPARE(label("answerStatus"), u"200 OK"_s);
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Stopped);
}

void TstRequests::bindsParametersToTheUrl()
{
    go("requestsPageAction");
    typeInto(&m_fixture->window(), "requestUrl", u"/a?x=1&y=a%20b"_s);
    auto *table = m_fixture->find<QTableView>("requestParameters");
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"a b"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 1));
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"2&3"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(url(), u"/a?x=2%263&y=a%20b"_s); // the view takes what was typed when the key is dealt with
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(url(), u"/a?x=2%263"_s);
}

void TstRequests::fillsFromACurlLine()
{
    go("requestsPageAction");
    typeInto(&m_fixture->window(), "requestUrl", u"/before"_s);
    QGuiApplication::clipboard()->setText(
        u"curl -X PUT http://localhost:8000/a \\\n -H 'X-Mark: one' --data-raw '{\"a\":1}'"_s);
    auto *line = m_fixture->find<QLineEdit>("requestUrl");
    line->selectAll();
    QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(url(), u"http://localhost:8000/a"_s);
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"PUT"_s);
    QCOMPARE(m_fixture->find<QPlainTextEdit>("requestBody")->toPlainText(), u"{\"a\":1}"_s);
    QCOMPARE(m_fixture->find<QTableView>("requestHeaders")->model()->index(0, 1).data().toString(), u"one"_s);
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(url(), u"/before"_s);
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"GET"_s);
    QCOMPARE(m_fixture->find<QPlainTextEdit>("requestBody")->toPlainText(), QString());
}

void TstRequests::hidesCredentials()
{
    openDocument();
    startGateway();
    QGuiApplication::clipboard()->setText(u"curl -H 'Authorization: Bearer a.b.c' http://"_s +
                                          m_fixture->gateway().proxyAddress() + u"/open"_s);
    auto *line = m_fixture->find<QLineEdit>("requestUrl");
    line->setFocus();
    QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    const QAbstractItemModel *headers = m_fixture->find<QTableView>("requestHeaders")->model();
    QVERIFY(!headers->index(0, 1).data().toString().contains(u"a.b.c"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find<QLabel>("answerStatus")->isVisible());
    const auto *raw = m_fixture->find<QPlainTextEdit>("answerRaw");
    QVERIFY2(!raw->toPlainText().contains(u"a.b.c"_s), qPrintable(raw->toPlainText()));
    m_fixture->find<QAbstractButton>("answerReveal")->click();
    QVERIFY2(raw->toPlainText().contains(u"Bearer a.b.c"_s), qPrintable(raw->toPlainText()));
    m_fixture->find<QAbstractButton>("requestReveal")->click();
    QCOMPARE(headers->index(0, 1).data().toString(), u"Bearer a.b.c"_s);
}

void TstRequests::copiesCurlWithAPlaceholder()
{
    openDocument();
    startGateway();
    send(u"/orders"_s, u"ann"_s);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString line = QGuiApplication::clipboard()->text();
    QVERIFY2(line.contains(u"Bearer $TOKEN"_s), qPrintable(line));
    QVERIFY2(!line.contains(u"eyJ"_s), qPrintable(line));
    m_fixture->find<QAction>("answerCopyCurlToken")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Bearer eyJ"_s));
}

void TstRequests::checksAndLaysOutJson()
{
    go("requestsPageAction");
    auto *body = m_fixture->find<QPlainTextEdit>("requestBody");
    m_fixture->find<QTabWidget>("requestTabs")->setCurrentIndex(2);
    body->setFocus();
    QTest::keyClicks(body, u"{\"b\":1,"_s);
    QVERIFY2(label("requestBodyState").startsWith(u"✗"_s), qPrintable(label("requestBodyState")));
    QVERIFY(!m_fixture->find<QPushButton>("requestBodyFormat")->isEnabled());
    QTest::keyClicks(body, u"\"a\":[]}"_s);
    QCOMPARE(label("requestBodyState"), u"✓ JSON"_s);
    m_fixture->find<QPushButton>("requestBodyFormat")->click();
    QCOMPARE(body->toPlainText(), u"{\n  \"b\": 1,\n  \"a\": []\n}"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstRequests)
#include "tst_requests.moc"
