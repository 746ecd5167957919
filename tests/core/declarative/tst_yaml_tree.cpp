// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_tree.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;

class TestYamlTree : public QObject
{
    Q_OBJECT

private slots:
    void readsDocuments_data();
    void readsDocuments();
    void refusesDocuments_data();
    void refusesDocuments();
    void readsJson_data();
    void readsJson();
    void refusesJson_data();
    void refusesJson();
    void knowsWhereEverythingStands();
    void keepsOrderOfKeys();
    void takesLastOfDuplicateKeysWhenTold();
    void countsAliasesAgainstTheLimit();
    void readsTenThousandRoutesFast();
};

void TestYamlTree::readsDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("block") << QByteArray("a: 1\nb:\n- x\n- y: ~\n") << QByteArray(R"({"a":1,"b":["x",{"y":null}]})");
    QTest::newRow("flow") << QByteArray("{a: [1, 'two', \"3\"]}") << QByteArray(R"({"a":[1,"two","3"]})");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a: 1\n")
                                     << QByteArray(R"({"a":1})");
    QTest::newRow("alias") << QByteArray("a: &x {k: v}\nb: *x\n") << QByteArray(R"({"a":{"k":"v"},"b":{"k":"v"}})");
    QTest::newRow("merge key") << QByteArray("d: &d {a: 1, b: 2}\ne:\n  <<: *d\n  b: 3\n")
                               << QByteArray(R"({"d":{"a":1,"b":2},"e":{"a":1,"b":3}})");
    QTest::newRow("merge after a key") << QByteArray("d: &d {b: 2}\ne:\n  b: 3\n  <<: *d\n")
                                       << QByteArray(R"({"d":{"b":2},"e":{"b":3}})");
    QTest::newRow("merge list") << QByteArray("e:\n  <<: [{a: 1}, {a: 2, b: 2}]\n")
                                << QByteArray(R"({"e":{"a":1,"b":2}})");
    QTest::newRow("tag") << QByteArray("a: !!bool \"false\"\nb: !!str 5\n") << QByteArray(R"({"a":false,"b":"5"})");
    QTest::newRow("quoted key") << QByteArray("\"a b\": 1\n") << QByteArray(R"({"a b":1})");
    QTest::newRow("literal block") << QByteArray("a: |\n  x\n  y\nb: >-\n  x\n  y\n")
                                   << QByteArray("{\"a\":\"x\\ny\\n\",\"b\":\"x y\"}");
    QTest::newRow("second document") << QByteArray("a: 1\n---\nb: 2\n") << QByteArray(R"({"a":1})");
    QTest::newRow("document after an end marker") << QByteArray("a: 1\n...\nb: 2\n") << QByteArray(R"({"a":1})");
    QTest::newRow("windows line ends") << QByteArray("a: 1\r\nb: x\r\n") << QByteArray(R"({"a":1,"b":"x"})");
    QTest::newRow("json as yaml") << QByteArray("{\n\t\"a\": [1, true, null]\n}")
                                  << QByteArray(R"({"a":[1,true,null]})");
}

void TestYamlTree::readsDocuments()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const auto tree = parseYaml(text);
    QVERIFY2(tree.hasValue(), tree ? "" : qPrintable(tree.error().message));
    QCOMPARE(toJson(*tree->root()).toObject(), QJsonDocument::fromJson(json).object());
}

void TestYamlTree::refusesDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &text, const char *message) {
        QTest::newRow(name) << text << QString::fromUtf8(message);
    };
    row("tab", "a:\n\t- b\n", "2:2: a tab is used for indentation; YAML takes only spaces");
    row("unclosed list", "a: [1\n", "2:1: a '[' is not closed before this place");
    row("unclosed quote", "a: 'b\n", "1:4: a quoted text is not closed before the end");
    row("unclosed quote that swallows lines", "a: \"b\nc: d\n", "1:4: a quoted text is not closed before the end");
    row("map after a list", "- a\nb: 1\n", "2:1: this line does not belong to the list or map above it");
    row("tab before a key", "a:\n  \tb: 1\n", "2:5: a tab is used for indentation; YAML takes only spaces");
    row("NUL", QByteArray("a: \0b\n", 6), "1:4: control character 0x00 in the text");
    row("invalid UTF-8", "a: b\nc: \xc3(\n", "2:4: the text is not valid UTF-8 here");
    row("overlong UTF-8", "a: \xc0\xaf", "1:4: the text is not valid UTF-8 here");
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0",
                   4),
        "1:1: the text is not valid UTF-8 here");
    row("duplicate key", "a: 1\nb: 2\na: 3\n", "3:1: the key 'a' stands twice in this map; the first is in line 1");
    row("unknown alias", "a: *x\n", "1:4: the referenced anchor is not defined");
    row("alias to itself", "a: &x [*x]\n", "1:8: an alias may not stand inside the value it names");
    row("list as key", "[a]: b\n", "1:1: a key must be a text, not a list or a map");
    row("merge of a text", "a:\n  <<: b\n", "2:7: the merge key '<<' needs a map or a list of maps");
    row("tag that does not fit", "a: !!int b\n", "1:4: 'b' is no value of the type its tag names");
    row("65 levels", QByteArray(65, '[') + QByteArray(65, ']'), "1:65: nested deeper than 64 levels");
    row("huge document", QByteArray(32 * 1024 * 1024 + 1, 'a'), "the document is larger than 32 MiB");
}

void TestYamlTree::refusesDocuments()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto tree = parseYaml(text);
    QVERIFY(!tree);
    QCOMPARE(tree.error().message, message);
}

void TestYamlTree::readsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("object") << QByteArray(R"({"a":[1,-2.5e3,"x",true,false,null,{}],"b":{}})");
    QTest::newRow("spaces") << QByteArray(" {\r\n\t\"a\" : [ ] } \n");
    QTest::newRow("escapes") << QByteArray(R"({"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})");
    QTest::newRow("large number") << QByteArray(R"({"a":12345678901})");
}

void TestYamlTree::readsJson()
{
    QFETCH(QByteArray, text);
    const auto tree = parseJson(text);
    QVERIFY2(tree.hasValue(), tree ? "" : qPrintable(tree.error().message));
    QCOMPARE(toJson(*tree->root()).toObject(), QJsonDocument::fromJson(text).object());
}

void TestYamlTree::refusesJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("unclosed") << QByteArray("{\"a\":1");
    QTest::newRow("wrong bracket") << QByteArray("[1}");
    QTest::newRow("trailing comma") << QByteArray("[1,]");
    QTest::newRow("leading comma") << QByteArray("[,1]");
    QTest::newRow("trailing text") << QByteArray("{} x");
    QTest::newRow("leading zero") << QByteArray("[01]");
    QTest::newRow("plus") << QByteArray("[+1]");
    QTest::newRow("bare word") << QByteArray("[yes]");
    QTest::newRow("missing colon") << QByteArray("{\"a\" 1}");
    QTest::newRow("missing comma") << QByteArray("[1 2]");
    QTest::newRow("key without quotes") << QByteArray("{a:1}");
    QTest::newRow("line end in a text") << QByteArray("[\"a\nb\"]");
    QTest::newRow("bad escape") << QByteArray("[\"\\x\"]");
    QTest::newRow("short escape") << QByteArray("[\"\\u12\"]");
    QTest::newRow("duplicate key") << QByteArray("{\"a\":1,\"a\":2}");
    QTest::newRow("65 levels") << QByteArray(65, '[') + QByteArray(65, ']');
    QTest::newRow("infinite") << QByteArray("[1e999]");
}

void TestYamlTree::refusesJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseJson(text));
}

void TestYamlTree::knowsWhereEverythingStands()
{
    const auto tree = parseYaml("services:\n- name: a\n  routes:\n  - paths: [/x, /y]\n");
    QVERIFY(tree);
    const TextPosition path = tree->positionOf(u"services/0/routes/0/paths/1");
    QCOMPARE(path.line, 4);
    QCOMPARE(path.column, 17);
    const TextPosition deepest = tree->positionOf(u"services/0/name/nothing");
    QCOMPARE(deepest.line, 2);
    QCOMPARE(deepest.column, 3);
}

void TestYamlTree::keepsOrderOfKeys()
{
    const auto tree = parseYaml("z: 1\na: 2\nm: 3\n");
    QVERIFY(tree);
    QStringList keys;
    for (const YamlEntry &entry : tree->root()->entries) {
        keys.append(entry.key);
    }
    QCOMPARE(keys, QStringList({QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("m")}));
}

void TestYamlTree::takesLastOfDuplicateKeysWhenTold()
{
    const auto tree = parseYaml("a: 1\na: 2\n", DuplicateKeys::LastWins);
    QVERIFY(tree);
    QCOMPARE(toJson(*tree->root()).toObject(), QJsonObject({{QStringLiteral("a"), 2}}));
}

void TestYamlTree::countsAliasesAgainstTheLimit()
{
    QByteArray bomb("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" +
                QByteArray(alias + " ,").repeated(8) + alias + " ]\n";
    }
    const auto tree = parseYaml(bomb);
    QVERIFY(!tree);
    QVERIFY2(tree.error().message.contains(QLatin1String("the aliases of this document expand to more than")),
             qPrintable(tree.error().message));
}

void TestYamlTree::readsTenThousandRoutesFast()
{
    QByteArray text("_format_version: \"3.0\"\nservices:\n");
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "- name: service-" + n + "\n  url: http://localhost:3001/" + n + "\n  routes:\n  - name: route-" + n +
                "\n    paths:\n    - /path/" + n + "\n    methods: [GET, POST]\n";
    }
    QElapsedTimer timer;
    timer.start();
    const auto tree = parseYaml(text);
    QVERIFY(tree);
    qInfo("%lld bytes in %lld ms", static_cast<long long>(text.size()), static_cast<long long>(timer.elapsed()));
    QCOMPARE(toJson(*tree->root()).toObject().size(), 2);
}

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yaml_tree.moc"
