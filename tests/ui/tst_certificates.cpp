// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pem.h"
#include "core/net/self_signed.h"
#include "tests/support/window_test.h"
#include "ui/certificates/certificate_facts.h"
#include "ui/certificates/certificate_notes.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstCertificates : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void summarizesACertificate();
    void warnsBeforeAndAfterTheEnd_data();
    void warnsBeforeAndAfterTheEnd();
    void saysBesideTheFieldThatAKeyIsAnothers();
    void makesADevelopmentCertificate_data();
    void makesADevelopmentCertificate();
    void refusesWhatIsNoName();

private:
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

void TstCertificates::makesADevelopmentCertificate_data()
{
    QTest::addColumn<int>("keyType");
    QTest::newRow("RSA") << 0;
    QTest::newRow("EC") << 1;
}

void TstCertificates::makesADevelopmentCertificate()
{
    QFETCH(const int, keyType);
    open(emptyDocument);
    go("certificatesPageAction");
    m_fixture->find<QPushButton>("makeDevelopmentCertificate")->click();
    m_fixture->find<QLineEdit>("developmentNames")->setText(u"dev.test, *.dev.test 127.0.0.1"_s);
    m_fixture->find<QComboBox>("developmentKeyType")->setCurrentIndex(keyType);
    m_fixture->find<QPushButton>("developmentMake")->click();
    form("certificatesPageForm")->findChild<QPushButton *>(u"createButton"_s)->click();
    QCOMPARE(rows("certificatesPageTable"), 1);
    const QJsonObject row = config().rows(u"certificates"_s).first();
    const QString certificate = row.value("cert"_L1).toString();
    QVERIFY(pem::certificateMatchesKey(certificate, row.value("key"_L1).toString()));
    QCOMPARE(certificateFacts(certificate)->names, (QStringList{u"*.dev.test"_s, u"127.0.0.1"_s, u"dev.test"_s}));
    QCOMPARE(config().table(u"snis"_s).size(), 2);
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
