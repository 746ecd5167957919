// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/plugin.h"

#include <QStringList>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// The order of a request's plugins, written out: Kong's priorities (kong/plugins/*/handler.lua).
class TestPluginOrder : public QObject
{
    Q_OBJECT

private slots:
    void runsPluginsInKongsOrder();
    void listsHigherPrioritiesFirst();
};

void TestPluginOrder::runsPluginsInKongsOrder()
{
    QStringList order;
    for (const PluginType *type : builtinPlugins())
        order << u"%1 %2"_s.arg(type->name).arg(type->priority);
    const QStringList expected{
        u"cors 2000"_s,         u"jwt 1450"_s,   u"key-auth 1250"_s,         u"acl 950"_s,
        u"rate-limiting 910"_s, u"file-log 9"_s, u"request-termination 2"_s,
    };
    QCOMPARE(order, expected);
}

void TestPluginOrder::listsHigherPrioritiesFirst()
{
    int last = 1'000'000;
    for (const PluginType *type : builtinPlugins()) {
        QVERIFY2(type->priority < last, type->name.data());
        last = type->priority;
    }
}

QTEST_GUILESS_MAIN(TestPluginOrder)
#include "tst_plugin_order.moc"
