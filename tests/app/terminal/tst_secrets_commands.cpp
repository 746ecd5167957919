// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_process.h"
#include "tests/support/keyring_session.h"
#include "tests/support/secrets_run.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse {

// A project whose secrets are in a real keychain, from its first save to a gateway without a window.
class TstSecretsCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void cleanupTestCase() { m_session.reset(); }

    void leavesNoSecretInAnyFile();
    void survivesEditingRenamingAndReopening();
    void startsWithoutAWindow();
    void saysWhatIsMissingAndDoesNotStart();
    void takesSecretsFromAPrivateFile();
    void setsAndPrintsASecret();
    void leavesTheOldSecretWhenTheFileCannotBeWritten();
    void checksAndMintsWithSecretsOfTheKeychain();
    void exportsWithSecretsOfTheKeychain();
    void losesNothingWhenTheKeyringIsLocked();

private:
    [[nodiscard]] QString file(const QString &name = u"kong.yml"_s) const { return m_folder->filePath(name); }

    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Names of files below the folder that hold this text.
    [[nodiscard]] QStringList filesWith(const QByteArray &text) const
    {
        QStringList found;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile each(files.next());
            if (each.open(QIODevice::ReadOnly) && each.readAll().contains(text))
                found << each.fileName();
        }
        return found;
    }

    std::unique_ptr<KeyringSession> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSecretsCommands::initTestCase()
{
    if (!KeyringSession::isInstalled())
        QSKIP("gnome-keyring-daemon and dbus-daemon are not installed");
    m_session = std::make_unique<KeyringSession>();
    QVERIFY(m_session->start());
}

void TstSecretsCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstSecretsCommands::leavesNoSecretInAnyFile()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.project.store().update(u"jwt_secrets"_s, EntityKey::id(run.credential().value("id"_L1).toString()),
                                       {{u"secret"_s, u"another-horse"_s}}, Origin::User));
    run.journal.writeNow();
    QTRY_VERIFY(!filesWith("anna-key").isEmpty()); // the journal is there
    QCOMPARE(filesWith("another-horse"), QStringList());
    QCOMPARE(filesWith("staple-key-value"), QStringList());

    QVERIFY(run.save(file()));
    QVERIFY(content(u"kong.yml"_s).contains(QByteArray("secret: \"${{ env \"NAME\" }}\"").replace("NAME", secretName)));
    for (const char *secret : {"correct-horse-battery", "another-horse", "staple-key-value"})
        QCOMPARE(filesWith(secret), QStringList());
}

void TstSecretsCommands::survivesEditingRenamingAndReopening()
{
    {
        SecretsRun run(file(u"state"_s));
        fill(run);
        QVERIFY(run.save(file()));
    }
    QVERIFY(QFile::rename(file(), file(u"production.yaml"_s)));
    {
        SecretsRun run(file(u"state"_s));
        QVERIFY(run.open(file(u"production.yaml"_s)));
        QCOMPARE(run.credential().value("secret"_L1), u"correct-horse-battery"_s);
        const QByteArray before = content(u"production.yaml"_s);
        QVERIFY(run.save(file(u"production.yaml"_s)));
        QCOMPARE(content(u"production.yaml"_s), before);

        const QString id = run.credential().value("id"_L1).toString();
        QVERIFY(run.project.store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, u"changed"_s}},
                                           Origin::User));
        QVERIFY(run.save(file(u"production.yaml"_s)));
        QCOMPARE(content(u"production.yaml"_s), before); // the name is stable
        QVERIFY(run.project.store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, u"undone"_s}},
                                           Origin::User));
        QVERIFY(run.save(file(u"production.yaml"_s)));
    }
    SecretsRun run(file(u"state"_s));
    QVERIFY(run.open(file(u"production.yaml"_s)));
    QCOMPARE(run.credential().value("secret"_L1), u"undone"_s);
    QCOMPARE(run.project.store().config().rows(u"keyauth_credentials"_s).first().value("key"_L1),
             u"staple-key-value"_s);
}

void TstSecretsCommands::startsWithoutAWindow()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));

    QProcess gateway;
    gateway.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/gatehousectl"),
                  {u"start"_s, file(), u"--proxy-listen"_s, u"127.0.0.1:0"_s, u"--admin-listen"_s, u"127.0.0.1:0"_s});
    QVERIFY(gateway.waitForReadyRead(20000));
    const QByteArray output = gateway.readAllStandardOutput();
    QVERIFY2(output.startsWith("ready proxy="), gateway.readAllStandardError().constData());
    for (const char *name : {"cmdline", "environ"}) {
        QFile process(u"/proc/%1/%2"_s.arg(QString::number(gateway.processId()), QLatin1String(name)));
        QVERIFY(!process.open(QIODevice::ReadOnly) || !process.readAll().contains("correct-horse-battery"));
    }
    gateway.terminate();
    QVERIFY(gateway.waitForFinished(20000));
    QCOMPARE(gateway.exitCode(), 0);
    QVERIFY(!gateway.readAllStandardError().contains("correct-horse-battery"));
}

void TstSecretsCommands::saysWhatIsMissingAndDoesNotStart()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    QVERIFY(QFile::remove(file(u".gatehouse.yml"_s))); // on another machine
    QByteArray messages;
    QCOMPARE(GatewayProcess::run({u"start"_s, file()}, &messages), 78);
    QVERIFY2(messages.contains(secretName), messages.constData());
    QVERIFY2(messages.contains("DECK_KEYAUTH_CREDENTIALS_ANNA_KEY"), messages.constData());
}

void TstSecretsCommands::takesSecretsFromAPrivateFile()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    QVERIFY(QFile::remove(file(u".gatehouse.yml"_s)));
    QFile secrets(file(u"secrets.env"_s));
    QVERIFY(secrets.open(QIODevice::WriteOnly));
    secrets.write(QByteArray(secretName) + "=from-file\nDECK_KEYAUTH_CREDENTIALS_ANNA_KEY=k\n");
    secrets.close();
    QVERIFY(secrets.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const QStringList list{u"secrets"_s, u"list"_s, u"--config"_s, file(), u"--secrets-file"_s, secrets.fileName()};
    QByteArray output;
    QCOMPARE(GatewayProcess::run(list, nullptr, &output), 0);
    QVERIFY2(output.contains("secrets.env") && !output.contains("from-file"), output.constData());

    QVERIFY(secrets.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QByteArray messages;
    QCOMPARE(GatewayProcess::run({u"start"_s, file(), u"--secrets-file"_s, secrets.fileName()}, &messages), 78);
    QVERIFY2(messages.contains("chmod 600"), messages.constData());
}

void TstSecretsCommands::setsAndPrintsASecret()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    QProcess set;
    set.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/gatehousectl"),
              {u"secrets"_s, u"set"_s, QString::fromLatin1(secretName), u"--config"_s, file()});
    QVERIFY(set.waitForStarted());
    set.write("typed-in\n");
    set.closeWriteChannel();
    QVERIFY(set.waitForFinished(20000));
    QCOMPARE(set.exitCode(), 0);

    QByteArray output;
    const QStringList get{u"secrets"_s, u"get"_s, QString::fromLatin1(secretName), u"--config"_s, file()};
    QCOMPARE(GatewayProcess::run(get, nullptr, &output), 0);
    QCOMPARE(output, "typed-in\n");
    QCOMPARE(GatewayProcess::run({u"secrets"_s, u"doctor"_s, u"--config"_s, file()}, nullptr, &output), 0);
    QVERIFY2(output.contains("reachable: yes") && output.contains("missing: none"), output.constData());
}

void TstSecretsCommands::leavesTheOldSecretWhenTheFileCannotBeWritten()
{
    const QStringList get{u"secrets"_s, u"get"_s, QString::fromLatin1(secretName), u"--config"_s, file()};
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    const QByteArray before = content(u"kong.yml"_s);
    QVERIFY(run.project.store().update(u"jwt_secrets"_s, EntityKey::id(run.credential().value("id"_L1).toString()),
                                       {{u"secret"_s, u"another-horse"_s}}, Origin::User));
    QVERIFY(QFile::rename(file(), file(u"aside"_s)));
    QVERIFY(QDir().mkdir(file())); // no file can be written there
    QVERIFY(!run.save(file()));
    QVERIFY(run.project.isModified());
    QVERIFY(QDir().rmdir(file()));
    QVERIFY(QFile::rename(file(u"aside"_s), file()));
    QByteArray output;
    QCOMPARE(GatewayProcess::run(get, nullptr, &output), 0);
    QCOMPARE(output, "correct-horse-battery\n");

    QVERIFY(run.save(file()));
    QCOMPARE(content(u"kong.yml"_s), before);
    QCOMPARE(GatewayProcess::run(get, nullptr, &output), 0);
    QCOMPARE(output, "another-horse\n");
}

void TstSecretsCommands::checksAndMintsWithSecretsOfTheKeychain()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    const QList<QStringList> commands{
        {u"file"_s, u"validate"_s, file()},
        {u"config"_s, u"parse"_s, file()},
        {u"jwt"_s, u"mint"_s, u"--consumer"_s, u"anna"_s, u"--expires"_s, u"never"_s, u"--config"_s, file()}};
    QByteArray messages;
    for (const QStringList &command : commands)
        QVERIFY2(GatewayProcess::run(command, &messages) == 0, messages.constData());
    QVERIFY(QFile::remove(file(u".gatehouse.yml"_s)));
    for (const QStringList &command : commands) {
        QCOMPARE(GatewayProcess::run(command, &messages), 78);
        QVERIFY2(messages.contains(secretName), messages.constData());
        QVERIFY2(messages.contains("DECK_KEYAUTH_CREDENTIALS_ANNA_KEY"), messages.constData());
    }
    QFile secrets(file(u"secrets.env"_s));
    QVERIFY(secrets.open(QIODevice::WriteOnly));
    secrets.write(QByteArray(secretName) + "=from-file\nDECK_KEYAUTH_CREDENTIALS_ANNA_KEY=k\n");
    secrets.close();
    QVERIFY(secrets.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    for (const QStringList &command : commands) {
        const QStringList withFile = command + QStringList{u"--secrets-file"_s, secrets.fileName()};
        QVERIFY2(GatewayProcess::run(withFile, &messages) == 0, messages.constData());
    }
}

void TstSecretsCommands::exportsWithSecretsOfTheKeychain()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    const QStringList base{u"config"_s, u"export"_s, file()};
    QByteArray output;
    QCOMPARE(GatewayProcess::run(base + QStringList{u"--target"_s, u"deck"_s}, nullptr, &output), 0);
    QVERIFY(output.contains("${{ env ") && !output.contains("correct-horse-battery"));
    const QStringList clear{u"--secrets"_s, u"values"_s, u"--bundle"_s, file(u"bundle"_s)};
    QCOMPARE(GatewayProcess::run(base + clear), 0);
    QVERIFY(content(u"bundle/kong.yml"_s).contains("secret: correct-horse-battery"));
    QCOMPARE(filesWith("correct-horse-battery"), QStringList{file(u"bundle/kong.yml"_s)});
}

void TstSecretsCommands::losesNothingWhenTheKeyringIsLocked()
{
    {
        SecretsRun run(file(u"state"_s));
        fill(run);
        QVERIFY(run.save(file()));
    }
    const QByteArray before = content(u"kong.yml"_s);
    QVERIFY(m_session->lock());
    {
        SecretsRun run(file(u"state"_s));
        QVERIFY(!run.open(file()));
        fill(run);
        QVERIFY(!run.save(file()));
        QCOMPARE(content(u"kong.yml"_s), before);
    }
    QByteArray output;
    QCOMPARE(GatewayProcess::run({u"secrets"_s, u"doctor"_s, u"--config"_s, file()}, nullptr, &output), 1);
    QVERIFY2(output.contains("reachable: no"), output.constData());

    QVERIFY(m_session->start());
    const QStringList get{u"secrets"_s, u"get"_s, QString::fromLatin1(secretName), u"--config"_s, file()};
    QCOMPARE(GatewayProcess::run(get, nullptr, &output), 0);
    QCOMPARE(output, "correct-horse-battery\n");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstSecretsCommands)

#include "tst_secrets_commands.moc"
