// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change_draft.h"
#include "tests/support/window_test.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>

namespace gatehouse {

// A test that works the page of who can call what.
class AccessWindowTest : public WindowTest
{
protected:
    // A fresh program with consumers and routes of every kind, its models watched.
    void startWithAccess();
    void showMatrix();
    void showGroups();
    void addRoutes(int count);

    [[nodiscard]] QTableView *table() { return m_fixture->find<QTableView>("accessTable"); }

    [[nodiscard]] QTableView *groups() { return m_fixture->find<QTableView>("accessGroupTable"); }

    // By the arrow keys.
    void goTo(QTableView *view, const QString &row, const QString &column);
    [[nodiscard]] static QModelIndex cell(QTableView *view, const QString &row, const QString &column);

    [[nodiscard]] QString text(const char *label) { return m_fixture->find<QLabel>(label)->text(); }

    [[nodiscard]] QString wordsOf(const QString &consumer, const QString &route)
    {
        return cell(table(), consumer, route).data().toString();
    }

    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_groupTester;
};

inline void AccessWindowTest::startWithAccess()
{
    m_tester.reset();
    m_groupTester.reset();
    start();
    const QByteArray yaml = "_format_version: \"3.0\"\nservices:\n- name: s\n  url: http://127.0.0.1:" +
                            QByteArray::number(m_upstream->port()) + "\n" + R"(  routes:
  - {name: health, paths: [/health]}
  - {name: orders, paths: [/orders], plugins: [{name: key-auth}, {name: acl, config: {allow: [writers, admins]}}]}
  - {name: reports, paths: [/reports], plugins: [{name: key-auth}, {name: acl, config: {allow: [writers]}}]}
consumers:
- {username: mobile-app, keyauth_credentials: [{key: mobile}], acls: [{group: readers}]}
- {username: backoffice, keyauth_credentials: [{key: office}], acls: [{group: writers}]}
- {username: beta-tester, keyauth_credentials: [{key: beta}], acls: [{group: readers}]}
- {username: nightly-job, acls: [{group: writers}]}
)";
    open(yaml);
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    m_tester = std::make_unique<QAbstractItemModelTester>(table()->model(), Mode::Fatal);
    m_groupTester = std::make_unique<QAbstractItemModelTester>(groups()->model(), Mode::Fatal);
}

inline void AccessWindowTest::showMatrix()
{
    go("accessPageAction");
    QTRY_VERIFY(table()->isVisible() && table()->model()->rowCount() > 0);
    QCOMPARE(QApplication::focusWidget(), table());
}

inline void AccessWindowTest::showGroups()
{
    showMatrix();
    auto *rows = m_fixture->find<QComboBox>("accessRows");
    rows->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(groups()->isVisible());
    groups()->setFocus();
}

inline void AccessWindowTest::addRoutes(int count)
{
    ChangeDraft draft(m_fixture->project().store());
    for (int i = 0; i < count; ++i) {
        const QString name = u"route-%1"_s.arg(i);
        QVERIFY(draft.insert(u"routes"_s, {{u"name"_s, name}, {u"paths"_s, QJsonArray{QString(u'/' + name)}}}));
    }
    QVERIFY(m_fixture->project().store().apply(draft.change(u"routes"_s), Origin::User));
}

inline QModelIndex AccessWindowTest::cell(QTableView *view, const QString &row, const QString &column)
{
    const QAbstractItemModel *model = view->model();
    for (int i = 0; i < model->rowCount(); ++i) {
        for (int j = 0; j < model->columnCount(); ++j) {
            if (model->headerData(i, Qt::Vertical).toString() == row &&
                model->headerData(j, Qt::Horizontal).toString() == column)
                return model->index(i, j);
        }
    }
    return {};
}

inline void AccessWindowTest::goTo(QTableView *view, const QString &row, const QString &column)
{
    const QModelIndex to = cell(view, row, column);
    QVERIFY(to.isValid());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < to.row(); ++i)
        QTest::keyClick(view, Qt::Key_Down);
    for (int i = 0; i < to.column(); ++i)
        QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->currentIndex(), to);
}

} // namespace gatehouse
