// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/journal.h"
#include "core/runtime/secret_keeper.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

// The secrets of a project of several files.
class TstFolderSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesPlaceholdersIntoTheFileOfTheRow();
    void keepsTheOtherFileWhenARowWithoutSecretsChanges();
    void keepsWhatAWrittenFileNamesWhenAnotherCannotBeWritten();
    void sealsTheSecretsOfTheJournalBesideItsFiles();
    void bringsBackTheSecretsOfEveryFile();

private:
    static Result<> answer(const std::function<void(const SecretKeeper::Done &)> &job)
    {
        std::optional<Result<>> result;
        job([&result](const Result<> &given) { result = given; });
        return QTest::qWaitFor([&result] { return result.has_value(); }, 20000)
                   ? *result
                   : Result<>(Error{ErrorKind::Internal, u"no answer"_s});
    }

    // One run of the window, as far as secrets are concerned.
    struct Run {
        explicit Run(const QString &folder)
            : place(folder)
        {
            keeper.useMemory();
        }

        Result<> open()
        {
            return answer([this](const auto &done) { keeper.openFile(place, done); });
        }

        Result<> save()
        {
            return answer([this](const auto &done) { keeper.save(place, done); });
        }

        [[nodiscard]] QJsonObject first(const QString &table) const
        {
            const QList<QJsonObject> rows = project.store().config().rows(table);
            return rows.isEmpty() ? QJsonObject() : rows.first();
        }

        [[nodiscard]] QString secret() const { return first(u"jwt_secrets"_s).value("secret"_L1).toString(); }

        bool set(const QString &table, const QString &field, const QString &value)
        {
            const EntityKey key = EntityKey::id(first(table).value("id"_L1).toString());
            return static_cast<bool>(project.store().update(table, key, {{field, value}}, Origin::User));
        }

        QString place;
        ManualClock clock;
        std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
        Project project{*registry, clock};
        SecretKeeper keeper{project};
    };

    // As it is opened and its secret, which was in the file, is moved.
    void move(Run &run) const
    {
        QVERIFY(run.open());
        QCOMPARE(run.secret(), u"correct-horse"_s);
        run.keeper.setKeepsSecrets(true);
        QVERIFY(run.project.isModified());
        QVERIFY(run.set(u"jwt_secrets"_s, u"secret"_s, u"battery-staple"_s));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    [[nodiscard]] QString place() const { return path(u"gateway"_s); }

    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(place() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(place() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

constexpr auto consumers = R"(_format_version: "3.0"
consumers:
- username: anna
  jwt_secrets: [{key: anna-key, secret: correct-horse}]
)";

// Nothing writes it like that.
constexpr auto services = R"(# by hand
_format_version:   "3.0"
services:
    - {host: h.test,   name: one}
)";

constexpr auto secretName = "DECK_JWT_SECRETS_ANNA_KEY_SECRET";

void TstFolderSecrets::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv(secretName);
    qunsetenv("GATEHOUSE_SECRETS_BACKEND");
    QVERIFY(QDir().mkpath(place()));
    write(u"consumers.yml"_s, consumers);
    write(u"services.yml"_s, services);
}

void TstFolderSecrets::writesPlaceholdersIntoTheFileOfTheRow()
{
    Run run(place());
    move(run);
    QVERIFY(run.save());
    QVERIFY(!run.project.isModified());
    const QByteArray written = content(u"consumers.yml"_s);
    QVERIFY2(written.contains(secretName), written.constData());
    QVERIFY2(!written.contains("correct-horse") && !written.contains("battery-staple"), written.constData());
    QCOMPARE(content(u"services.yml"_s), QByteArray(services));
    QVERIFY(content(u".gatehouse.yml"_s).contains(secretName));
    QVERIFY(!QFile::exists(path(u".gatehouse.yml"_s)));

    run.project.clear();
    QVERIFY(run.open());
    QCOMPARE(run.secret(), u"battery-staple"_s);
    QCOMPARE(run.project.missingSecrets(), QStringList());
    QCOMPARE(run.project.secretsIn(), SecretsIn::Keychain);
    QCOMPARE(run.project.files().size(), 2);
    QVERIFY(!run.project.isModified());
}

void TstFolderSecrets::keepsTheOtherFileWhenARowWithoutSecretsChanges()
{
    Run run(place());
    move(run);
    QVERIFY(run.save());
    const QByteArray written = content(u"consumers.yml"_s);
    QVERIFY(run.open());
    QVERIFY(run.set(u"services"_s, u"host"_s, u"other.test"_s));
    QVERIFY(run.save());
    QCOMPARE(content(u"consumers.yml"_s), written);
    QVERIFY(content(u"services.yml"_s).contains("other.test"));
    QVERIFY(run.open());
    QCOMPARE(run.secret(), u"battery-staple"_s);
}

void TstFolderSecrets::keepsWhatAWrittenFileNamesWhenAnotherCannotBeWritten()
{
    Run run(place());
    move(run);
    QVERIFY(run.set(u"services"_s, u"host"_s, u"other.test"_s));
    QVERIFY(QFile::remove(place() + u"/services.yml"_s));
    QVERIFY(QDir(place()).mkdir(u"services.yml"_s)); // no file can take its place
    QVERIFY(!run.save());
    QVERIFY(run.project.isModified());
    QVERIFY(content(u"consumers.yml"_s).contains(secretName));

    QVERIFY(QDir(place()).rmdir(u"services.yml"_s));
    write(u"services.yml"_s, services);
    QVERIFY(run.open());
    QCOMPARE(run.project.missingSecrets(), QStringList());
    QCOMPARE(run.secret(), u"battery-staple"_s);
}

void TstFolderSecrets::sealsTheSecretsOfTheJournalBesideItsFiles()
{
    const QByteArray key(44, 'k');
    Run run(place());
    move(run);
    {
        Journal journal(run.project, path(u"state"_s));
        journal.setKey(key);
        journal.writeNow();
    } // the end of the journal waits for its writer, and leaves the file
    const std::optional<LeftBehind> left = Journal(run.project, path(u"state"_s)).leftBehind();
    QVERIFY(left);
    QCOMPARE(left->fileName, place());
    QCOMPARE(left->files.size(), 2);
    QVERIFY(left->files.first().text.contains(secretName));
    QVERIFY(!left->files.first().text.contains("battery-staple"));
    const Result<QMap<QString, QString>> values = unsealUnsaved(*left, key);
    QVERIFY(values);
    QCOMPARE(*values, (QMap<QString, QString>{{QString::fromLatin1(secretName), u"battery-staple"_s}}));
}

void TstFolderSecrets::bringsBackTheSecretsOfEveryFile()
{
    Run run(place());
    move(run);
    const QList<FileText> unsaved = run.project.saveMaker()().files;
    Run next(place());
    QVERIFY(next.open());
    next.project.setEnvironment([](const QString &) { return u"never-saved"_s; });
    QVERIFY(next.project.replaceByFiles(unsaved, Origin::Restore, u"Recover"_s));
    QCOMPARE(next.secret(), u"never-saved"_s);
    QCOMPARE(next.project.fileOf(u"services"_s, next.first(u"services"_s).value("id"_L1).toString()),
             place() + u"/services.yml"_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstFolderSecrets)
#include "tst_folder_secrets.moc"
