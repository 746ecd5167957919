// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window without any keychain: what it offers instead.
#include "tests/support/window_test.h"
#include "ui/secrets/secret_place_dialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QToolButton>

namespace gatehouse {

class TstSecretsAbsent : public WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void saysThatThereIsNone();
    void keepsSecretsInAnEncryptedFile();
    void keepsSecretsInMemory();
    void showsHowToInstallAKeyring();
    void testsThePlaceForSecretsOnItsSettings();
    void saysThatThePlaceForSecretsIsLocked();
    void hasTheSwitchOfTheMenuOnItsSettings();

private:
    static constexpr auto document =
        "_format_version: \"3.0\"\nconsumers:\n- username: ann\n  jwt_secrets: [{key: ann-key, secret: plain-horse}]\n";

    // The dialog, asked for by its part of the status bar.
    SecretPlaceDialog *dialog();
    void typePassphrase(const char *field, const QString &text);
    void accept();

    [[nodiscard]] QByteArray content() const
    {
        QFile file(m_fixture->file(u"kong.yml"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_home;
};

void TstSecretsAbsent::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("DISPLAY");
    qputenv("GATEHOUSE_SECRETS_BACKEND", "auto");
}

void TstSecretsAbsent::init()
{
    start();
    QTRY_COMPARE(m_fixture->application().secrets().state(), SecretKeeper::State::Absent);
}

SecretPlaceDialog *TstSecretsAbsent::dialog()
{
    if (!m_fixture->find<SecretPlaceDialog>("secretPlaceDialog"))
        m_fixture->find<QToolButton>("statusSecrets")->click();
    return m_fixture->find<SecretPlaceDialog>("secretPlaceDialog");
}

void TstSecretsAbsent::typePassphrase(const char *field, const QString &text)
{
    auto *line = dialog()->findChild<QLineEdit *>(QLatin1String(field));
    QVERIFY2(line, field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void TstSecretsAbsent::accept()
{
    QTest::keyClick(dialog()->findChild<QPushButton *>(u"secretPlaceOk"_s), Qt::Key_Space);
}

void TstSecretsAbsent::saysThatThereIsNone()
{
    auto *status = m_fixture->find<QToolButton>("statusSecrets");
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"No keychain"_s);
    QVERIFY(!status->icon().isNull());
    QVERIFY(status->accessibleName().contains(u"No keychain"_s));
    QVERIFY(!m_fixture->find<QAction>("keepSecretsAction")->isChecked());
    QVERIFY(dialog()->findChild<QLabel *>(u"secretPlaceState"_s)->text().contains(u"no keychain"_s));
}

void TstSecretsAbsent::keepsSecretsInAnEncryptedFile()
{
    open(document);
    go("keepSecretsAction");
    QVERIFY(m_fixture->find<QDialog>("secretPlaceDialog"));
    QVERIFY(!m_fixture->find<QAction>("keepSecretsAction")->isChecked());
    typePassphrase("secretPassphrase", u"open sesame"_s);
    typePassphrase("secretPassphraseAgain", u"open simsim"_s);
    accept();
    QVERIFY(dialog()->findChild<QLabel *>(u"secretPlaceProblem"_s)->isVisible());
    typePassphrase("secretPassphraseAgain", u"open sesame"_s);
    accept();
    QTRY_VERIFY(!m_fixture->find<QDialog>("secretPlaceDialog"));
    QVERIFY(m_fixture->find<QAction>("keepSecretsAction")->isChecked());
    QVERIFY(!m_fixture->find<QToolButton>("statusSecrets")->isVisible());
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_fixture->window().isWindowModified());
    QVERIFY(!content().contains("plain-horse"));
    const QByteArray saved = content();
    QFile settings(m_fixture->file(u".gatehouse.yml"_s));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray project = settings.readAll();

    init(); // the next run asks for the passphrase when something is missing
    QVERIFY(saveFile(m_fixture->file(u".gatehouse.yml"_s), project));
    open(saved);
    QVERIFY(m_fixture->find<QWidget>("message.missing"));
    clickMessage("message.missing", u"Choose where secrets are kept…"_s);
    typePassphrase("secretPassphrase", u"wrong"_s);
    accept();
    QVERIFY(dialog()->findChild<QLabel *>(u"secretPlaceProblem"_s)->isVisible());
    typePassphrase("secretPassphrase", u"open sesame"_s);
    accept();
    QTRY_COMPARE(config().rows(u"jwt_secrets"_s).first().value("secret"_L1).toString(), u"plain-horse"_s);
    QVERIFY(!m_fixture->find<QWidget>("message.missing"));
}

void TstSecretsAbsent::keepsSecretsInMemory()
{
    open(document);
    go("keepSecretsAction");
    dialog()->findChild<QRadioButton *>(u"secretPlaceMemory"_s)->setFocus();
    QTest::keyClick(dialog()->findChild<QRadioButton *>(u"secretPlaceMemory"_s), Qt::Key_Space);
    accept();
    QTRY_VERIFY(!m_fixture->find<QDialog>("secretPlaceDialog"));
    auto *status = m_fixture->find<QToolButton>("statusSecrets");
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Secrets in memory only"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_fixture->window().isWindowModified());
    QVERIFY(!content().contains("plain-horse"));
    m_fixture->window().files().open(m_fixture->file(u"kong.yml"_s));
    QCOMPARE(config().rows(u"jwt_secrets"_s).first().value("secret"_L1).toString(), u"plain-horse"_s);
}

void TstSecretsAbsent::showsHowToInstallAKeyring()
{
    QTest::keyClick(dialog()->findChild<QPushButton *>(u"secretPlaceHelp"_s), Qt::Key_Space);
    QTRY_VERIFY(ApplicationFixture::findWindow("helpWindow"));
}

void TstSecretsAbsent::testsThePlaceForSecretsOnItsSettings()
{
    go("settingsPageAction");
    auto *test = m_fixture->find<QPushButton>("secretsTest");
    auto *result = m_fixture->find<QLabel>("secretsResult");
    QVERIFY(m_fixture->find<QLabel>("secretsPlace")->text().contains(u"No keychain"_s));
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY2(result->text().startsWith(u"⛔ Absent: "_s), qPrintable(result->text()));
    m_fixture->application().secrets().useMemory();
    QTest::keyClick(test, Qt::Key_Space);
    QTRY_VERIFY2(result->text().startsWith(u"✓ OK"_s), qPrintable(result->text()));
    QVERIFY(test->isEnabled());
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstSecretsAbsent::saysThatThePlaceForSecretsIsLocked()
{
    m_fixture.reset();
    qputenv("GATEHOUSE_SECRETS_BACKEND", "file"); // its passphrase is not there
    start();
    qputenv("GATEHOUSE_SECRETS_BACKEND", "auto");
    QTRY_COMPARE(m_fixture->application().secrets().state(), SecretKeeper::State::Locked);
    go("settingsPageAction");
    QTest::keyClick(m_fixture->find<QPushButton>("secretsTest"), Qt::Key_Space);
    auto *result = m_fixture->find<QLabel>("secretsResult");
    QTRY_VERIFY2(result->text().startsWith(u"⚠ Locked: "_s), qPrintable(result->text()));
}

void TstSecretsAbsent::hasTheSwitchOfTheMenuOnItsSettings()
{
    open(document);
    go("settingsPageAction");
    auto *keep = m_fixture->find<QCheckBox>("secretsKeep");
    auto *place = m_fixture->find<QLabel>("secretsPlace");
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(m_fixture->find<QDialog>("secretPlaceDialog")); // there is no place yet
    QVERIFY(!keep->isChecked());
    dialog()->reject();
    m_fixture->application().secrets().useMemory();
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(keep->isChecked());
    QVERIFY(m_fixture->application().secrets().keepsSecrets());
    QVERIFY2(place->text().startsWith(u"Kept in memory"_s), qPrintable(place->text()));
    go("keepSecretsAction");
    QVERIFY(!keep->isChecked());
    QVERIFY2(place->text().startsWith(u"Kept in this file"_s), qPrintable(place->text()));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstSecretsAbsent)
#include "tst_secrets_absent.moc"
