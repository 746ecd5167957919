// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/query_args.h"

#include <QTest>

using namespace gatehouse;

class TestQueryArgs : public QObject
{
    Q_OBJECT

private slots:
    void walks_data();
    void walks();
    void seesOneHundredArguments();
    void seesAllWhenTold();
};

namespace {

// "name=value" or "name" for each argument, joined by '|'.
QByteArray walked(const QByteArray &query, std::size_t limit = QueryArgs::maxArgs)
{
    Arena arena;
    QueryArgs args({query.constData(), static_cast<std::size_t>(query.size())}, arena, limit);
    QByteArrayList found;
    for (QueryArg arg; args.next(arg);) {
        const QByteArray name(arg.name.data(), static_cast<qsizetype>(arg.name.size()));
        const QByteArray value(arg.value.data(), static_cast<qsizetype>(arg.value.size()));
        found << (arg.hasValue ? name + '=' + value : name);
    }
    return found.join('|');
}

QByteArray manyArguments(int count)
{
    QByteArrayList args;
    for (int i = 0; i < count; ++i)
        args << "a=" + QByteArray::number(i);
    return args.join('&');
}

} // namespace

void TestQueryArgs::walks_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("one") << QByteArray("a=1") << QByteArray("a=1");
    QTest::newRow("several in order") << QByteArray("b=2&a=1&b=3") << QByteArray("b=2|a=1|b=3");
    QTest::newRow("without a value") << QByteArray("a&b=") << QByteArray("a|b=");
    QTest::newRow("empty parts") << QByteArray("&&a=1&") << QByteArray("a=1");
    QTest::newRow("without a name") << QByteArray("=x&a=1") << QByteArray("a=1");
    QTest::newRow("equals in the value") << QByteArray("a=b=c") << QByteArray("a=b=c");
    QTest::newRow("escapes") << QByteArray("a%62=%7E%2f&c=x%3D") << QByteArray("ab=~/|c=x=");
    QTest::newRow("plus is a space") << QByteArray("a+b=c+d") << QByteArray("a b=c d");
    QTest::newRow("broken escapes stay") << QByteArray("a=%&b=%4&c=%zz&d=%4g") << QByteArray("a=%|b=%4|c=%zz|d=%4g");
    QTest::newRow("escape at the end") << QByteArray("a=%41") << QByteArray("a=A");
}

void TestQueryArgs::walks()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, expected);
    QCOMPARE(walked(query), expected);
}

void TestQueryArgs::seesOneHundredArguments()
{
    QCOMPARE(walked(manyArguments(150)).count('|'), 99);
}

void TestQueryArgs::seesAllWhenTold()
{
    QCOMPARE(walked(manyArguments(150), QueryArgs::unlimited).count('|'), 149);
}

QTEST_GUILESS_MAIN(TestQueryArgs)
#include "tst_query_args.moc"
