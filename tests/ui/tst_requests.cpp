// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_test.h"
#include "ui/dragdrop/dragged_request.h"
#include "ui/main_window/navigation.h"
#include "ui/main_window/page.h"
#include "ui/traffic/traffic_model.h"
#include "ui/traffic/traffic_store.h"

#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabWidget>
#include <QTreeView>

namespace gatehouse {

// The request tester by keys and object names, against the gateway that runs.
class TstRequests : public WindowTest
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
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
    void savesBesideTheProject();
    void keepsUnsavedProjectsInMemory();
    void runsAll();
    void renames();
    void deletesWithUndo();
    void doesNotWriteOverForeignChanges();
    void triesARoute();
    void sendsAsFromAConsumer();
    void repeatsFromTheTraffic();
    void editsFromTheTraffic();
    void takesADroppedRequest();
    void opensACurlLineFromThePalette();

private:
    [[nodiscard]] QByteArray document() const;
    void openDocument();
    void startGateway();
    // Types a URL on the page and sends it as somebody; waits for the status.
    void send(const QString &url, const QString &consumer = {});
    void chooseConsumer(const QString &name);
    void saveAs(const QString &name, const QString &folder = {});
    void activate();

    [[nodiscard]] QString label(const char *name) { return m_fixture->find<QLabel>(name)->text(); }

    [[nodiscard]] QString url() { return m_fixture->find<QLineEdit>("requestUrl")->text(); }

    [[nodiscard]] QStringList listed();
    [[nodiscard]] QString traceText();
    [[nodiscard]] QByteArray requestsFile();
    void selectListed(const QString &ending);
};

void TstRequests::init()
{
    start();
}

void TstRequests::cleanup()
{
    m_fixture.reset();
    m_upstream.reset();
}

QByteArray TstRequests::document() const
{
    return QByteArray(R"(_format_version: "3.0"
services:
  - name: orders
    url: http://127.0.0.1:%1
    routes:
      - name: open
        paths: [/open]
      - name: orders-route
        paths: [/orders]
        methods: [POST, GET]
        plugins:
          - name: jwt
          - name: acl
            config: {allow: [staff]}
consumers:
  - username: ann
    jwt_secrets: [{key: ann-key, secret: ann-secret}]
    acls: [{group: staff}]
  - username: bob
    jwt_secrets: [{key: bob-key, secret: bob-secret}]
    acls: [{group: guests}]
)")
        .replace("%1", QByteArray::number(m_upstream->port()));
}

void TstRequests::openDocument()
{
    open(document());
    QTRY_VERIFY(!config().isEmpty());
    go("requestsPageAction");
}

void TstRequests::startGateway()
{
    go("startAction");
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    go("requestsPageAction");
}

void TstRequests::chooseConsumer(const QString &name)
{
    auto *consumer = m_fixture->find<QComboBox>("requestConsumer");
    consumer->setFocus();
    QTest::keyClicks(consumer, name);
    QCOMPARE(consumer->currentText(), name);
}

void TstRequests::send(const QString &url, const QString &consumer)
{
    typeInto(&m_fixture->window(), "requestUrl", url);
    if (!consumer.isEmpty())
        chooseConsumer(consumer);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find<QLabel>("answerStatus")->isVisible());
}

QStringList TstRequests::listed()
{
    QStringList texts;
    const auto *tree = m_fixture->find<QTreeView>("requestTree");
    for (QModelIndex index = tree->model()->index(0, 0); index.isValid(); index = tree->indexBelow(index))
        texts << index.data().toString();
    return texts;
}

void TstRequests::selectListed(const QString &ending)
{
    auto *tree = m_fixture->find<QTreeView>("requestTree");
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    while (!tree->currentIndex().data().toString().endsWith(ending) && tree->indexBelow(tree->currentIndex()).isValid())
        QTest::keyClick(tree, Qt::Key_Down);
    QVERIFY2(tree->currentIndex().data().toString().endsWith(ending), qPrintable(listed().join(u'|')));
}

QString TstRequests::traceText()
{
    QString text;
    const QAbstractItemModel *steps = m_fixture->find<QTreeView>("answerTrace")->model();
    for (int row = 0; row < steps->rowCount(); ++row)
        text += steps->index(row, 0).data().toString() + u' ' + steps->index(row, 2).data().toString() + u'\n';
    return text;
}

QByteArray TstRequests::requestsFile()
{
    QFile file(m_fixture->file(u"kong.requests.yml"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstRequests::saveAs(const QString &name, const QString &folder)
{
    m_fixture->find<QPushButton>("requestSave")->click();
    auto *dialog = m_fixture->find<QDialog>("requestNameDialog");
    QVERIFY(dialog);
    typeInto(dialog, "requestFolderLine", folder);
    typeInto(dialog, "requestName", name);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"requestName"_s), Qt::Key_Return);
    QTRY_VERIFY(!m_fixture->find<QDialog>("requestNameDialog"));
    activate();
}

// Without a window manager nobody gives the window back its activation when a dialog has gone.
void TstRequests::activate()
{
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

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

void TstRequests::savesBesideTheProject()
{
    openDocument();
    typeInto(&m_fixture->window(), "requestUrl", u"/orders?apikey=k1&a=1"_s);
    chooseConsumer(u"bob"_s);
    saveAs(u"denied"_s, u"smoke"_s);
    QCOMPARE(listed(), (QStringList{u"Not saved"_s, u"smoke"_s, u"– denied"_s}));
    const QByteArray text = requestsFile();
    QVERIFY2(text.contains("as: bob"), text.constData());
    QVERIFY2(text.contains("folder: smoke"), text.constData());
    QVERIFY2(!text.contains("k1"), text.constData());
    QVERIFY2(!text.contains("bob-secret"), text.constData());
    QVERIFY(m_fixture->find<QLabel>("messageText")->text().contains(u"apikey"_s));
}

void TstRequests::keepsUnsavedProjectsInMemory()
{
    QVERIFY(m_fixture->project().openText(document()));
    go("requestsPageAction");
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    saveAs(u"first"_s);
    QCOMPARE(listed().size(), 2);
    QVERIFY(m_fixture->project().saveAs(m_fixture->file(u"kong.yml"_s)));
    QVERIFY(requestsFile().contains("name: first"));
    m_fixture->window().files().open(m_fixture->file(u"kong.yml"_s));
    QTRY_COMPARE(listed(), (QStringList{u"Not saved"_s, u"– first"_s}));
    m_fixture->project().clear();
    QTRY_COMPARE(listed(), QStringList{u"Not saved"_s});
}

void TstRequests::runsAll()
{
    openDocument();
    startGateway();
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    typeInto(&m_fixture->window(), "expectedStatus", u"200"_s);
    saveAs(u"met"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    typeInto(&m_fixture->window(), "requestUrl", u"/orders"_s);
    chooseConsumer(u"bob"_s);
    typeInto(&m_fixture->window(), "expectedStatus", u"200"_s);
    typeInto(&m_fixture->window(), "expectedRouteLine", u"orders-route"_s);
    saveAs(u"unmet"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(label("requestTotal"), u"✗ 1 of 2 not as expected"_s);
    QCOMPARE(listed(), (QStringList{u"Not saved"_s, u"✓ met"_s, u"✗ unmet"_s}));
    QCOMPARE(label("answerVerdict"), u"✗ not as expected: the status is 403, not 200"_s);
    selectListed(u"met"_s);
    QCOMPARE(label("answerVerdict"), u"✓ as expected"_s);
}

void TstRequests::renames()
{
    openDocument();
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    saveAs(u"one"_s);
    selectListed(u"one"_s);
    press(Qt::Key_F2);
    auto *dialog = m_fixture->find<QDialog>("requestNameDialog");
    QVERIFY(dialog);
    typeInto(dialog, "requestName", u"two"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"requestName"_s), Qt::Key_Return);
    QTRY_COMPARE(listed(), (QStringList{u"Not saved"_s, u"– two"_s}));
    activate();
    selectListed(u"two"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(listed(), (QStringList{u"Not saved"_s, u"– two"_s, u"– two 2"_s}));
    QVERIFY(requestsFile().contains("name: two 2"));
}

void TstRequests::deletesWithUndo()
{
    openDocument();
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    saveAs(u"one"_s);
    const QByteArray before = requestsFile();
    selectListed(u"one"_s);
    press(Qt::Key_Delete);
    QCOMPARE(listed(), QStringList{u"Not saved"_s});
    QVERIFY(!requestsFile().contains("name: one"));
    typeInto(&m_fixture->window(), "requestUrl", u"/other"_s);
    saveAs(u"other"_s);
    clickMessage("message.requestsDeleted", u"Undo"_s);
    QCOMPARE(listed(), (QStringList{u"Not saved"_s, u"– one"_s, u"– other"_s}));
    QVERIFY2(requestsFile().startsWith(before.chopped(1)), requestsFile().constData());
}

void TstRequests::doesNotWriteOverForeignChanges()
{
    openDocument();
    typeInto(&m_fixture->window(), "requestUrl", u"/open"_s);
    saveAs(u"one"_s);
    const QByteArray theirs = "requests:\n  - name: theirs\n    url: /theirs\n";
    QVERIFY(saveFile(m_fixture->file(u"kong.requests.yml"_s), theirs));
    selectListed(u"one"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(requestsFile(), theirs);
    clickMessage("message.requestsFile", u"Load the file"_s);
    QCOMPARE(listed(), (QStringList{u"Not saved"_s, u"– theirs"_s}));
}

void TstRequests::triesARoute()
{
    openDocument();
    startGateway();
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(1);
    go("tryRequestAction");
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"POST"_s);
    QCOMPARE(url(), u"/orders"_s);
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    m_fixture->find<QPushButton>("routesPageEditorTry")->click();
    QCOMPARE(url(), u"/open"_s);
}

void TstRequests::sendsAsFromAConsumer()
{
    openDocument();
    go("consumersPageAction");
    m_fixture->find<QTableView>("consumersPageTable")->selectRow(1);
    go("sendAsAction");
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(m_fixture->find<QComboBox>("requestConsumer")->currentText(), u"bob"_s);
}

void TstRequests::repeatsFromTheTraffic()
{
    openDocument();
    startGateway();
    send(u"/orders/7"_s, u"bob"_s);
    go("trafficPageAction");
    QTRY_COMPARE(rows("trafficTable"), 1);
    auto *table = m_fixture->find<QTableView>("trafficTable");
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_R);
    QTRY_COMPARE(rows("trafficTable"), 2);
    QCOMPARE(table->model()->index(1, TrafficModel::Status).data().toString(), u"✗ 403"_s);
    QVERIFY(m_fixture->find<Page>("trafficPage")->isVisible());
}

void TstRequests::editsFromTheTraffic()
{
    openDocument();
    startGateway();
    send(u"/orders/7?a=1"_s, u"bob"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(url(), QString());
    clickMessage("message.requestReplaced", u"Undo"_s);
    QCOMPARE(url(), u"/orders/7?a=1"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    go("trafficPageAction");
    QTRY_COMPARE(rows("trafficTable"), 1);
    m_fixture->find<QTableView>("trafficTable")->selectRow(0);
    m_fixture->find<QAction>("trafficEditAction")->trigger();
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QVERIFY2(url().startsWith(u"/orders/7"_s), qPrintable(url()));
    QCOMPARE(m_fixture->find<QComboBox>("requestConsumer")->currentText(), u"bob"_s);
}

void TstRequests::takesADroppedRequest()
{
    openDocument();
    auto *navigation = m_fixture->find<Navigation>("navigation");
    RequestDraft draft;
    draft.method = u"PATCH"_s;
    draft.url = u"/dropped"_s;
    const std::unique_ptr<QMimeData> data(makeMimeData(draft));
    QModelIndex entry;
    QModelIndex other;
    for (int row = 0; row < navigation->model()->rowCount(); ++row) {
        const QModelIndex index = navigation->model()->index(row, 0);
        if (index.data().toString() == "Requests"_L1)
            entry = index;
        if (index.data().toString() == "Services"_L1)
            other = index;
    }
    go("trafficPageAction");
    drop(navigation->viewport(), navigation->visualRect(other).center(), *data);
    QVERIFY(m_fixture->find<Page>("trafficPage")->isVisible());
    drop(navigation->viewport(), navigation->visualRect(entry).center(), *data);
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(url(), u"/dropped"_s);
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"PATCH"_s);
}

void TstRequests::opensACurlLineFromThePalette()
{
    openDocument();
    go("overviewPageAction");
    m_fixture->find<QAction>("paletteAction")->trigger();
    auto *palette = m_fixture->find<QDialog>("commandPalette");
    QVERIFY(palette);
    auto *text = palette->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"curl -X DELETE http://localhost:8000/open"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(url(), u"http://localhost:8000/open"_s);
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"DELETE"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstRequests)
#include "tst_requests.moc"
