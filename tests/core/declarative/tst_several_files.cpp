// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several files read as one configuration, and written back as several.
#include "core/declarative/declarative_loader.h"
#include "core/declarative/yaml_writer.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstSeveralFiles : public QObject
{
    Q_OBJECT

private slots:
    void isOneConfiguration();
    void remembersWhereRowsStand();
    void namesTheFileOfEveryProblem_data();
    void namesTheFileOfEveryProblem();
    void namesBothFilesOfARowThatIsThereTwice();
    void keepsWhatItDoesNotKnowInItsFile();
    void fillsInPlaceholdersOfEveryFile();
    void writesEveryRowIntoItsFile();
    void writesANewRowToItsParent();
    void writesAllIntoOneTextWhenAsked();
    void agreesWithOneFile();
    void refusesMoreThanOneFileMayHold();

private:
    [[nodiscard]] Result<OpenedFile> open(const QList<FileText> &files) const
    {
        return DeclarativeLoader(*m_registry, m_clock).open(files, [](const QString &name) {
            return name == "DECK_KEY"_L1 ? std::optional(u"s3cret"_s) : std::nullopt;
        });
    }

    [[nodiscard]] QByteArray written(const OpenedFile &file, const QString &name) const
    {
        return writePlacedFile(*m_registry, file.config, file.kept, name).text;
    }

    ManualClock m_clock;
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
};

constexpr auto services = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://a.test
    routes:
      - name: orders-read
        paths:
          - /orders
)";
constexpr auto orders = R"(_format_version: "3.0"
routes:
  - name: orders-write
    methods:
      - POST
    paths:
      - /orders
    service: orders
)";
constexpr auto consumers = R"(_format_version: "3.0"
consumers:
  - username: mobile
)";
constexpr auto keys = R"(_format_version: "3.0"
keyauth_credentials:
  - key: ${{ env "DECK_KEY" }}
    consumer: mobile
)";

const FileText servicesFile{u"services.yml"_s, services};
const FileText ordersFile{u"orders.yml"_s, orders};
const FileText consumersFile{u"consumers.yml"_s, consumers};
const FileText keysFile{u"keys.yml"_s, keys};

void TstSeveralFiles::isOneConfiguration()
{
    const auto file = open({consumersFile, keysFile, ordersFile, servicesFile});
    QVERIFY2(file, file ? "" : qPrintable(file.error().message));
    const auto service = file->config.table(u"services"_s).findBy(u"name"_s, u"orders"_s);
    const auto route = file->config.table(u"routes"_s).findBy(u"name"_s, u"orders-write"_s);
    QCOMPARE(foreignId(*route, u"service"_s), service->value("id"_L1).toString());
    const auto consumer = file->config.table(u"consumers"_s).findBy(u"username"_s, u"mobile"_s);
    QCOMPARE(foreignId(file->config.rows(u"keyauth_credentials"_s).first(), u"consumer"_s),
             consumer->value("id"_L1).toString());
}

void TstSeveralFiles::remembersWhereRowsStand()
{
    const auto file = open({ordersFile, servicesFile});
    QVERIFY(file);
    const auto fileOf = [&file](const QString &name) {
        const auto route = file->config.table(u"routes"_s).findBy(u"name"_s, name);
        return file->kept.fileOf.value(Kept::rowKey(u"routes"_s, route->value("id"_L1).toString()));
    };
    QCOMPARE(fileOf(u"orders-write"_s), u"orders.yml"_s);
    QCOMPARE(fileOf(u"orders-read"_s), u"services.yml"_s);
    const auto place = std::find_if(file->places.begin(), file->places.end(),
                                    [](const RowPlace &each) { return each.table == "services"_L1; });
    QCOMPARE(place->file, u"services.yml"_s);
    QCOMPARE(place->line, 3);
}

void TstSeveralFiles::namesTheFileOfEveryProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("no YAML") << QByteArray("a: [") << u"bad.yml:"_s;
    QTest::newRow("no map") << QByteArray("- 1") << u"bad.yml:1:1"_s;
    QTest::newRow("no list") << QByteArray("_format_version: \"3.0\"\nservices: 1\n") << u"bad.yml:2:1"_s;
    QTest::newRow("field") << QByteArray("_format_version: \"3.0\"\nservices:\n- {name: x, host: h, port: 99999}\n")
                           << u"bad.yml:3:22"_s;
    QTest::newRow("reference") << QByteArray("_format_version: \"3.0\"\nroutes:\n- {name: x, paths: [/], service: y}\n")
                               << u"bad.yml:3:25"_s;
    QTest::newRow("version") << QByteArray("_format_version: \"1.1\"\n") << u"bad.yml:1:1"_s;
    QTest::newRow("transform") << QByteArray("_format_version: \"3.0\"\n_transform: false\n") << u"bad.yml:2:1"_s;
    QTest::newRow("comment") << QByteArray("_format_version: \"3.0\"\n_comment: 1\n") << u"bad.yml:2:1"_s;
    QTest::newRow("secret") << QByteArray("_format_version: \"3.0\"\n_comment: ${{ env \"DECK_NO\" }}\n")
                            << u"bad.yml:2:"_s;
    QTest::newRow("no text") << QByteArray("_format_version: \"3.0\"\n\0", 24) << u"bad.yml:2:1"_s;
}

void TstSeveralFiles::namesTheFileOfEveryProblem()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    const auto file = open({servicesFile, {u"bad.yml"_s, text}});
    QVERIFY(!file);
    QVERIFY2(file.error().message.startsWith(place), qPrintable(file.error().message));
    QCOMPARE(file.error().problems.first().file, u"bad.yml"_s);
}

void TstSeveralFiles::namesBothFilesOfARowThatIsThereTwice()
{
    const FileText again{u"z.yml"_s, "_format_version: \"3.0\"\nservices:\n- name: new\n  host: h.test\n"
                                     "- name: orders\n  host: h.test\n"};
    const auto file = open({servicesFile, again});
    QVERIFY(!file);
    QCOMPARE(placeOf(file.error().problems.first()), u"z.yml:5:3"_s);
    QVERIFY2(file.error().message.contains(u"services.yml:3:5"_s), qPrintable(file.error().message));
}

void TstSeveralFiles::keepsWhatItDoesNotKnowInItsFile()
{
    const QByteArray unknown = R"(_format_version: "3.0"
_info:
  select_tags:
    - team-a
plugins:
  - name: not-bundled
consumers:
  - username: desk
    colour: blue
)";
    const auto file = open({servicesFile, {u"unknown.yml"_s, unknown}});
    QVERIFY(file);
    QCOMPARE(file->warnings.size(), 3);
    for (const Problem &warning : file->warnings)
        QCOMPARE(warning.file, u"unknown.yml"_s);
    QCOMPARE(written(*file, u"unknown.yml"_s), unknown);
    QCOMPARE(written(*file, u"services.yml"_s), QByteArray(services));
}

void TstSeveralFiles::fillsInPlaceholdersOfEveryFile()
{
    const FileText other{u"a.yml"_s,
                         "_format_version: \"3.0\"\nkeyauth_credentials:\n- {key: plain, consumer: mobile}\n"};
    const auto file = open({other, keysFile, consumersFile});
    QVERIFY(file);
    QVERIFY(file->config.table(u"keyauth_credentials"_s).findBy(u"key"_s, u"s3cret"_s));
    QVERIFY(!written(*file, u"keys.yml"_s).contains("s3cret"));
    QVERIFY(written(*file, u"a.yml"_s).contains("plain"));
}

void TstSeveralFiles::writesEveryRowIntoItsFile()
{
    const QList<FileText> files{consumersFile, keysFile, ordersFile, servicesFile};
    const auto file = open(files);
    QVERIFY(file);
    const QList<FileText> again = writeFiles(*m_registry, file->config, file->kept);
    QCOMPARE(again.size(), files.size());
    for (qsizetype i = 0; i < files.size(); ++i) {
        QCOMPARE(again[i].name, files[i].name);
        QCOMPARE(again[i].text, files[i].text);
    }
}

void TstSeveralFiles::writesANewRowToItsParent()
{
    auto file = open({consumersFile, servicesFile});
    QVERIFY(file);
    Config &config = file.value().config;
    const QString service = config.rows(u"services"_s).first().value("id"_L1).toString();
    config.put(u"plugins"_s, {{u"id"_s, u"1"_s},
                              {u"name"_s, u"cors"_s},
                              {u"enabled"_s, true},
                              {u"service"_s, QJsonObject{{u"id"_s, service}}}});
    config.put(u"plugins"_s, {{u"id"_s, u"2"_s}, {u"name"_s, u"acl"_s}, {u"enabled"_s, true}});
    QVERIFY(written(*file, u"services.yml"_s).contains("cors"));
    QVERIFY(written(*file, u"consumers.yml"_s).contains("acl")); // the first, as none holds its kind
    config.put(u"consumers"_s, {{u"id"_s, u"3"_s}, {u"username"_s, u"desk"_s}});
    QVERIFY(written(*file, u"consumers.yml"_s).contains("desk"));
}

void TstSeveralFiles::writesAllIntoOneTextWhenAsked()
{
    const auto file = open({ordersFile, servicesFile});
    QVERIFY(file);
    const QByteArray text = writeYaml(*m_registry, file->config, file->kept);
    const auto one = DeclarativeLoader(*m_registry, m_clock).open(text, {});
    QVERIFY(one);
    QCOMPARE(one->config.table(u"routes"_s).size(), 2);
    QVERIFY(!text.contains("service: orders")); // it stands below it
}

void TstSeveralFiles::agreesWithOneFile()
{
    const auto several = open({{u"a.yml"_s, services}});
    const auto one = DeclarativeLoader(*m_registry, m_clock).open(services, {});
    QVERIFY(several);
    QVERIFY(one);
    QVERIFY(several->config == one->config);
    QCOMPARE(several->hash, one->hash);
}

void TstSeveralFiles::refusesMoreThanOneFileMayHold()
{
    const QByteArray large = QByteArray("_format_version: \"3.0\"\n# ") + QByteArray(17 * 1024 * 1024, 'x');
    const auto both = open({{u"a.yml"_s, large}, {u"b.yml"_s, large}});
    QVERIFY(!both);
    QVERIFY(both.error().message.contains(u"larger"_s));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstSeveralFiles)
#include "tst_several_files.moc"
