// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pem.h"
#include "core/net/self_signed.h"
#include "core/runtime/local_authority.h"
#include "tests/support/window_test.h"
#include "ui/certificates/certificate_facts.h"
#include "ui/certificates/certificate_notes.h"
#include "ui/certificates/private_key_editor.h"
#include "ui/secrets/secret_clipboard.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstCertificates : public WindowTest
{
    Q_OBJECT

private slots:

    // The authority of whoever tests stays as it is.
    void initTestCase() { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }

    void init() { start(); }

    void summarizesACertificate();
    void warnsBeforeAndAfterTheEnd_data();
    void warnsBeforeAndAfterTheEnd();
    void saysBesideTheFieldThatAKeyIsAnothers();
    void isCalledByItsSubject();
    void hidesThePrivateKeyUntilAsked();
    void takesACopiedKeyOffTheClipboard();
    void hidesThePrivateKeyAgain();
    void replacesAHiddenKeyByPasting();
    void loadsAKeyIntoAHiddenField();
    void makesADevelopmentCertificate_data();
    void makesADevelopmentCertificate();
    void refusesWhatIsNoName();

private:
    QTemporaryDir m_data;

    // A certificate in the list, its key in the editor.
    void makeCertificate();

    [[nodiscard]] QPlainTextEdit *keyField() { return find<QPlainTextEdit>("key"); }

    template <class Widget>
    [[nodiscard]] Widget *find(const char *name)
    {
        return form("certificatesPageForm")->findChild<Widget *>(QLatin1String(name));
    }

    [[nodiscard]] QString storedKey() { return config().rows(u"certificates"_s).first().value("key"_L1).toString(); }

    static net::CertificateAndKey pair(const QStringList &names, int days = 365);
};

net::CertificateAndKey TstCertificates::pair(const QStringList &names, int days)
{
    return *net::makeSelfSigned({names, net::SelfSignedWish::KeyType::EcP256, days});
}

void TstCertificates::summarizesACertificate()
{
    const QString note = certificateNote(QString::fromLatin1(pair({u"a.test"_s, u"10.0.0.7"_s}).certificate));
    QVERIFY2(note.startsWith(u"Subject: a.test\nNames: 10.0.0.7, a.test\nIssuer: self-signed\nValid until: "_s),
             qUtf8Printable(note));
    QCOMPARE(certificateNote(u"{vault://env/CERT}"_s), QString());
}

void TstCertificates::warnsBeforeAndAfterTheEnd_data()
{
    QTest::addColumn<int>("days"); // from now
    QTest::addColumn<QString>("begin");
    QTest::newRow("long before") << 0 << QString();
    QTest::newRow("soon") << 340 << u"⚠ "_s;
    QTest::newRow("over") << 370 << u"⛔ "_s;
}

void TstCertificates::warnsBeforeAndAfterTheEnd()
{
    QFETCH(const int, days);
    QFETCH(const QString, begin);
    const auto facts = certificateFacts(QString::fromLatin1(pair({u"a.test"_s}, 365).certificate));
    QVERIFY(facts);
    const QDateTime then = QDateTime::currentDateTime().addDays(days);
    QCOMPARE(facts->needsAttention(then), !begin.isEmpty());
    const QString text = validityText(*facts, then);
    QVERIFY2(begin.isEmpty() ? text[0].isDigit() : text.startsWith(begin), qUtf8Printable(text));
}

void TstCertificates::saysBesideTheFieldThatAKeyIsAnothers()
{
    open(emptyDocument);
    go("certificatesPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *page = form("certificatesPageForm");
    const net::CertificateAndKey mine = pair({u"a.test"_s});
    const auto paste = [page](const char *field, const QByteArray &text) {
        auto *edit = page->findChild<QPlainTextEdit *>(QLatin1String(field));
        edit->setFocus();
        edit->selectAll();
        edit->insertPlainText(QString::fromLatin1(text));
    };
    paste("cert", mine.certificate);
    auto *note = page->findChild<QLabel *>(u"key.note"_s);
    QVERIFY(page->findChild<QLabel *>(u"cert.note"_s)->text().contains(u"a.test"_s));
    QVERIFY(note->isHidden());
    paste("key", pair({u"b.test"_s}).key);
    QVERIFY(note->text().startsWith(u"⛔ This key does not belong"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("certificatesPageTable"), 0);
    paste("key", mine.key);
    QVERIFY(note->text().startsWith(u'✓'));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("certificatesPageTable"), 1);
}

void TstCertificates::makeCertificate()
{
    open(emptyDocument);
    const net::CertificateAndKey made = pair({u"a.test"_s});
    QVERIFY(m_fixture->project().store().insert(
        u"certificates"_s,
        {{u"cert"_s, QString::fromLatin1(made.certificate)}, {u"key"_s, QString::fromLatin1(made.key)}}, Origin::User));
    go("certificatesPageAction");
    m_fixture->find<QTableView>("certificatesPageTable")->selectRow(0);
}

void TstCertificates::takesACopiedKeyOffTheClipboard()
{
    makeCertificate();
    QClipboard &clipboard = *QGuiApplication::clipboard();
    setSecretClipboardTime(std::chrono::milliseconds(30));
    find<QToolButton>("key.copy")->click();
    QCOMPARE(clipboard.text(), storedKey());
    QTRY_COMPARE(clipboard.text(), QString());
    find<QToolButton>("key.copy")->click();
    clipboard.setText(u"something else"_s);
    QSignalSpy changed(&clipboard, &QClipboard::dataChanged);
    QVERIFY(!changed.wait(100)); // what came after it stays
    QCOMPARE(clipboard.text(), u"something else"_s);
    m_fixture->window().workbench().settings().setValue(Setting::SecretClipboard, 0);
    find<QToolButton>("key.copy")->click();
    QVERIFY(!changed.wait(100) || clipboard.text() == storedKey());
    m_fixture->window().workbench().settings().setValue(Setting::SecretClipboard, 60);
    find<QToolButton>("key.copy")->click();
    QMetaObject::invokeMethod(qApp, "aboutToQuit");
    QCOMPARE(clipboard.text(), QString());
}

void TstCertificates::isCalledByItsSubject()
{
    makeCertificate();
    QCOMPARE(m_fixture->find<QLabel>("certificatesPageEditorTitle")->text(), u"a.test"_s);
}

void TstCertificates::hidesThePrivateKeyUntilAsked()
{
    makeCertificate();
    const QString key = storedKey();
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(keyField());
    QVERIFY(!keyField()->toPlainText().contains(u"PRIVATE"_s));
    QVERIFY(!spoken->text(QAccessible::Value).contains(u"PRIVATE"_s));
    QVERIFY(find<QPlainTextEdit>("cert")->toPlainText().contains(u"CERTIFICATE"_s));
    QTest::keyClicks(keyField(), u"x"_s);
    find<QToolButton>("key.copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), key);
    find<QToolButton>("key.reveal")->click();
    QCOMPARE(keyField()->toPlainText(), key);
    find<QToolButton>("key.reveal")->click();
    QVERIFY(!keyField()->toPlainText().contains(u"PRIVATE"_s));
    go("servicesPageAction");
    QCOMPARE(storedKey(), key);
    QCOMPARE(m_fixture->window().workbench().history().stack().count(), 1);
}

void TstCertificates::hidesThePrivateKeyAgain()
{
    makeCertificate();
    const QString key = storedKey();
    find<QToolButton>("key.reveal")->click();
    keyField()->setFocus();
    keyField()->moveCursor(QTextCursor::End);
    QTest::keyClick(keyField(), Qt::Key_Return);
    auto *editor = qobject_cast<PrivateKeyEditor *>(keyField()->parentWidget());
    QVERIFY(editor);
    auto *timer = editor->findChild<QTimer *>(u"key.hide"_s);
    QCOMPARE(timer->intervalAsDuration(), std::chrono::milliseconds(secretShownFor));
    QVERIFY(timer->isActive());
    timer->start(0); // its time is over
    QTRY_VERIFY(!keyField()->toPlainText().contains(u"PRIVATE"_s));
    QCOMPARE(editor->value().toString(), key + u'\n');
    QVERIFY(!find<QToolButton>("key.reveal")->isChecked());
}

void TstCertificates::replacesAHiddenKeyByPasting()
{
    makeCertificate();
    const QString key = storedKey();
    QGuiApplication::clipboard()->setText(QString::fromLatin1(pair({u"b.test"_s}).key));
    keyField()->setFocus();
    press(Qt::Key_V, Qt::ControlModifier);
    auto *note = find<QLabel>("key.note");
    QVERIFY2(note->text().startsWith(u'⛔'), qPrintable(note->text()));
    QGuiApplication::clipboard()->setText(key);
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(note->text().startsWith(u'✓'), qPrintable(note->text()));
    QVERIFY(!keyField()->toPlainText().contains(u"PRIVATE"_s));
    go("servicesPageAction");
    QCOMPARE(storedKey(), key);
}

void TstCertificates::loadsAKeyIntoAHiddenField()
{
    makeCertificate();
    const net::CertificateAndKey other = pair({u"b.test"_s});
    const QString file = m_fixture->file(u"b.key"_s);
    QVERIFY(saveFile(file, other.key));
    auto *cert = find<QPlainTextEdit>("cert");
    cert->setFocus();
    cert->selectAll();
    cert->insertPlainText(QString::fromLatin1(other.certificate));
    find<QPushButton>("key.load")->click();
    auto *dialog = find<QFileDialog>("loadFileDialog");
    QVERIFY(dialog);
    emit dialog->fileSelected(file); // what it says when a file has been chosen
    dialog->reject();
    QVERIFY(!keyField()->toPlainText().contains(u"PRIVATE"_s));
    QTRY_COMPARE(storedKey(), QString::fromLatin1(other.key));
}

void TstCertificates::makesADevelopmentCertificate_data()
{
    QTest::addColumn<int>("keyType");
    QTest::addColumn<int>("issuer");
    QTest::newRow("RSA by the authority") << 0 << 0;
    QTest::newRow("EC by the authority") << 1 << 0;
    QTest::newRow("RSA by itself") << 0 << 1;
    QTest::newRow("EC by itself") << 1 << 1;
}

void TstCertificates::makesADevelopmentCertificate()
{
    QFETCH(const int, keyType);
    QFETCH(const int, issuer);
    open(emptyDocument);
    go("certificatesPageAction");
    m_fixture->find<QPushButton>("makeDevelopmentCertificate")->click();
    m_fixture->find<QLineEdit>("developmentNames")->setText(u"dev.test, *.dev.test 127.0.0.1"_s);
    m_fixture->find<QComboBox>("developmentKeyType")->setCurrentIndex(keyType);
    m_fixture->find<QComboBox>("developmentIssuer")->setCurrentIndex(issuer);
    QCOMPARE(m_fixture->find<QLabel>("developmentHint")->text().contains(localAuthorityFolder()), issuer == 0);
    m_fixture->find<QPushButton>("developmentMake")->click();
    form("certificatesPageForm")->findChild<QPushButton *>(u"createButton"_s)->click();
    QCOMPARE(rows("certificatesPageTable"), 1);
    const QJsonObject row = config().rows(u"certificates"_s).first();
    const QString certificate = row.value("cert"_L1).toString();
    QVERIFY(pem::certificateMatchesKey(certificate, row.value("key"_L1).toString()));
    QCOMPARE(certificateFacts(certificate)->names, (QStringList{u"*.dev.test"_s, u"127.0.0.1"_s, u"dev.test"_s}));
    QCOMPARE(config().table(u"snis"_s).size(), 2);
    QCOMPARE(certificateFacts(certificate)->isSelfSigned, issuer == 1);
    QVERIFY(issuer == 1 || QFile::exists(localAuthorityFile(localAuthorityFolder())));
}

void TstCertificates::refusesWhatIsNoName()
{
    go("certificatesPageAction");
    m_fixture->find<QPushButton>("makeDevelopmentCertificate")->click();
    m_fixture->find<QLineEdit>("developmentNames")->setText(u"a_b/c"_s);
    m_fixture->find<QPushButton>("developmentMake")->click();
    const auto *problem = m_fixture->find<QLabel>("developmentProblem");
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"a_b/c"_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstCertificates)
#include "tst_certificates.moc"
