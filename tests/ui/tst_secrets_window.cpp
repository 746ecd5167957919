// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window with a real keychain: from a new credential to a gateway without a window, and no secret in any file.
#include "tests/support/gateway_process.h"
#include "tests/support/keyring_session.h"
#include "tests/support/window_test.h"
#include "ui/secrets/secret_place_dialog.h"

#include <QDirIterator>
#include <QLabel>
#include <QMessageBox>
#include <QProcess>
#include <QTabWidget>
#include <QToolButton>

#include <sys/prctl.h>

namespace gatehouse {

class TstSecretsWindow : public WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void cleanup() { m_fixture.reset(); }

    void cleanupTestCase() { m_session.reset(); }

    void keepsASecretFromItsFieldToAGateway();
    void bringsBackAnUnsavedSecretAfterACrash();
    void opensAndRepairsWhatIsMissing();
    void keepsTheSecretOfADeletedRowForUndo();
    void removesUnusedSecretsWhenItIsConfirmed();
    void importsWhatAnotherFolderKeeps();
    void turnsTheSwitchOnAndOff();
    void losesNothingWhenTheKeychainIsLocked();

private:
    void createCredential(const QString &secret);
    void editSecret(const QString &secret);
    void deleteCredential(); // with its consumer
    void reopen();
    void saveAs(const QString &name);
    void save();

    [[nodiscard]] QString file(const char *name) const { return m_fixture->file(QLatin1String(name)); }

    [[nodiscard]] QByteArray content(const char *name) const
    {
        QFile file(this->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Whatever the program has written for this run: the project, its settings, the journal, the window's settings.
    [[nodiscard]] QStringList filesWith(const QByteArray &text) const;
    // What the window says anywhere, and what it could undo.
    [[nodiscard]] QStringList textsWith(const QString &text) const;

    [[nodiscard]] QString secret() { return config().rows(u"jwt_secrets"_s).first().value("secret"_L1).toString(); }

    std::unique_ptr<KeyringSession> m_session;
};

constexpr auto secretName = "DECK_JWT_SECRETS_ANN_KEY_SECRET";

void TstSecretsWindow::initTestCase()
{
    if (!KeyringSession::isInstalled())
        QSKIP("gnome-keyring-daemon and dbus-daemon are not installed");
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    qputenv("GATEHOUSE_SECRETS_BACKEND", "auto");
    m_session = std::make_unique<KeyringSession>();
    QVERIFY(m_session->start());
}

void TstSecretsWindow::init()
{
    start();
    QTRY_VERIFY(m_fixture->application().secrets().state() != SecretKeeper::State::Asking);
}

QStringList TstSecretsWindow::filesWith(const QByteArray &text) const
{
    QStringList found;
    QDirIterator files(QFileInfo(file("x")).absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile each(files.next());
        if (each.open(QIODevice::ReadOnly) && each.readAll().contains(text))
            found << each.fileName();
    }
    return found;
}

QStringList TstSecretsWindow::textsWith(const QString &text) const
{
    QStringList found;
    const auto note = [&](const QString &each) {
        if (each.contains(text))
            found << each;
    };
    note(m_fixture->window().windowTitle());
    const QList<QLabel *> labels = m_fixture->window().findChildren<QLabel *>();
    for (const QLabel *label : labels)
        note(label->text());
    const QList<QAction *> actions = m_fixture->window().findChildren<QAction *>();
    for (const QAction *action : actions)
        note(action->text() + action->toolTip());
    QUndoStack &stack = m_fixture->window().workbench().history().stack();
    for (int i = 0; i < stack.count(); ++i)
        note(stack.text(i));
    return found;
}

void TstSecretsWindow::createCredential(const QString &secret)
{
    go("consumersPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    typeInto(form("consumersPageForm"), "username", u"ann"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("consumersPageTable"), 1);
    m_fixture->find<QTabWidget>("consumersPageTabs")->setCurrentWidget(form("jwt_secretsTab"));
    m_fixture->find<QAction>("add.jwt_secrets")->trigger();
    typeInto(form("jwt_secretsTabForm"), "key", u"ann-key"_s);
    typeInto(form("jwt_secretsTabForm"), "secret", secret);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(config().table(u"jwt_secrets"_s).size(), 1);
}

void TstSecretsWindow::editSecret(const QString &secret)
{
    go("consumersPageAction");
    m_fixture->find<QTableView>("consumersPageTable")->selectRow(0);
    m_fixture->find<QTabWidget>("consumersPageTabs")->setCurrentWidget(form("jwt_secretsTab"));
    m_fixture->find<QTableView>("jwt_secretsTabTable")->selectRow(0);
    typeInto(form("jwt_secretsTabForm"), "secret", secret);
    QTRY_COMPARE(this->secret(), secret);
}

void TstSecretsWindow::saveAs(const QString &name)
{
    go("saveAsAction");
    m_fixture->find<QFileDialog>("saveDialog")->setDirectory(QFileInfo(file("x")).absolutePath());
    enterFileName("saveDialog", name);
    QTRY_VERIFY(!m_fixture->window().isWindowModified());
}

void TstSecretsWindow::save()
{
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_fixture->window().isWindowModified());
}

void TstSecretsWindow::keepsASecretFromItsFieldToAGateway()
{
    createCredential(u"correct-horse-battery"_s);
    const auto *place = form("jwt_secretsTabForm")->findChild<QLabel *>(u"secret.place"_s);
    QVERIFY(place);
    QCOMPARE(place->text(), u"Kept in the keychain"_s);
    const auto *line = form("jwt_secretsTabForm")->findChild<QLineEdit *>(u"secret"_s);
    QVERIFY(line->accessibleDescription().contains(place->text()));
    QTRY_VERIFY(!filesWith("ann-key").isEmpty()); // the journal
    QCOMPARE(filesWith("correct-horse-battery"), QStringList());
    saveAs(u"kong.yml"_s);
    QVERIFY(content("kong.yml").contains(secretName));
    QCOMPARE(prctl(PR_GET_DUMPABLE), 0);

    editSecret(u"another-horse"_s);
    save();
    QVERIFY(QFile::rename(file("kong.yml"), file("production.yml")));
    m_fixture->window().files().open(file("production.yml"));
    QTRY_COMPARE(m_fixture->project().fileName(), file("production.yml"));
    QCOMPARE(secret(), u"another-horse"_s);
    editSecret(u"undone-horse"_s);
    go("undoAction");
    QCOMPARE(secret(), u"another-horse"_s);
    for (const char *each : {"correct-horse-battery", "another-horse", "undone-horse"}) {
        QCOMPARE(filesWith(each), QStringList());
        QCOMPARE(textsWith(QLatin1String(each)), QStringList());
    }

    QProcess gateway;
    gateway.start(QStringLiteral(GATEHOUSE_BINARY_DIR "/gatehousectl"),
                  {u"start"_s, file("production.yml"), u"--proxy-listen"_s, u"127.0.0.1:0"_s, u"--admin-listen"_s,
                   u"127.0.0.1:0"_s});
    QVERIFY(gateway.waitForReadyRead(20000));
    QVERIFY(gateway.readAllStandardOutput().startsWith("ready proxy="));
    QFile arguments(u"/proc/%1/cmdline"_s.arg(gateway.processId()));
    QVERIFY(!arguments.open(QIODevice::ReadOnly) || !arguments.readAll().contains("another-horse"));
    gateway.terminate();
    QVERIFY(gateway.waitForFinished(20000));
    QVERIFY(!gateway.readAllStandardError().contains("another-horse"));
}

void TstSecretsWindow::bringsBackAnUnsavedSecretAfterACrash()
{
    createCredential(u"correct-horse-battery"_s);
    saveAs(u"kong.yml"_s);
    editSecret(u"never-saved"_s);
    QTRY_COMPARE(filesWith("ann-key").size(), 2); // the file and the journal
    QCOMPARE(filesWith("never-saved"), QStringList());
    QDirIterator journals(file("journal"), {u"*.journal"_s}, QDir::Files);
    const QString journal = journals.next();
    const QString left = file("left.journal");
    QVERIFY(QFile::copy(journal, left)); // as a crash leaves it
    go("undoAction");

    QVERIFY(QFile::rename(left, file("journal/left.journal")));
    const std::optional<LeftBehind> behind = Journal(m_fixture->project(), file("journal")).leftBehind();
    QVERIFY(behind);
    m_fixture->window().recover(*behind);
    QTRY_COMPARE(secret(), u"never-saved"_s);
    QVERIFY(m_fixture->find<QWidget>("message.recovered"));
    save();
    QVERIFY(!content("kong.yml").contains("never-saved"));
    m_fixture->window().files().open(file("kong.yml"));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.reading") == nullptr);
    QTRY_COMPARE(secret(), u"never-saved"_s);
}

void TstSecretsWindow::opensAndRepairsWhatIsMissing()
{
    open(QByteArray("_format_version: \"3.0\"\nconsumers:\n- username: ann\n  jwt_secrets:\n  - key: ann-key\n"
                    "    secret: \"${{ env \"NAME\" }}\"\n")
             .replace("NAME", secretName));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.missing"));
    const auto *text = m_fixture->find<QWidget>("message.missing")->findChild<QLabel *>(u"messageText"_s);
    QVERIFY(text->text().contains(QLatin1String(secretName)));
    press(Qt::Key_F5);
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Stopped);
    QVERIFY(rows("problemsTable") > 0);

    editSecret(u"repaired-horse"_s);
    press(Qt::Key_F5);
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    const std::uint64_t revision = m_fixture->gateway().revision();
    go("undoAction"); // and the placeholder is back
    QTRY_VERIFY(m_fixture->find<QWidget>("message.rejected"));
    QCOMPARE(m_fixture->gateway().revision(), revision);
}

void TstSecretsWindow::deleteCredential()
{
    go("consumersPageAction");
    m_fixture->find<QTableView>("consumersPageTable")->selectRow(0);
    press(Qt::Key_Delete);
    QCOMPARE(config().table(u"jwt_secrets"_s).size(), 0);
}

void TstSecretsWindow::reopen()
{
    go("newAction");
    QTRY_COMPARE(m_fixture->project().fileName(), QString());
    m_fixture->window().files().open(file("kong.yml"));
    QTRY_COMPARE(m_fixture->project().fileName(), file("kong.yml"));
}

void TstSecretsWindow::keepsTheSecretOfADeletedRowForUndo()
{
    createCredential(u"correct-horse-battery"_s);
    saveAs(u"kong.yml"_s);
    deleteCredential();
    save();
    QVERIFY(!content("kong.yml").contains(secretName));
    go("removeUnusedSecretsAction"); // undo may still bring it back
    QVERIFY(!m_fixture->find<QWidget>("removeUnusedDialog"));
    QVERIFY(m_fixture->find<QWidget>("message.unused"));
    go("undoAction");
    save();
    reopen();
    QTRY_COMPARE(config().table(u"jwt_secrets"_s).size(), 1);
    QCOMPARE(secret(), u"correct-horse-battery"_s);
}

void TstSecretsWindow::removesUnusedSecretsWhenItIsConfirmed()
{
    createCredential(u"correct-horse-battery"_s);
    saveAs(u"kong.yml"_s);
    deleteCredential();
    save();
    reopen();
    const auto ask = [this] {
        m_fixture->find<QAction>("removeUnusedSecretsAction")->trigger();
        return m_fixture->find<QMessageBox>("removeUnusedDialog");
    };
    QMessageBox *box = ask();
    QVERIFY(box && box->informativeText().contains(QLatin1String(secretName)));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->find<QWidget>("removeUnusedDialog"));
    QCOMPARE(ProjectSecrets::namesBeside(file("kong.yml")), QStringList{QLatin1String(secretName)});
    box = ask();
    QTest::keyClick(box->findChild<QPushButton *>(u"removeUnusedButton"_s), Qt::Key_Space);
    QTRY_VERIFY(m_fixture->find<QWidget>("message.unused"));
    QTRY_COMPARE(ProjectSecrets::namesBeside(file("kong.yml")), QStringList());
}

void TstSecretsWindow::importsWhatAnotherFolderKeeps()
{
    createCredential(u"imported-horse"_s);
    saveAs(u"kong.yml"_s);
    QVERIFY(QDir().mkdir(file("theirs")));
    for (const char *each : {"kong.yml", ".gatehouse.yml"})
        QVERIFY(QFile::rename(file(each), QDir(file("theirs")).filePath(QLatin1String(each))));
    go("newAction");
    QTRY_COMPARE(m_fixture->project().fileName(), QString());

    m_fixture->find<QAction>("importAction")->trigger();
    m_fixture->find<QLineEdit>("importPlace")->setText(file("theirs"));
    m_fixture->find<QPushButton>("importRead")->click();
    auto *import = m_fixture->find<QPushButton>("importButton");
    QTRY_VERIFY(import->isEnabled());
    import->click();
    QCOMPARE(secret(), u"imported-horse"_s);
    saveAs(u"ours.yml"_s); // and it is kept among our own secrets
    QCOMPARE(filesWith("imported-horse"), QStringList());
    QVERIFY(QDir(file("theirs")).removeRecursively());
    m_fixture->window().files().open(file("ours.yml"));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.reading") == nullptr);
    QTRY_COMPARE(secret(), u"imported-horse"_s);
    QCOMPARE(m_fixture->project().missingSecrets(), QStringList());
}

void TstSecretsWindow::turnsTheSwitchOnAndOff()
{
    open("_format_version: \"3.0\"\nconsumers:\n- username: ann\n  jwt_secrets: [{key: ann-key, secret: "
         "plain-horse}]\n");
    auto *keep = m_fixture->find<QAction>("keepSecretsAction");
    QVERIFY(!keep->isChecked()); // the state of the file
    go("keepSecretsAction");
    QVERIFY(keep->isChecked());
    QVERIFY(m_fixture->window().isWindowModified());
    save();
    QCOMPARE(filesWith("plain-horse"), QStringList());
    QVERIFY(content(".gatehouse.yml").contains("keep_secrets: true"));
    go("keepSecretsAction");
    save();
    QVERIFY(content("kong.yml").contains("plain-horse"));
    QVERIFY(content(".gatehouse.yml").contains("keep_secrets: false"));
}

// The last one: it stays locked.
void TstSecretsWindow::losesNothingWhenTheKeychainIsLocked()
{
    createCredential(u"correct-horse-battery"_s);
    saveAs(u"kong.yml"_s);
    const QByteArray before = content("kong.yml");
    QVERIFY(m_session->lock());
    bool isAsked = false;
    m_fixture->application().secrets().useKeychain([&isAsked] { isAsked = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isAsked, 20000);
    QCOMPARE(m_fixture->application().secrets().state(), SecretKeeper::State::Locked);
    auto *status = m_fixture->find<QToolButton>("statusSecrets");
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Secrets locked"_s);

    editSecret(u"another-horse"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find<QWidget>("secretPlaceDialog"));
    auto *dialog = m_fixture->find<SecretPlaceDialog>("secretPlaceDialog");
    QVERIFY(dialog->findChild<QLabel *>(u"secretPlaceState"_s)->text().contains(u"still there"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->find<QWidget>("secretPlaceDialog"));
    QVERIFY(m_fixture->window().isWindowModified());
    QVERIFY(m_fixture->find<QWidget>("message.place"));
    QCOMPARE(content("kong.yml"), before);
    QCOMPARE(filesWith("another-horse"), QStringList());
    go("undoAction");
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstSecretsWindow)
#include "tst_secrets_window.moc"
