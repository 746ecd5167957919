// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_writer.h"
#include "core/import/file_import.h"
#include "core/import/import_plan.h"
#include "core/import/openapi_import.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestFileImport : public QObject
{
    Q_OBJECT

private slots:
    void readsOneFile();
    void readsAFolderAsOneConfiguration();
    void keepsPlaceholdersOfSeveralFiles();
    void namesTheFileThatIsWrong();
    void readsNothingFromAnEmptyFolder();
    void makesServicesAndRoutesOfOpenApi();
    void makesAnUpstreamOfSeveralServers();
    void matchesPathsWithParameters_data();
    void matchesPathsWithParameters();
    void refusesAnOpenApiWithoutOperations();
    void mergesByIdNameAndKey();
    void replacesEverything();
    void changesNothingTheSecondTime();

private:
    QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &text) const;
    [[nodiscard]] OpenedFile open(const QByteArray &text) const;

    [[nodiscard]] ImportPlan plan(const OpenedFile &current, const QByteArray &text, ImportMode mode) const
    {
        return planImport(*m_registry, current.config, current.kept, open(text), mode);
    }

    [[nodiscard]] static std::optional<QString> environment(const QString &name) { return u"value of "_s + name; }

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    ManualClock m_clock;
    DeclarativeLoader m_loader{*m_registry, m_clock};
};

QString TestFileImport::write(const QTemporaryDir &folder, const QString &name, const QByteArray &text) const
{
    const QString path = folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    if (!saveFile(path, text))
        qFatal("cannot write");
    return path;
}

OpenedFile TestFileImport::open(const QByteArray &text) const
{
    const Result<OpenedFile> file = m_loader.open(text, &environment);
    if (!file)
        qFatal("%s", qPrintable(toText(file.error())));
    return *file;
}

void TestFileImport::readsOneFile()
{
    const QTemporaryDir folder;
    const QString name =
        write(folder, u"a.json"_s, R"({"_format_version":"3.0","services":[{"name":"s","host":"h"}]})");
    const auto file = importFiles(m_loader, {name}, &environment);
    QVERIFY(file);
    QCOMPARE(file->config.rows(u"services"_s).size(), 1);
}

void TestFileImport::readsAFolderAsOneConfiguration()
{
    const QTemporaryDir folder;
    write(folder, u"a.yaml"_s,
          "_format_version: \"3.0\"\n_info: {select_tags: [x]}\nservices: [{name: a, host: a.local}]\n");
    write(folder, u"below/b.yml"_s,
          "_format_version: \"3.0\"\nservices: [{name: b, host: b.local}]\n"
          "routes: [{name: r, paths: [/r], service: a}]\n");
    write(folder, u"notes.txt"_s, "no configuration");
    const auto file = importFiles(m_loader, {folder.path()}, &environment);
    QVERIFY2(file, file ? "" : qPrintable(toText(file.error())));
    QCOMPARE(file->config.rows(u"services"_s).size(), 2);
    const QString service = foreignId(file->config.rows(u"routes"_s).first(), u"service"_s);
    QCOMPARE(file->config.find(u"services"_s, service)->value("name"_L1).toString(), u"a"_s);
}

void TestFileImport::keepsPlaceholdersOfSeveralFiles()
{
    const QTemporaryDir folder;
    write(folder, u"a.yml"_s,
          "consumers:\n- username: ann\n  keyauth_credentials:\n  - key: ${{ env \"DECK_ANN\" }}\n");
    write(folder, u"b.yml"_s, "_format_version: \"3.0\"\nservices: [{name: b, host: b.local}]\n");
    const auto file = importFiles(m_loader, {folder.path()}, &environment);
    QVERIFY2(file, file ? "" : qPrintable(toText(file.error())));
    QCOMPARE(file->config.rows(u"keyauth_credentials"_s).first().value("key"_L1).toString(), u"value of DECK_ANN"_s);
    QVERIFY(writeYaml(*m_registry, file->config, file->kept).contains("${{ env \"DECK_ANN\" }}"));
}

void TestFileImport::namesTheFileThatIsWrong()
{
    const QTemporaryDir folder;
    write(folder, u"a.yml"_s, "_format_version: \"3.0\"\n");
    const QString wrong = write(folder, u"b.yml"_s, "services: [\n");
    const auto file = importFiles(m_loader, {folder.path()}, &environment);
    QVERIFY(!file);
    QVERIFY2(file.error().message.startsWith(wrong), qPrintable(file.error().message));
}

void TestFileImport::readsNothingFromAnEmptyFolder()
{
    const QTemporaryDir folder;
    const auto file = importFiles(m_loader, {folder.path()}, &environment);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::NotFound);
}

void TestFileImport::makesServicesAndRoutesOfOpenApi()
{
    const QTemporaryDir folder;
    const QString name = write(folder, u"shop.yaml"_s, R"(openapi: 3.0.3
info: {title: My Shop!, version: "1"}
servers: [{url: "https://{region}.shop.example/v1/", variables: {region: {default: eu}}}]
paths:
  /orders/{order-id}:
    get: {operationId: getOrder, responses: {}}
    delete: {responses: {}, servers: [{url: "http://admin.shop.example:8080"}]}
  /orders:
    post: {responses: {}}
)");
    const auto file = importFiles(m_loader, {name}, &environment);
    QVERIFY2(file, file ? "" : qPrintable(toText(file.error())));
    const auto service = file->config.table(u"services"_s).findBy(u"name"_s, u"my-shop"_s);
    QVERIFY(service);
    QCOMPARE(service->value("host"_L1).toString(), u"eu.shop.example"_s);
    QCOMPARE(service->value("port"_L1).toInt(), 443);
    QCOMPARE(service->value("path"_L1).toString(), u"/v1"_s);
    const auto get = file->config.table(u"routes"_s).findBy(u"name"_s, u"my-shop_getorder"_s);
    QVERIFY(get);
    QCOMPARE(get->value("methods"_L1).toVariant().toStringList(), QStringList{u"GET"_s});
    QCOMPARE(get->value("paths"_L1).toVariant().toStringList(), QStringList{u"~/orders/(?<order_id>[^#?/]+)$"_s});
    QCOMPARE(get->value("strip_path"_L1).toBool(), false);
    QVERIFY(file->config.table(u"routes"_s).findBy(u"name"_s, u"my-shop_orders_post"_s));
    QVERIFY(file->config.table(u"services"_s).findBy(u"name"_s, u"my-shop_orders-order-id_delete"_s));
    QVERIFY(file->warnings.isEmpty());
}

void TestFileImport::makesAnUpstreamOfSeveralServers()
{
    const auto text = kongFromOpenApi(R"({"openapi":"3.1.0","info":{"title":"t"},
        "servers":[{"url":"http://a.local/x"},{"url":"http://b.local:8080/x"}],"paths":{"/p":{"get":{"responses":{}}}}})",
                                      u"t.json"_s);
    QVERIFY(text);
    const OpenedFile file = open(*text);
    QCOMPARE(file.config.rows(u"targets"_s).size(), 2);
    QCOMPARE(file.config.rows(u"services"_s).first().value("host"_L1),
             file.config.rows(u"upstreams"_s).first().value("name"_L1));
}

void TestFileImport::matchesPathsWithParameters_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("request");
    QTest::addColumn<bool>("matches");
    QTest::newRow("plain") << u"/a.b"_s << u"/a.b"_s << true;
    QTest::newRow("a dot is a dot") << u"/a.b"_s << u"/axb"_s << false;
    QTest::newRow("parameter") << u"/users/{id}/cards/{2nd}"_s << u"/users/7/cards/x"_s << true;
    QTest::newRow("a parameter is one segment") << u"/users/{id}"_s << u"/users/7/cards"_s << false;
    QTest::newRow("suffix") << u"/files/{name}.json"_s << u"/files/a.json"_s << true;
}

void TestFileImport::matchesPathsWithParameters()
{
    QFETCH(QString, path);
    QFETCH(QString, request);
    QFETCH(bool, matches);
    const QByteArray description = "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"t\"},\"paths\":{\"" + path.toUtf8() +
                                   "\":{\"get\":{\"responses\":{}}}}}";
    const auto text = kongFromOpenApi(description, u"t.json"_s);
    QVERIFY(text);
    const QString pattern =
        open(*text).config.rows(u"routes"_s).first().value("paths"_L1).toVariant().toStringList().first();
    QVERIFY(pattern.startsWith(u'~'));
    const QRegularExpression regex(u'^' + pattern.mid(1));
    QVERIFY(regex.isValid());
    QCOMPARE(regex.match(request).hasMatch(), matches);
}

void TestFileImport::refusesAnOpenApiWithoutOperations()
{
    QVERIFY(isOpenApi("openapi: 3.0.0\npaths: {}\n"));
    QVERIFY(!isOpenApi("_format_version: \"3.0\"\n_comment: openapi\n"));
    QVERIFY(!kongFromOpenApi("openapi: 3.0.0\ninfo: {title: t}\npaths: {}\n", u"t.yml"_s));
}

void TestFileImport::mergesByIdNameAndKey()
{
    // The same names under other ids, as an Admin API draws them.
    const OpenedFile current = open(R"(_format_version: "3.0"
services:
- {name: a, host: old.local, id: 11111111-1111-4111-8111-111111111111, routes: [{name: mine, paths: [/m]}]}
consumers:
- username: ann
  id: 22222222-2222-4222-8222-222222222222
  acls: [{group: staff}]
)");
    const ImportPlan merged = plan(current, R"(_format_version: "3.0"
services:
- {name: a, host: new.local, routes: [{name: theirs, paths: [/t]}]}
consumers:
- {username: ann, acls: [{group: staff}, {group: guests}]}
)",
                                   ImportMode::Merge);
    const Config &config = merged.file.config;
    QCOMPARE(config.rows(u"services"_s).size(), 1);
    QCOMPARE(config.rows(u"services"_s).first().value("host"_L1).toString(), u"new.local"_s);
    QCOMPARE(config.rows(u"services"_s).first().value("id"_L1).toString(), u"11111111-1111-4111-8111-111111111111"_s);
    QCOMPARE(config.rows(u"routes"_s).size(), 2);
    QCOMPARE(foreignId(config.rows(u"routes"_s).last(), u"service"_s), u"11111111-1111-4111-8111-111111111111"_s);
    QCOMPARE(config.rows(u"acls"_s).size(), 2);
    QCOMPARE(merged.change.edits.size(), 3); // the service changed; a route and a group added
}

void TestFileImport::replacesEverything()
{
    const OpenedFile current = open("_format_version: \"3.0\"\nservices: [{name: a, host: h}, {name: b, host: h}]\n");
    const ImportPlan replaced =
        plan(current, "_format_version: \"3.0\"\nservices: [{name: b, host: h}]\n", ImportMode::Replace);
    QCOMPARE(replaced.change.edits.size(), 1);
    QVERIFY(!replaced.change.edits.first().after);
}

void TestFileImport::changesNothingTheSecondTime()
{
    const QByteArray text =
        "_format_version: \"3.0\"\nservices: [{name: a, host: h, routes: [{name: r, paths: [/]}]}]\n";
    const OpenedFile current = open(text);
    m_clock.advance(std::chrono::hours(1));
    QVERIFY(plan(current, text, ImportMode::Merge).change.isEmpty());
    QVERIFY(plan(current, text, ImportMode::Replace).change.isEmpty());
}

QTEST_GUILESS_MAIN(TestFileImport)
#include "tst_file_import.moc"
