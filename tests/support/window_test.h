// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/application_fixture.h"
#include "tests/support/raw_client.h"
#include "tests/support/recording_upstream.h"
#include "ui/main_window/file_commands.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace gatehouse {

using namespace Qt::StringLiterals;

// A test that works the whole window by its actions, keys and object names, with an upstream to send requests to.
class WindowTest : public QObject
{
protected:
    static constexpr auto emptyDocument = "_format_version: \"3.0\"\n";
    static constexpr auto twoServices = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://a.test
    routes:
      - name: orders-route
        paths:
          - /orders
  - name: users
    url: http://b.test
)";

    // A fresh program with its window on the screen.
    void start()
    {
        m_fixture = std::make_unique<ApplicationFixture>();
        m_upstream = std::make_unique<RecordingUpstream>();
        m_fixture->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void typeInto(QWidget *form, const char *field, const QString &text);
    // Triggers an action by its object name.
    void go(const char *action);

    QWidget *form(const char *name) { return m_fixture->find<QWidget>(name); }

    void createService();
    void createRoute();
    [[nodiscard]] RawResponse request(const QByteArray &fields = {});

    [[nodiscard]] const Config &config() { return m_fixture->project().store().config(); }

    [[nodiscard]] int rows(const char *table) { return m_fixture->find<QTableView>(table)->model()->rowCount(); }

    // Writes kong.yml and opens it; returns its name.
    QString open(const QByteArray &text);
    // Types a name into an open file dialog.
    void enterFileName(const char *dialog, const QString &fileName);
    // Enters, moves and lets go; what was said before letting go.
    static QString drop(QWidget *target, const QPoint &at, const QMimeData &data, Qt::KeyboardModifiers keys = {});
    // Presses a button of a message above the pages.
    void clickMessage(const char *key, const QString &button);

    std::unique_ptr<ApplicationFixture> m_fixture;
    std::unique_ptr<RecordingUpstream> m_upstream;
};

inline void WindowTest::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : &m_fixture->window(), static_cast<Qt::Key>(key), modifiers);
}

inline void WindowTest::go(const char *action)
{
    m_fixture->find<QAction>(action)->trigger();
    // Without a window manager nobody gives the window back its activation when a popup has gone.
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

inline void WindowTest::typeInto(QWidget *form, const char *field, const QString &text)
{
    QVERIFY(form);
    auto *line = form->findChild<QLineEdit *>(QLatin1String(field));
    QVERIFY2(line, field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

inline QString WindowTest::open(const QByteArray &text)
{
    const QString name = m_fixture->file(u"kong.yml"_s);
    if (const Result<> saved = saveFile(name, text); !saved)
        qFatal("%s", qUtf8Printable(saved.error().message));
    m_fixture->window().files().open(name);
    return name;
}

inline void WindowTest::enterFileName(const char *dialog, const QString &fileName)
{
    auto *files = m_fixture->find<QFileDialog>(dialog);
    QVERIFY(files);
    auto *line = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, fileName);
    if (line->completer() && line->completer()->popup()->isVisible())
        QTest::keyClick(line->completer()->popup(), Qt::Key_Escape);
    QTest::keyClick(line, Qt::Key_Return);
}

inline QString WindowTest::drop(QWidget *target, const QPoint &at, const QMimeData &data, Qt::KeyboardModifiers keys)
{
    const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(at, actions, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(target, &enter);
    QDragMoveEvent move(at, actions, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(target, &move);
    QString said;
    const QList<QLabel *> labels = target->window()->findChildren<QLabel *>(u"dropLabel"_s);
    for (const QLabel *label : labels) {
        if (label->isVisible())
            said = label->text();
    }
    QDropEvent let(at, actions, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(target, &let);
    return said;
}

inline void WindowTest::clickMessage(const char *key, const QString &button)
{
    auto *bar = m_fixture->find<QWidget>(key);
    QVERIFY2(bar, key);
    const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == button) {
            each->click();
            return;
        }
    }
    QFAIL(qPrintable(button));
}

inline void WindowTest::createService()
{
    go("servicesPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *page = form("servicesPageForm");
    typeInto(page, "name", u"orders"_s);
    typeInto(page, "host", u"127.0.0.1"_s);
    typeInto(page, "port", QString::number(m_upstream->port()));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("servicesPageTable"), 1);
}

inline void WindowTest::createRoute()
{
    go("routesPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *page = form("routesPageForm");
    typeInto(page, "name", u"orders-route"_s);
    typeInto(page, "paths", u"/orders"_s);
    auto *service = page->findChild<QComboBox *>(u"service"_s);
    service->setFocus();
    service->lineEdit()->selectAll();
    QTest::keyClicks(service->lineEdit(), u"orders"_s);
    QTest::keyClick(service->completer()->popup(), Qt::Key_Escape);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("routesPageTable"), 1);
}

inline RawResponse WindowTest::request(const QByteArray &fields)
{
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    return RawClient(port).request("GET /orders HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
}

} // namespace gatehouse
