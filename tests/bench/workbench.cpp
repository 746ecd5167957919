// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window takes for 10,000 routes and 5,000 consumers: build/release/tests/workbench_bench
#include "tests/support/application_fixture.h"
#include "ui/main_window/page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int routes = 10'000;
constexpr int consumers = 5'000;

QByteArray document()
{
    QByteArray text = "_format_version: \"3.0\"\nservices:\n";
    for (int i = 0; i < routes / 10; ++i) {
        text += "- name: service-" + QByteArray::number(i) + "\n  url: http://127.0.0.1:9000/" + QByteArray::number(i) +
                "\n  routes:\n";
        for (int j = 0; j < 10; ++j) {
            const QByteArray n = QByteArray::number(i * 10 + j);
            text += "  - name: route-" + n + "\n    paths:\n    - /api/" + n + "\n";
        }
    }
    text += "consumers:\n";
    for (int i = 0; i < consumers; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "- username: consumer-" + n + "\n  acls:\n  - group: group-" + QByteArray::number(i % 50) +
                "\n  keyauth_credentials:\n  - key: key-" + n + "\n";
    }
    return text + "plugins:\n- name: key-auth\n";
}

void print(const char *what, qint64 microseconds, int goalMs)
{
    std::printf("%-44s %8.1f ms   goal %s\n", what, static_cast<double>(microseconds) / 1000,
                goalMs > 0 ? qPrintable(QString::number(goalMs) + u" ms"_s) : "-");
}

qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

class Stopwatch
{
public:
    Stopwatch() { m_time.start(); }

    [[nodiscard]] qint64 microseconds() const { return m_time.nsecsElapsed() / 1000; }

private:
    QElapsedTimer m_time;
};

void measureLists(ApplicationFixture &fixture)
{
    for (const char *name : {"routesPage", "consumersPage"}) {
        const Stopwatch open;
        fixture.window().showPage(QLatin1String(name));
        QCoreApplication::processEvents();
        print(name, open.microseconds(), 200);
        auto *filter = fixture.window().findChild<QLineEdit *>(QLatin1String(name) + u"Filter"_s);
        for (const QString &text : {u"7"_s, u"77"_s, u"777"_s}) {
            const Stopwatch keystroke;
            filter->setText(text);
            QCoreApplication::processEvents();
            print("  a keystroke in its filter", keystroke.microseconds(), 30);
        }
        filter->clear();
        QCoreApplication::processEvents();
    }
}

// What the window waits for, and what a person waits for.
void measureAccess(ApplicationFixture &fixture)
{
    QSignalSpy filled(fixture.window().findChild<QTableView *>(u"accessTable"_s)->model(),
                      &QAbstractItemModel::modelReset);
    const Stopwatch open;
    fixture.window().showPage(u"accessPage"_s);
    QCoreApplication::processEvents();
    print("accessPage", open.microseconds(), 200);
    if (filled.isEmpty() && !filled.wait(10'000))
        std::puts("nobody can call anything");
    print("  until it is filled", open.microseconds(), 0);
    QCoreApplication::processEvents(); // it is painted for the first time
    const Stopwatch keystroke;
    fixture.window().findChild<QLineEdit *>(u"accessFilter"_s)->setText(u"7"_s);
    QCoreApplication::processEvents();
    print("  a keystroke in its filter", keystroke.microseconds(), 30);
}

void measureEdits(ApplicationFixture &fixture)
{
    ConfigStore &store = fixture.project().store();
    const auto route = store.config().table(u"routes"_s).findBy(u"name"_s, u"route-7777"_s);
    for (int i = 0; i < 3; ++i) {
        QTest::qWait(600); // the edit before is no burst any more
        QSignalSpy published(&fixture.gateway(), &Gateway::published);
        const Stopwatch edit;
        const QJsonObject patch{{u"paths"_s, QJsonArray{u"/changed/%1"_s.arg(i)}}};
        const StoreOutcome outcome =
            store.update(u"routes"_s, EntityKey::id(route->value(u"id"_s).toString()), patch, Origin::User);
        const qint64 stored = edit.microseconds();
        if (outcome.error || (published.isEmpty() && !published.wait(10'000)))
            std::puts("the edit did not run");
        print("one edit until it is live", edit.microseconds(), 100);
        print("  of which in the store and the window", stored, 0);
    }
    QTest::qWait(600);
    const Stopwatch undo;
    fixture.window().workbench().history().undo();
    print("undo in the store and the window", undo.microseconds(), 50);
}

} // namespace

int runBenchmark()
{
    ApplicationFixture fixture;
    fixture.window().resize(1600, 1000);
    fixture.window().show();
    const qint64 before = residentKilobytes();
    const Stopwatch open;
    if (const Result<> opened = fixture.project().openText(document()); !opened)
        return 1;
    print("10,000 routes, 5,000 consumers: open", open.microseconds(), 0);
    const Stopwatch start;
    fixture.window().gatewayCommands().start();
    print("start the gateway with them", start.microseconds(), 0);
    measureLists(fixture);
    measureEdits(fixture);
    measureAccess(fixture);
    std::printf("%-44s %8lld MiB more than the empty window\n", "memory",
                static_cast<long long>((residentKilobytes() - before) / 1024));
    return 0;
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    return gatehouse::runBenchmark();
}
