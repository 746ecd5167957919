// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/declarative_loader.h"
#include "core/export/production_bundle.h"
#include "core/export/row_selection.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray credentials = R"(_format_version: "3.0"
consumers:
- username: mobile-app
  jwt_secrets:
  - {key: mobile-key, secret: mobile-secret}
  - {key: other-key, secret: other-secret}
  basicauth_credentials:
  - {username: mobile, password: wonderland}
)";

const QByteArray redisPlugin = R"(_format_version: "3.0"
plugins:
- name: rate-limiting
  config: {minute: 5, policy: redis, redis: {host: redis.local, password: redis-secret}}
)";

const QByteArray tagged = R"(_format_version: "3.0"
services:
- name: orders
  host: orders.local
  routes:
  - name: orders-route
    paths: [/orders]
    tags: [shop]
    plugins:
    - {name: acl, config: {allow: [staff]}}
  - {name: orders-admin, paths: [/admin]}
- {name: users, host: users.local}
)";

} // namespace

class TestDocumentExport : public QObject
{
    Q_OBJECT

private slots:

    void loadsAgainAsTheEqualConfiguration_data() { addCorpus(); }

    void loadsAgainAsTheEqualConfiguration();

    void isAcceptedByKongWithoutIds_data() { addCorpus(); }

    void isAcceptedByKongWithoutIds();

    void isFilledInFromTheEnvironmentByDeck_data() { addCorpus(); }

    void isFilledInFromTheEnvironmentByDeck();
    void refusesReferencesThatKongTakesLiterally();
    void namesAVaultWhereKongTakesOne();
    void namesAVariableForDeckElsewhere();
    void keepsThePlaceholdersOfTheFile();
    void refusesAHashForDeck();
    void leavesOutWhatTheTargetDoesNotKnow_data();
    void leavesOutWhatTheTargetDoesNotKnow();
    void selectsByTagWithWhatBelongsToIt();
    void givesDeckTheTagsItSelectsBy();
    void showsNoSecretAsDots();
    void bundlesWhatRunsIt();
    void makesTheBundlePrivateWhenItHoldsSecrets();
    void doesNotOverwriteABundle();

private:
    static void addCorpus();
    [[nodiscard]] OpenedFile open(const QByteArray &text) const;
    [[nodiscard]] ExportedDocument exported(const QByteArray &text, const ExportOptions &options) const;

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    ManualClock m_clock;
    DeclarativeLoader m_loader{*m_registry, m_clock};
};

void TestDocumentExport::addCorpus()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/conformance/control/declarative/valid"));
    const QStringList names = folder.entryList({u"*.yml"_s}, QDir::Files, QDir::Name);
    QVERIFY(names.size() > 20);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

OpenedFile TestDocumentExport::open(const QByteArray &text) const
{
    const auto environment = [](const QString &name) -> std::optional<QString> { return u"value of "_s + name; };
    const Result<OpenedFile> file = m_loader.open(text, environment);
    if (!file)
        qFatal("%s", qPrintable(toText(file.error())));
    return *file;
}

ExportedDocument TestDocumentExport::exported(const QByteArray &text, const ExportOptions &options) const
{
    const OpenedFile file = open(text);
    const auto document = exportDocument(*m_registry, file.config, file.kept, options);
    if (!document)
        qFatal("%s", qPrintable(toText(document.error())));
    return *document;
}

void TestDocumentExport::loadsAgainAsTheEqualConfiguration()
{
    QFETCH(QString, file);
    const auto opened = m_loader.openFile(file, processEnvironment());
    QVERIFY(opened);
    ExportOptions options;
    options.secrets = ExportedSecrets::Values;
    options.ids = true;
    const auto document = exportDocument(*m_registry, opened->config, opened->kept, options);
    QVERIFY(document);
    const PostedDocument posted = m_loader.post(document->text);
    QCOMPARE(QJsonDocument(posted.errors).toJson(), QJsonDocument(QJsonObject()).toJson());
    const QStringList tables = opened->config.tables();
    for (const QString &table : tables) {
        // Nested rows stand elsewhere than rows at top level: the order of declaration is not part of what is equal.
        const Table &expected = opened->config.table(table);
        QCOMPARE(posted.config.table(table).page({}, expected.size() + 1), expected.page({}, expected.size() + 1));
    }
}

void TestDocumentExport::isAcceptedByKongWithoutIds()
{
    QFETCH(QString, file);
    const auto opened = m_loader.openFile(file, processEnvironment());
    QVERIFY(opened);
    for (const bool defaults : {false, true}) {
        ExportOptions options;
        options.secrets = ExportedSecrets::Values;
        options.defaults = defaults;
        const auto document = exportDocument(*m_registry, opened->config, opened->kept, options);
        QVERIFY(document);
        const PostedDocument posted = m_loader.post(document->text);
        QCOMPARE(QJsonDocument(posted.errors).toJson(), QJsonDocument(QJsonObject()).toJson());
        QCOMPARE(posted.config.rowCount(), opened->config.rowCount());
    }
}

void TestDocumentExport::isFilledInFromTheEnvironmentByDeck()
{
    QFETCH(QString, file);
    const auto opened = m_loader.openFile(file, processEnvironment());
    QVERIFY(opened);
    ExportOptions options;
    options.dialect = Dialect::Deck;
    const auto document = exportDocument(*m_registry, opened->config, opened->kept, options);
    QVERIFY2(document, document ? "" : qPrintable(toText(document.error())));
    const OpenedFile again = open(document->text);
    QCOMPARE(again.warnings.size(), 0);
    QCOMPARE(again.config.rowCount(), opened->config.rowCount());
}

void TestDocumentExport::refusesReferencesThatKongTakesLiterally()
{
    const OpenedFile file = open(credentials);
    const auto document = exportDocument(*m_registry, file.config, file.kept, {});
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Denied);
    QCOMPARE(document.error().problems.size(), 3);
    QCOMPARE(document.error().problems.first().path, u"basicauth_credentials/mobile-app/mobile/password"_s);
}

void TestDocumentExport::namesAVaultWhereKongTakesOne()
{
    const ExportedDocument document = exported(redisPlugin, {});
    QCOMPARE(document.variables, QStringList{u"RATE_LIMITING_REDIS_PASSWORD"_s});
    QVERIFY(document.text.contains("password: \"{vault://env/RATE_LIMITING_REDIS_PASSWORD}\""));
    QVERIFY(!document.text.contains("redis-secret"));
    QVERIFY(!document.holdsSecrets);
    QVERIFY(m_loader.post(document.text).errors.isEmpty());
}

void TestDocumentExport::namesAVariableForDeckElsewhere()
{
    ExportOptions options;
    options.dialect = Dialect::Deck;
    const ExportedDocument document = exported(credentials, options);
    QCOMPARE(document.variables,
             (QStringList{u"DECK_MOBILE_APP_BASICAUTH_CREDENTIALS_PASSWORD"_s, u"DECK_MOBILE_APP_JWT_SECRETS_SECRET"_s,
                          u"DECK_MOBILE_APP_JWT_SECRETS_SECRET_2"_s}));
    QVERIFY(document.text.contains("secret: '${{ env \"DECK_MOBILE_APP_JWT_SECRETS_SECRET\" }}'"));
    QVERIFY(!document.text.contains("mobile-secret"));
    QVERIFY(!document.text.contains("wonderland"));
    QVERIFY(!document.text.contains("_transform"));
    QCOMPARE(environmentExample(document.variables).count("DECK_"), 3);
}

void TestDocumentExport::keepsThePlaceholdersOfTheFile()
{
    const QByteArray text = R"(_format_version: "3.0"
consumers:
- username: ann
  keyauth_credentials:
  - key: ${{ env "DECK_ANN" }}
)";
    ExportOptions options;
    options.dialect = Dialect::Deck;
    const ExportedDocument document = exported(text, options);
    QVERIFY(document.text.contains("key: ${{ env \"DECK_ANN\" }}\n"));
    QCOMPARE(document.variables, QStringList{u"DECK_ANN"_s});
    options = {};
    options.secrets = ExportedSecrets::Values;
    QVERIFY(exported(text, options).text.contains("key: value of DECK_ANN\n"));
}

void TestDocumentExport::refusesAHashForDeck()
{
    OpenedFile file = open(credentials);
    file.kept.spellings.clear();
    ExportOptions options;
    options.dialect = Dialect::Deck;
    options.secrets = ExportedSecrets::Values;
    const auto document = exportDocument(*m_registry, file.config, file.kept, options);
    QVERIFY(!document);
    QCOMPARE(document.error().problems.size(), 1);
}

void TestDocumentExport::leavesOutWhatTheTargetDoesNotKnow_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("stays");
    QTest::addColumn<QByteArray>("goes");
    QTest::newRow("Kong") << Dialect::DbLess << QByteArray("_comment: note") << QByteArray("_info");
    QTest::newRow("decK") << Dialect::Deck << QByteArray("_info") << QByteArray("_comment");
}

void TestDocumentExport::leavesOutWhatTheTargetDoesNotKnow()
{
    QFETCH(Dialect, dialect);
    QFETCH(QByteArray, stays);
    QFETCH(QByteArray, goes);
    ExportOptions options;
    options.dialect = dialect;
    const ExportedDocument document = exported(R"(_format_version: "3.0"
_info: {select_tags: [a]}
services:
- {name: s, host: h, _comment: note, colour: red, plugins: [{name: of-our-own, config: {a: 1}}]}
)",
                                               options);
    QVERIFY(document.text.contains(stays));
    QVERIFY(!document.text.contains(goes));
    QVERIFY(!document.text.contains("colour"));
    QVERIFY(!document.text.contains("of-our-own"));
    QVERIFY(document.leftOut.contains(u"services/colour"_s));
    QVERIFY(document.leftOut.contains(u"plugins/of-our-own"_s));
}

void TestDocumentExport::selectsByTagWithWhatBelongsToIt()
{
    const Config selected = selectedByTags(*m_registry, open(tagged).config, {u"shop"_s});
    QCOMPARE(selected.rows(u"services"_s).size(), 1);
    QCOMPARE(selected.rows(u"routes"_s).size(), 1);
    QCOMPARE(selected.rows(u"plugins"_s).size(), 1);
    QCOMPARE(tagsOf(open(tagged).config), QStringList{u"shop"_s});
}

void TestDocumentExport::givesDeckTheTagsItSelectsBy()
{
    ExportOptions options;
    options.dialect = Dialect::Deck;
    options.tags = {u"shop"_s};
    QVERIFY(exported(tagged, options).text.contains("_info:\n  select_tags:\n    - shop\n"));
}

void TestDocumentExport::showsNoSecretAsDots()
{
    ExportOptions options;
    options.secrets = ExportedSecrets::Dots;
    const QByteArray text = exported(credentials, options).text;
    QVERIFY(!text.contains("mobile-secret"));
    QVERIFY(!text.contains("wonderland"));
    QVERIFY(text.contains("mobile-key"));
}

void TestDocumentExport::bundlesWhatRunsIt()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"bundle"_s);
    QVERIFY(saveBundle(target, productionBundle(exported(redisPlugin, {})), Overwrite::No));
    const QStringList names = QDir(target).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    QCOMPARE(names, (QStringList{u".env.example"_s, u"README.md"_s, u"docker-compose.yml"_s, u"kong.yml"_s}));
    QFile compose(target + u"/docker-compose.yml"_s);
    QVERIFY(compose.open(QIODevice::ReadOnly));
    const auto tree = parseYaml(compose.readAll());
    QVERIFY(tree);
    const QJsonObject kong =
        toJson(*tree->root()).toObject().value("services"_L1).toObject().value("kong"_L1).toObject();
    QCOMPARE(kong.value("image"_L1).toString(), u"kong:3.9"_s);
    QCOMPARE(kong.value("environment"_L1).toObject().value("KONG_DATABASE"_L1).toString(), u"off"_s);
    QCOMPARE(kong.value("env_file"_L1).toString(), u".env"_s);
    QVERIFY(!QJsonDocument(kong).toJson().contains("8001:"));
    QVERIFY(m_loader.openFile(target + u"/kong.yml"_s, processEnvironment()));
}

void TestDocumentExport::makesTheBundlePrivateWhenItHoldsSecrets()
{
    const QTemporaryDir folder;
    ExportOptions options;
    options.secrets = ExportedSecrets::Values;
    QVERIFY(saveFile(folder.filePath(u"kong.yml"_s), "a", FileAccess::Shared));
    QVERIFY(QFile::permissions(folder.filePath(u"kong.yml"_s)).testFlag(QFile::ReadOther));
    QVERIFY(saveBundle(folder.path(), productionBundle(exported(credentials, options)), Overwrite::Yes));
    QCOMPARE(QFile::permissions(folder.filePath(u"kong.yml"_s)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestDocumentExport::doesNotOverwriteABundle()
{
    const QTemporaryDir folder;
    QVERIFY(saveFile(folder.filePath(u"README.md"_s), "mine"));
    const Result<> saved = saveBundle(folder.path(), productionBundle(exported(redisPlugin, {})), Overwrite::No);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Conflict);
    QVERIFY(!QFile::exists(folder.filePath(u"kong.yml"_s)));
}

QTEST_GUILESS_MAIN(TestDocumentExport)
#include "tst_document_export.moc"
