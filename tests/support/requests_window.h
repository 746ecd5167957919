// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/window_test.h"

#include <QDialog>
#include <QFile>
#include <QTreeView>

namespace gatehouse {

// A window with two consumers of whom one may call a route, and the ways of a person on the page of requests.
class RequestsWindow : public WindowTest
{
protected:
    void begin() { start(); }

    void end();

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

inline void RequestsWindow::end()
{
    m_fixture.reset();
    m_upstream.reset();
}

inline QByteArray RequestsWindow::document() const
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

inline void RequestsWindow::openDocument()
{
    open(document());
    QTRY_VERIFY(!config().isEmpty());
    go("requestsPageAction");
}

inline void RequestsWindow::startGateway()
{
    go("startAction");
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    go("requestsPageAction");
}

inline void RequestsWindow::chooseConsumer(const QString &name)
{
    auto *consumer = m_fixture->find<QComboBox>("requestConsumer");
    consumer->setFocus();
    QTest::keyClicks(consumer, name);
    QCOMPARE(consumer->currentText(), name);
}

inline void RequestsWindow::send(const QString &url, const QString &consumer)
{
    typeInto(&m_fixture->window(), "requestUrl", url);
    if (!consumer.isEmpty())
        chooseConsumer(consumer);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find<QLabel>("answerStatus")->isVisible());
}

inline QStringList RequestsWindow::listed()
{
    QStringList texts;
    const auto *tree = m_fixture->find<QTreeView>("requestTree");
    for (QModelIndex index = tree->model()->index(0, 0); index.isValid(); index = tree->indexBelow(index))
        texts << index.data().toString();
    return texts;
}

inline void RequestsWindow::selectListed(const QString &ending)
{
    auto *tree = m_fixture->find<QTreeView>("requestTree");
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    while (!tree->currentIndex().data().toString().endsWith(ending) && tree->indexBelow(tree->currentIndex()).isValid())
        QTest::keyClick(tree, Qt::Key_Down);
    QVERIFY2(tree->currentIndex().data().toString().endsWith(ending), qPrintable(listed().join(u'|')));
}

inline QString RequestsWindow::traceText()
{
    QString text;
    const QAbstractItemModel *steps = m_fixture->find<QTreeView>("answerTrace")->model();
    for (int row = 0; row < steps->rowCount(); ++row)
        text += steps->index(row, 0).data().toString() + u' ' + steps->index(row, 2).data().toString() + u'\n';
    return text;
}

inline QByteArray RequestsWindow::requestsFile()
{
    QFile file(m_fixture->file(u"kong.requests.yml"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void RequestsWindow::saveAs(const QString &name, const QString &folder)
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

inline void RequestsWindow::activate()
{
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

} // namespace gatehouse
