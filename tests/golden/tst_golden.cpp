// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/declarative_loader.h"
#include "core/declarative/yaml_writer.h"
#include "core/plugins/described/bundled_schemas.h"

#include <QDir>
#include <QTest>

using namespace gatehouse;

// Every cases/<name>.input.yml is opened and written; the result is cases/<name>.expected.yml byte for byte, and
// opening that again changes nothing. A new case is two files. The variables of the environment hold their own names in
// lower case, except DECK_MISSING.
class TestGolden : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatIsExpected_data();
    void writesWhatIsExpected();
    void refusesHostileDocuments_data();
    void refusesHostileDocuments();
    void readsHarmlessOddities_data();
    void readsHarmlessOddities();

private:
    Result<QByteArray> rewritten(const QByteArray &text) const;

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    SystemClock m_clock;
};

namespace {

std::optional<QString> testVariable(const QString &name)
{
    return name == QLatin1String("DECK_MISSING") ? std::nullopt : std::optional(name.toLower());
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray aliasBomb()
{
    QByteArray text("_format_version: \"3.0\"\n_ignore:\n- &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        const QByteArray list = QByteArray(alias + ", ").repeated(8) + alias;
        text += "- &a" + QByteArray::number(i) + " [" + list + "]\n";
    }
    return text;
}

} // namespace

Result<QByteArray> TestGolden::rewritten(const QByteArray &text) const
{
    const auto file = DeclarativeLoader(*m_registry, m_clock).open(text, testVariable);
    if (!file) {
        return file.error();
    }
    return writeYaml(*m_registry, file->config, file->kept);
}

void TestGolden::writesWhatIsExpected_data()
{
    QTest::addColumn<QString>("base");
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/golden/cases"));
    const QStringList inputs = folder.entryList({QStringLiteral("*.input.*")}, QDir::Files, QDir::Name);
    QVERIFY(!inputs.isEmpty());
    for (const QString &input : inputs) {
        QTest::newRow(qPrintable(input)) << folder.filePath(input);
    }
}

void TestGolden::writesWhatIsExpected()
{
    QFETCH(QString, base);
    const QString expectedName = base.left(base.lastIndexOf(QLatin1String(".input."))) + QLatin1String(".expected.yml");
    const QByteArray expected = contentOf(expectedName);
    const auto once = rewritten(contentOf(base));
    QVERIFY2(once.hasValue(), once ? "" : qPrintable(toText(once.error())));
    if (qEnvironmentVariableIsSet("GATEHOUSE_WRITE_GOLDEN")) {
        QFile file(expectedName);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*once);
        return;
    }
    QCOMPARE(QString::fromUtf8(*once), QString::fromUtf8(expected));
    const auto twice = rewritten(*once);
    QVERIFY2(twice.hasValue(), twice ? "" : qPrintable(toText(twice.error())));
    QCOMPARE(QString::fromUtf8(*twice), QString::fromUtf8(expected));
}

void TestGolden::refusesHostileDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &text, const char *message) {
        QTest::newRow(name) << text << QString::fromUtf8(message);
    };
    const QByteArray head("_format_version: \"3.0\"\n");
    row("nothing", "", "1:1: the document is no map of sections such as 'services'");
    row("a list", "- a\n", "1:1: the document is no map of sections such as 'services'");
    row("alias bomb", aliasBomb(), "7:43: the aliases of this document expand to more than 64900 values");
    row("tab", head + "services:\n\t- name: a\n", "3:2: a tab is used for indentation; YAML takes only spaces");
    row("NUL", head + QByteArray("services: \0", 11), "2:11: control character 0x00 in the text");
    row("invalid UTF-8", head + "services: \xff\n", "2:11: the text is not valid UTF-8 here");
    row("deep nesting", head + "_ignore: " + QByteArray(100000, '[') + QByteArray(100000, ']'),
        "2:73: nested deeper than 64 levels");
    row("duplicate key", head + "services: []\nservices: []\n",
        "3:1: the key 'services' stands twice in this map; the first is in line 2");
    row("huge scalar", head + "_comment: " + QByteArray(33 * 1024 * 1024, 'x'), "the document is larger than 32 MiB");
    row("missing version", "services: []\n", "1:1: _format_version: required field missing");
    row("unset variable", head + "services:\n- host: ${{ env \"DECK_MISSING\" }}\n",
        "3:9: environment variable 'DECK_MISSING' present in state file but not set");
    row("foreign variable", head + "services:\n- host: ${{ env \"HOME\" }}\n",
        "3:9: environment variables in the state file must be prefixed with 'DECK_', found: 'HOME'");
    row("wrong value", head + "services:\n- name: a\n  host: h\n  port: high\n",
        "5:3: services/0/port: expected an integer");
    row("dangling reference", head + "routes:\n- name: r\n  paths: [/]\n  service: none\n",
        "5:3: routes/0/service: invalid reference 'service: none' (no such entry in 'services')");
}

void TestGolden::refusesHostileDocuments()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto once = rewritten(text);
    QVERIFY(!once);
    QCOMPARE(once.error().message, message);
    QVERIFY(!once.error().problems.isEmpty());
}

void TestGolden::readsHarmlessOddities_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray head("_format_version: \"3.0\"\n");
    const QByteArray services("services:\n  - name: a\n    url: http://a.internal\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" + head + services);
    QTest::newRow("windows line ends") << QByteArray(head + services).replace("\n", "\r\n");
    QTest::newRow("document marker") << QByteArray("---\n" + head + services + "...\n");
    QTest::newRow("json") << QByteArray(
        R"({"_format_version":"3.0","services":[{"name":"a","url":"http://a.internal"}]})");
    QTest::newRow("aliases") << QByteArray(head + "_ignore: []\nservices:\n- &s {name: a, url: 'http://a.internal'}\n");
}

void TestGolden::readsHarmlessOddities()
{
    QFETCH(QByteArray, text);
    const auto once = rewritten(text);
    QVERIFY2(once.hasValue(), once ? "" : qPrintable(toText(once.error())));
    QVERIFY(once->contains("services:\n  - name: a\n    url: http://a.internal\n"));
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
