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

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstUnusedSecrets)
#include "tst_unused_secrets.moc"
