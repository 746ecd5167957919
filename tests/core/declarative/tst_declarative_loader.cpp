// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/declarative_loader.h"
#include "core/declarative/route_migration.h"
#include "core/declarative/yaml_writer.h"
#include "core/plugins/described/bundled_schemas.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;

class TestDeclarativeLoader : public QObject
{
    Q_OBJECT

private slots:
    void refusesDocuments_data();
    void refusesDocuments();
    void flattensErrors();
    void derivesIdsFromNames_data();
    void derivesIdsFromNames();
    void hashesTheBytesOfAText();
    void migratesPaths_data();
    void migratesPaths();
    void keepsWhatItDoesNotKnow();
    void reportsEveryProblemWithItsPlace();
    void writesIdsAndDefaultsWhenAsked();
    void keepsModeAndLinkOfAFile();
    void makesNewFilesPrivate();

private:
    QByteArray withHead(const QByteArray &sections) const { return "_format_version: \"3.0\"\n" + sections; }

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    SystemClock m_clock;
    DeclarativeLoader m_loader{*m_registry, m_clock};
};

void TestDeclarativeLoader::refusesDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("errors");
    const auto row = [](const char *name, const QByteArray &text, const char *errors) {
        QTest::newRow(name) << text << QByteArray(errors);
    };
    row("no object", "5", R"j({"error":"failed parsing declarative configuration: expected an object"})j");
    row("no version", "{}", R"j({"_format_version":"required field missing"})j");
    row("version as a number", "_format_version: 3.0\n", R"j({"_format_version":"expected a string"})j");
    row("unknown section", withHead("nope: 1\n"), R"j({"nope":"unknown field"})j");
    row("section that is no list", withHead("services: {a: 1}\n"), R"j({"services":"expected an array"})j");
    row("item that is no record", withHead("services: [5]\n"), R"j({"services":["expected a record"]})j");
    row("second item", withHead("services: [{host: h}, {}]\n"),
        R"j({"services":[null,{"host":"required field missing"}]})j");
    row("nested item", withHead("services: [{host: h, routes: [{paths: [x]}]}]\n"),
        R"j({"services":[{"routes":[{"paths":["should start with: / (fixed path) or ~/ (regex path)"]}]}]})j");
    row("nested list that is none", withHead("services: [{host: h, routes: 5}]\n"),
        R"j({"services":[{"routes":"expected an array"}]})j");
    row("note that is no text", withHead("services: [{host: h, _comment: 5}]\n"),
        R"j({"services":[{"_comment":"expected a string"}]})j");
    row("name twice", withHead("services: [{name: a, host: h}, {name: a, host: h, port: 81}]\n"),
        R"j({"services":[null,"uniqueness violation: 'services' entity with name set to 'a' already declared"]})j");
    row("other unique field twice", withHead("consumers: [{username: a, custom_id: x}, {username: b, custom_id: x}]\n"),
        R"j({"consumers":{"b":"uniqueness violation: 'consumers' entity with custom_id set to 'x' already declared"}})j");
    row("dangling reference", withHead("routes: [{name: r, paths: [/], service: s}]\n"),
        R"j({"routes":{"r":["invalid reference 'service: s' (no such entry in 'services')"]}})j");
    row("dangling reference of a nameless row", withHead("routes: [{paths: [/], service: s}]\n"),
        R"j({"routes":["invalid reference 'service: s' (no such entry in 'services')"]})j");
    row("cluster without a database",
        withHead("plugins: [{name: rate-limiting, config: {minute: 1, policy: cluster}}]\n"),
        R"j({"plugins":[{"config":{"policy":"expected one of: local, redis"}}]})j");
}

void TestDeclarativeLoader::refusesDocuments()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, errors);
    QCOMPARE(m_loader.post(text).errors, QJsonDocument::fromJson(errors).object());
}

void TestDeclarativeLoader::flattensErrors()
{
    const PostedDocument posted =
        m_loader.post(withHead("services: [{name: s, host: h, routes: [{name: r, paths: [x]}]}]\n"));
    const QJsonObject error = declarativeError(*m_registry, posted, Flatten::Yes);
    QCOMPARE(error.value(QStringLiteral("message")).toString(), QStringLiteral("declarative config is invalid: {}"));
    const QJsonArray flattened = error.value(QStringLiteral("flattened_errors")).toArray();
    QCOMPARE(flattened.size(), 1);
    QCOMPARE(flattened[0][QStringLiteral("entity_name")].toString(), QStringLiteral("r"));
    QCOMPARE(flattened[0][QStringLiteral("errors")][0][QStringLiteral("field")].toString(), QStringLiteral("paths.1"));
}

void TestDeclarativeLoader::derivesIdsFromNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QByteArray &text, const char *table, const char *id) {
        QTest::newRow(name) << text << QString::fromLatin1(table) << QString::fromLatin1(id);
    };
    row("service", withHead("services: [{name: my-service, host: h}]\n"), "services",
        "0855b320-0dd2-547d-891d-601e9b38647f");
    row("consumer", withHead("consumers: [{username: my-user}]\n"), "consumers",
        "4b1b701d-de2b-5588-9aa2-3b97061d9f52");
    row("plugin of a service", withHead("services: [{name: my-service, host: h, plugins: [{name: key-auth}]}]\n"),
        "plugins", "4a4d9361-8cf7-5304-acb5-d4e8f72ac40b");
    row("explicit", withHead("consumers: [{username: u, id: a0000000-0000-4000-8000-000000000001}]\n"), "consumers",
        "a0000000-0000-4000-8000-000000000001");
}

void TestDeclarativeLoader::derivesIdsFromNames()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, table);
    QFETCH(QString, id);
    const PostedDocument posted = m_loader.post(text);
    QVERIFY(posted.errors.isEmpty());
    QVERIFY(posted.config.find(table, id));
}

void TestDeclarativeLoader::hashesTheBytesOfAText()
{
    QCOMPARE(m_loader.post(withHead("consumers: [{username: u}]\n")).hash,
             QStringLiteral("ad314f5bfa49e4e10954165639bffaad"));
    QCOMPARE(m_loader.post(withHead("")).hash, QString(32, u'0'));
}

void TestDeclarativeLoader::migratesPaths_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("migrated");
    const auto row = [](const char *name, const char *old, const char *migrated) {
        QTest::newRow(name) << QString::fromLatin1(old) << QString::fromLatin1(migrated);
    };
    row("plain", "/a.b", "/a.b");
    row("normalised", "/a/../b", "/b");
    row("pattern", "/v1/[0-9]+", "~/v1/[0-9]+");
    row("encoded letter in a pattern", "/%61(b)", "~/a(b)");
    row("encoded reserved character", "/%2f(b)", "~/%2F(b)");
    row("encoded pattern character", "/%2e(b)", "~/\\.(b)");
}

void TestDeclarativeLoader::migratesPaths()
{
    QFETCH(QString, old);
    QFETCH(QString, migrated);
    QCOMPARE(migratedPath(old), migrated);
}

void TestDeclarativeLoader::keepsWhatItDoesNotKnow()
{
    const auto file = m_loader.open(withHead("_info: {a: 1}\nservices: [{name: s, host: h, owner: me}]\n"
                                             "plugins: [{name: not-bundled}]\n"),
                                    processEnvironment());
    QVERIFY(file);
    QCOMPARE(file->warnings.size(), 3);
    QCOMPARE(file->warnings.first().line, 2);
    QCOMPARE(file->config.rows(QStringLiteral("services")).size(), 1);
    QVERIFY(file->config.rows(QStringLiteral("plugins")).isEmpty());
}

void TestDeclarativeLoader::reportsEveryProblemWithItsPlace()
{
    const auto file =
        m_loader.open(withHead("services:\n- name: a b\n  host: h\n  port: 99999\n- name: c\n"), processEnvironment());
    QVERIFY(!file);
    QStringList places;
    for (const Problem &problem : file.error().problems) {
        places.append(QStringLiteral("%1 %2:%3").arg(problem.path).arg(problem.line).arg(problem.column));
    }
    QCOMPARE(places, QStringList({QStringLiteral("services/0/name 3:3"), QStringLiteral("services/0/port 5:3"),
                                  QStringLiteral("services/1/host 6:3")}));
}

void TestDeclarativeLoader::writesIdsAndDefaultsWhenAsked()
{
    const auto file = m_loader.open(withHead("consumers:\n- username: my-user\n"), processEnvironment());
    QVERIFY(file);
    WriteOptions options;
    options.ids = true;
    QCOMPARE(writeYaml(*m_registry, file->config, file->kept, options),
             withHead("consumers:\n  - username: my-user\n    id: 4b1b701d-de2b-5588-9aa2-3b97061d9f52\n"));
    const auto plugin =
        m_loader.open(withHead("plugins:\n- name: acl\n  config: {allow: [a]}\n"), processEnvironment());
    QVERIFY(plugin);
    options = {};
    options.defaults = true;
    const QByteArray text = writeYaml(*m_registry, plugin->config, plugin->kept, options);
    QVERIFY(text.contains("      hide_groups_header: false\n"));
    QVERIFY(text.contains("    enabled: true\n"));
}

void TestDeclarativeLoader::keepsModeAndLinkOfAFile()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("kong.yml"));
    const QString link = folder.filePath(QStringLiteral("link.yml"));
    QVERIFY(saveFile(name, "a"));
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(name, mode));
    QVERIFY(QFile::link(name, link));
    QVERIFY(saveFile(link, "b"));
    QVERIFY(QFileInfo(link).isSymLink());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("b"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions(QFile::ReadGroup));
}

void TestDeclarativeLoader::makesNewFilesPrivate()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("new.yml"));
    QVERIFY(saveFile(name, "a"));
    QCOMPARE(QFile::permissions(name) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(!saveFile(folder.filePath(QStringLiteral("none/new.yml")), "a"));
}

QTEST_GUILESS_MAIN(TestDeclarativeLoader)
#include "tst_declarative_loader.moc"
