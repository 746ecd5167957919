// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/header_edits.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;

class TestHeaderEdits : public QObject
{
    Q_OBJECT

private slots:
    void comparesNamesWithoutCaseAndUnderscores();
    void setsOneValue();
    void removesWhatWasSet();
    void addsBesideTheOriginal();
};

void TestHeaderEdits::comparesNamesWithoutCaseAndUnderscores()
{
    QVERIFY(sameFieldName("X-Consumer-ID", "x_consumer_id"));
    QVERIFY(!sameFieldName("X-Consumer-ID", "X-Consumer-I"));
    HeaderEdits edits;
    edits.set("X-Consumer-ID", "1");
    QVERIFY(edits.removes("x_consumer-id"));
    QVERIFY(edits.find("X_CONSUMER_ID") != nullptr);
    QVERIFY(!edits.removes("X-Consumer"));
}

void TestHeaderEdits::setsOneValue()
{
    HeaderEdits edits;
    edits.set("A", "1");
    edits.set("a", "2");
    QCOMPARE(std::distance(edits.begin(), edits.end()), 1);
    QVERIFY(edits.find("A")->value == "2");
}

void TestHeaderEdits::removesWhatWasSet()
{
    HeaderEdits edits;
    edits.set("A", "1");
    edits.remove("A");
    QVERIFY(edits.removes("A"));
    QVERIFY(!edits.find("A"));
}

void TestHeaderEdits::addsBesideTheOriginal()
{
    HeaderEdits edits;
    edits.add("A", "1");
    edits.add("A", "2");
    QVERIFY(!edits.removes("A"));
    QCOMPARE(std::distance(edits.begin(), edits.end()), 2);
    edits.clear();
    QVERIFY(edits.empty());
}

QTEST_GUILESS_MAIN(TestHeaderEdits)
#include "tst_header_edits.moc"
