// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/requests_window.h"

namespace gatehouse {

// Requests that are kept beside the project, by keys and object names.
class TstKeptRequests : public RequestsWindow
{
    Q_OBJECT

private slots:

    void init() { begin(); }

    void cleanup() { end(); }

    void savesBesideTheProject();
    void keepsUnsavedProjectsInMemory();
    void runsAll();
    void renames();
    void deletesWithUndo();
    void doesNotWriteOverForeignChanges();
};

void TstKeptRequests::savesBesideTheProject()
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

void TstKeptRequests::keepsUnsavedProjectsInMemory()
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

void TstKeptRequests::runsAll()
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

void TstKeptRequests::renames()
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

void TstKeptRequests::deletesWithUndo()
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

void TstKeptRequests::doesNotWriteOverForeignChanges()
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

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstKeptRequests)
#include "tst_kept_requests.moc"
