// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/window_test.h"
#include "ui/history/revision_model.h"

#include <QTreeView>

namespace gatehouse {

// A test that works the page of what has run, with a gateway that answers.
class HistoryTest : public WindowTest
{
protected:
    // Opens two services in front of the upstream and starts.
    void startWithServices();
    // Changes the path of the route that requests take, and waits for its revision.
    void setPath(const QString &path);
    void showHistory();
    // Selects a revision of the list by its row; waits for what it is compared with.
    void select(int row);
    void compared(const QString &title);

    [[nodiscard]] QTableView &table() { return *m_fixture->find<QTableView>("historyTable"); }

    [[nodiscard]] QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }

    [[nodiscard]] QTreeView &tree() { return *m_fixture->find<QTreeView>("historyDifference"); }

    [[nodiscard]] QString title() { return m_fixture->find<QLabel>("historyDifferenceTitle")->text(); }

    // The rows of the tree with their fields, one text each.
    [[nodiscard]] QStringList differences();
    [[nodiscard]] int statusOf(const QByteArray &path);

    void keyInTable(Qt::Key key) { QTest::keyClick(&table(), key); }
};

inline void HistoryTest::startWithServices()
{
    const QByteArray port = QByteArray::number(m_upstream->port());
    open("_format_version: \"3.0\"\nservices:\n  - name: orders\n    host: 127.0.0.1\n    port: " + port +
         "\n    routes:\n      - name: orders-route\n        paths:\n          - /orders\n"
         "consumers:\n  - username: mobile\n    jwt_secrets:\n      - key: k1\n        secret: plain-secret\n");
    press(Qt::Key_F5);
    QTRY_COMPARE(table().model()->rowCount(), 1);
}

inline void HistoryTest::setPath(const QString &path)
{
    const int count = table().model()->rowCount();
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    typeInto(form("routesPageForm"), "paths.0", path);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(table().model()->rowCount(), count + 1);
}

inline void HistoryTest::showHistory()
{
    go("historyPageAction");
    table().setFocus();
}

inline void HistoryTest::select(int row)
{
    table().setFocus();
    table().selectionModel()->setCurrentIndex(table().model()->index(row, 0),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_VERIFY(!title().endsWith(u"comparing…"_s));
}

inline void HistoryTest::compared(const QString &expected)
{
    QTRY_COMPARE(title(), expected);
}

inline QStringList HistoryTest::differences()
{
    QStringList texts;
    const QAbstractItemModel &model = *tree().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex parent = model.index(row, 0);
        texts << parent.data().toString();
        for (int field = 0; field < model.rowCount(parent); ++field) {
            texts << u"%1: %2 -> %3"_s.arg(model.index(field, 0, parent).data().toString(),
                                           model.index(field, 1, parent).data().toString(),
                                           model.index(field, 2, parent).data().toString());
        }
    }
    return texts;
}

inline int HistoryTest::statusOf(const QByteArray &path)
{
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    return RawClient(port).request("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").status;
}

} // namespace gatehouse
