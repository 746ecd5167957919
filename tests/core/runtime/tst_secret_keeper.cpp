// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/secret_keeper.h"
#include "core/secrets/file_backend.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

// The secrets of a window's project, in an encrypted file: no keychain is needed.
class TstSecretKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsTheSecretsOfANewProject();
    void opensAProjectOfTheRunBefore();
    void givesACopySecretsOfItsOwn();
    void movesSecretsBackIntoTheFile();
    void savesAnUndoneSecret();
    void opensWhatIsMissingAndRunsNothingOfIt();
    void namesWhatIsMissingWhenNothingCanStandInForIt();
    void asksTheEnvironmentForWhatNobodyKeeps();
    void bringsBackUnsavedSecretsFromTheJournal();
    void isNotDisturbedByAReadingThatWasCancelled();
    void takesEverythingToAnotherPlace();
    void refusesAWrongPassphrase();

private:
    // One run of the window, as far as secrets are concerned.
    struct Run {
        explicit Run(const QString &stateFolder)
            : journal(project, stateFolder)
        {
            QObject::connect(&keeper, &SecretKeeper::journalKeyChanged, &journal, &Journal::setKey);
            keeper.open(SecretsChoice::File);
            keeper.useFile("passphrase", [](const Result<> &used) { QVERIFY(used); });
        }

        Result<> open(const QString &file)
        {
            return answer([&](const auto &done) { keeper.openFile(file, done); });
        }

        Result<> save(const QString &file)
        {
            return answer([&](const auto &done) { keeper.save(file, done); });
        }

        static Result<> answer(const std::function<void(const SecretKeeper::Done &)> &job)
        {
            std::optional<Result<>> result;
            job([&result](const Result<> &given) { result = given; });
            return QTest::qWaitFor([&result] { return result.has_value(); }, 20000)
                       ? *result
                       : Result<>(Error{ErrorKind::Internal, u"no answer"_s});
        }

        [[nodiscard]] QString secret() const
        {
            const QList<QJsonObject> rows = project.store().config().rows(u"jwt_secrets"_s);
            return rows.isEmpty() ? QString() : rows.first().value("secret"_L1).toString();
        }

        [[nodiscard]] bool setSecret(const QString &secret)
        {
            const QString id = project.store().config().rows(u"jwt_secrets"_s).first().value("id"_L1).toString();
            return static_cast<bool>(
                project.store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, secret}}, Origin::User));
        }

        ManualClock clock;
        std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
        Project project{*registry, clock};
        Journal journal;
        SecretKeeper keeper{project};
    };

    static void fill(Run &run)
    {
        QVERIFY(run.project.openText(R"(_format_version: "3.0"
consumers:
- username: anna
  jwt_secrets: [{key: anna-key, secret: correct-horse}]
)"));
        run.keeper.startNew();
    }

    [[nodiscard]] QString path(const QString &name = u"kong.yml"_s) const { return m_folder->filePath(name); }

    [[nodiscard]] QString stateFolder() const { return path(u"state"_s); }

    [[nodiscard]] QByteArray content(const QString &name = u"kong.yml"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSecretKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("DECK_JWT_SECRETS_ANNA_KEY_SECRET");
    qunsetenv("GATEHOUSE_SECRETS_BACKEND");
}

void TstSecretKeeper::keepsTheSecretsOfANewProject()
{
    Run run(stateFolder());
    QCOMPARE(run.keeper.place(), SecretKeeper::Place::EncryptedFile); // the default where there is a place
    fill(run);
    QVERIFY(run.save(path()));
    QVERIFY(content().contains("DECK_JWT_SECRETS_ANNA_KEY_SECRET"));
    QVERIFY(!content().contains("correct-horse"));
    QVERIFY(content(u".gatehouse.yml"_s).contains("keep_secrets: true"));
    QVERIFY(!run.project.isModified());
}

void TstSecretKeeper::opensAProjectOfTheRunBefore()
{
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
    }
    QVERIFY(QFile::rename(path(), path(u"renamed.yml"_s)));
    Run run(stateFolder());
    QVERIFY(run.open(path(u"renamed.yml"_s)));
    QCOMPARE(run.secret(), u"correct-horse"_s);
    QVERIFY(run.keeper.keepsSecrets());
    QCOMPARE(run.project.missingSecrets(), QStringList());
}

void TstSecretKeeper::givesACopySecretsOfItsOwn()
{
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
        QVERIFY(run.save(path(u"staging.yml"_s)));
        QVERIFY(run.setSecret(u"of-staging"_s));
        QVERIFY(run.save(path(u"staging.yml"_s)));
    }
    Run original(stateFolder());
    QVERIFY(original.open(path()));
    QCOMPARE(original.secret(), u"correct-horse"_s);
    QVERIFY(original.open(path(u"staging.yml"_s)));
    QCOMPARE(original.secret(), u"of-staging"_s);
    // The same after opening, when the file spells the placeholder.
    QVERIFY(original.save(path(u"third.yml"_s)));
    QVERIFY(original.setSecret(u"of-third"_s));
    QVERIFY(original.save(path(u"third.yml"_s)));
    QVERIFY(original.open(path(u"staging.yml"_s)));
    QCOMPARE(original.secret(), u"of-staging"_s);
}

void TstSecretKeeper::movesSecretsBackIntoTheFile()
{
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
    }
    Run run(stateFolder());
    QVERIFY(run.open(path()));
    run.keeper.setKeepsSecrets(false);
    QVERIFY(run.project.isModified());
    QVERIFY(run.save(path()));
    QVERIFY(content().contains("secret: correct-horse"));
    QVERIFY(content(u".gatehouse.yml"_s).contains("keep_secrets: false"));
    QVERIFY(run.save(path())); // and stay there
    QVERIFY(content().contains("secret: correct-horse"));

    run.keeper.setKeepsSecrets(true);
    QVERIFY(run.save(path()));
    QVERIFY(!content().contains("correct-horse"));
    QVERIFY(run.open(path()));
    QCOMPARE(run.secret(), u"correct-horse"_s);
}

void TstSecretKeeper::savesAnUndoneSecret()
{
    Run run(stateFolder());
    fill(run);
    QVERIFY(run.save(path()));
    QVERIFY(run.open(path()));
    QVERIFY(run.setSecret(u"changed"_s));
    QVERIFY(run.save(path()));
    QVERIFY(run.setSecret(u"correct-horse"_s)); // what the placeholder meant when it was read
    QVERIFY(run.save(path()));
    QVERIFY(run.open(path()));
    QCOMPARE(run.secret(), u"correct-horse"_s);
}

void TstSecretKeeper::opensWhatIsMissingAndRunsNothingOfIt()
{
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
    }
    QVERIFY(QFile::remove(path(u".gatehouse.yml"_s)));
    const QByteArray before = content();
    Run run(stateFolder());
    QVERIFY(run.open(path()));
    const QStringList names{u"DECK_JWT_SECRETS_ANNA_KEY_SECRET"_s};
    QCOMPARE(run.project.missingSecrets(), names);
    const Result<> refused = run.project.refusal(run.project.store().config());
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(names.first()));

    QVERIFY(run.save(path())); // saving loses nothing
    QCOMPARE(content(), before);

    QVERIFY(run.setSecret(u"repaired"_s));
    QCOMPARE(run.project.missingSecrets(), QStringList());
    QVERIFY(run.project.refusal(run.project.store().config()));
}

void TstSecretKeeper::namesWhatIsMissingWhenNothingCanStandInForIt()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("_format_version: \"3.0\"\ncertificates:\n- cert: c\n  key: ${{ env \"DECK_TLS_KEY\" }}\n");
    file.close();
    Run run(stateFolder());
    const Result<> opened = run.open(path());
    QVERIFY(!opened);
    QVERIFY2(toText(opened.error()).contains(u"DECK_TLS_KEY has no value"_s), qUtf8Printable(toText(opened.error())));
}

void TstSecretKeeper::asksTheEnvironmentForWhatNobodyKeeps()
{
    qputenv("DECK_JWT_SECRETS_ANNA_KEY_SECRET", "of-the-environment");
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
        QVERIFY(run.open(path()));
        QCOMPARE(run.secret(), u"correct-horse"_s); // the place for secrets first
    }
    QVERIFY(QFile::remove(path(u".gatehouse.yml"_s)));
    Run run(stateFolder());
    QVERIFY(run.open(path()));
    QCOMPARE(run.secret(), u"of-the-environment"_s);
}

void TstSecretKeeper::bringsBackUnsavedSecretsFromTheJournal()
{
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
        QVERIFY(run.setSecret(u"never-saved"_s));
        run.journal.writeNow();
    } // the end of the journal waits for its writer, and leaves the file
    Run run(stateFolder());
    const std::optional<LeftBehind> left = run.journal.leftBehind();
    QVERIFY(left);
    QVERIFY(!left->text.contains("never-saved"));
    QVERIFY(!left->text.contains("correct-horse"));
    QVERIFY(run.open(path()));
    QVERIFY(Run::answer([&](const auto &done) { run.keeper.recover(*left, done); }));
    QVERIFY(run.project.replaceByText(left->text, Origin::Restore, u"Recover"_s));
    QCOMPARE(run.secret(), u"never-saved"_s);

    QVERIFY(run.save(path()));
    QVERIFY(run.open(path()));
    QCOMPARE(run.secret(), u"never-saved"_s);
}

void TstSecretKeeper::isNotDisturbedByAReadingThatWasCancelled()
{
    Run run(stateFolder());
    fill(run);
    QVERIFY(run.save(path()));
    QSignalSpy reading(&run.keeper, &SecretKeeper::readingChanged);
    SecretKeeper &keeper = run.keeper;
    connect(&keeper, &SecretKeeper::readingChanged, &keeper, [&keeper](const QString &file) {
        if (!file.isEmpty())
            keeper.cancelReading();
    });
    bool isDone = false;
    keeper.openFile(path(), [&isDone](const Result<> &) { isDone = true; });
    QCOMPARE(reading.size(), 2);
    QVERIFY(!isDone);
    QCOMPARE(run.secret(), u"correct-horse"_s);
}

void TstSecretKeeper::takesEverythingToAnotherPlace()
{
    {
        Run run(stateFolder());
        run.keeper.useMemory();
        fill(run);
        run.keeper.setKeepsSecrets(true);
        QVERIFY(run.save(path()));
        QVERIFY(!run.project.isModified());
        QVERIFY(Run::answer([&](const auto &done) { run.keeper.useFile("passphrase", done); }));
        QVERIFY(run.project.isModified()); // there is something to save
        QVERIFY(run.save(path()));
    }
    Run run(stateFolder());
    QVERIFY(run.open(path()));
    QCOMPARE(run.secret(), u"correct-horse"_s);
}

void TstSecretKeeper::refusesAWrongPassphrase()
{
    {
        Run run(stateFolder());
        fill(run);
        QVERIFY(run.save(path()));
    }
    ManualClock clock;
    const auto registry = makeSchemaRegistry();
    Project project(*registry, clock);
    SecretKeeper keeper(project);
    keeper.open(SecretsChoice::File);
    QCOMPARE(keeper.state(), SecretKeeper::State::Locked); // it waits for its passphrase
    QVERIFY(!Run::answer([&](const auto &done) { keeper.useFile("another", done); }));
    QCOMPARE(keeper.state(), SecretKeeper::State::Locked);
    QVERIFY(Run::answer([&](const auto &done) { keeper.useFile("passphrase", done); }));
    QCOMPARE(keeper.state(), SecretKeeper::State::Ready);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstSecretKeeper)
#include "tst_secret_keeper.moc"
