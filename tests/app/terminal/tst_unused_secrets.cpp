// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that no file asks for any more, in a real keychain.
#include "tests/support/gateway_process.h"
#include "tests/support/keyring_session.h"
#include "tests/support/secrets_run.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstUnusedSecrets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cleanupTestCase() { m_session.reset(); }

    void listsSecretsThatNoFileAsksFor();
    void removesUnusedSecretsOnlyWhenAsked();
    void savesARemovedSecretAgainAfterUndo();

private:
    // As somebody deletes the row of a secret and saves.
    void saveWithoutTheSecret(SecretsRun &run)
    {
        QVERIFY(run.project.store().remove(u"jwt_secrets"_s, EntityKey::id(run.credential().value("id"_L1).toString()),
                                           Origin::User));
        QVERIFY(run.save(file()));
    }

    // Whether the keychain itself has an entry of the project's folder.
    [[nodiscard]] bool isKept(const ProjectSettings &settings, const QString &name)
    {
        SecretStore store;
        std::optional<bool> found;
        store.open(SecretsChoice::Keychain, {}, [&](const Result<> &) {
            store.readAll({settings.keyOf(name)},
                          [&found](const SecretStore::Read &read) { found = !read.values.isEmpty(); });
        });
        return QTest::qWaitFor([&found] { return found.has_value(); }, 20000) && *found;
    }

    [[nodiscard]] QString file(const QString &name = u"kong.yml"_s) const { return m_folder->filePath(name); }

    std::unique_ptr<KeyringSession> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstUnusedSecrets::initTestCase()
{
    if (!KeyringSession::isInstalled())
        QSKIP("gnome-keyring-daemon and dbus-daemon are not installed");
    m_session = std::make_unique<KeyringSession>();
    QVERIFY(m_session->start());
}

void TstUnusedSecrets::listsSecretsThatNoFileAsksFor()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    saveWithoutTheSecret(run);
    QByteArray output;
    QCOMPARE(GatewayProcess::run({u"secrets"_s, u"doctor"_s, u"--config"_s, file()}, nullptr, &output), 0);
    QVERIFY2(output.contains(QByteArray("unused: ").append(secretName).append('\n')), output.constData());
}

void TstUnusedSecrets::removesUnusedSecretsOnlyWhenAsked()
{
    const QString name = QString::fromLatin1(secretName);
    const QString other = u"DECK_KEYAUTH_CREDENTIALS_ANNA_KEY"_s;
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    const ProjectSettings settings = *readProjectSettings(file());
    QVERIFY(isKept(settings, name));
    saveWithoutTheSecret(run);
    QVERIFY(isKept(settings, name));
    QVERIFY(saveFile(file(u"other.yml"_s), QByteArray("# ${{ env \"").append(secretName).append("\" }}\n")));
    const QStringList doctor{u"secrets"_s, u"doctor"_s, u"--remove-unused"_s, u"--config"_s, file()};
    QByteArray output;
    QCOMPARE(GatewayProcess::run(doctor, nullptr, &output), 0);
    QVERIFY2(output.contains("removed: none"), output.constData());
    QVERIFY(isKept(settings, name)); // another file asks for it

    QVERIFY(QFile::remove(file(u"other.yml"_s)));
    QCOMPARE(GatewayProcess::run(doctor, nullptr, &output), 0);
    QVERIFY2(output.contains(QByteArray("removed: ").append(secretName).append('\n')), output.constData());
    QVERIFY(!isKept(settings, name));
    QVERIFY(isKept(settings, other));
    QCOMPARE(ProjectSecrets::namesBeside(file()), QStringList{other});
}

void TstUnusedSecrets::savesARemovedSecretAgainAfterUndo()
{
    SecretsRun run(file(u"state"_s));
    fill(run);
    QVERIFY(run.save(file()));
    QVERIFY(run.open(file())); // so that the row is written as the file spells it
    const QJsonObject row = run.credential();
    const Kept kept = run.project.kept();
    saveWithoutTheSecret(run);
    QCOMPARE(GatewayProcess::run({u"secrets"_s, u"doctor"_s, u"--remove-unused"_s, u"--config"_s, file()}), 0);
    QVERIFY(run.project.store().insert(u"jwt_secrets"_s, row, Origin::User));
    run.project.setKept(kept); // as undo does it
    QVERIFY(run.save(file()));
    QByteArray output;
    QCOMPARE(GatewayProcess::run({u"secrets"_s, u"get"_s, QString::fromLatin1(secretName), u"--config"_s, file()},
                                 nullptr, &output),
             0);
    QCOMPARE(output, "correct-horse-battery\n");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstUnusedSecrets)
#include "tst_unused_secrets.moc"
