// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

// What a second start of the program finds of the first.
class TstWindowMemory : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { qputenv("GATEHOUSE_SECRETS_BACKEND", "none"); }

    void init();
    void keepsFilters();
    void keepsColumnsAndSplitters();

private:
    [[nodiscard]] QString settings() const { return m_folder->filePath(u"settings.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr auto document = R"(_format_version: "3.0"
services:
- {name: orders, url: "http://127.0.0.1:9"}
- {name: users, url: "http://127.0.0.1:9"}
)";

template <class Widget>
Widget *find(Application &application, const char *name)
{
    return application.window().findChild<Widget *>(QLatin1String(name));
}

} // namespace

void TstWindowMemory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstWindowMemory::keepsFilters()
{
    {
        Application first(settings());
        QVERIFY(first.project().openText(document));
        find<QLineEdit>(first, "servicesPageFilter")->setText(u"name:users"_s);
        find<QLineEdit>(first, "trafficFilter")->setText(u"status>=400"_s);
    }
    Application second(settings());
    QVERIFY(second.project().openText(document));
    QCOMPARE(find<QLineEdit>(second, "servicesPageFilter")->text(), u"name:users"_s);
    QCOMPARE(find<QTableView>(second, "servicesPageTable")->model()->rowCount(), 1);
    QCOMPARE(find<QLineEdit>(second, "trafficFilter")->text(), u"status>=400"_s);
    QCOMPARE(find<QLineEdit>(second, "routesPageFilter")->text(), QString());
}

void TstWindowMemory::keepsColumnsAndSplitters()
{
    constexpr int width = 277;
    QByteArray split;
    {
        Application first(settings());
        first.window().resize(1400, 800);
        first.window().show();
        for (const char *table : {"servicesPageTable", "limitsTable"})
            find<QTableView>(first, table)->setColumnWidth(0, width);
        auto *splitter = find<QSplitter>(first, "trafficSplitter");
        splitter->setSizes({300, 100});
        split = splitter->saveState();
    }
    Application second(settings());
    for (const char *table : {"servicesPageTable", "limitsTable"})
        QCOMPARE(find<QTableView>(second, table)->columnWidth(0), width);
    QCOMPARE(find<QSplitter>(second, "trafficSplitter")->saveState(), split);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstWindowMemory)
#include "tst_window_memory.moc"
