// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped onto the window, by what they hold, and the commands that do the same.
#include "core/model/pem.h"
#include "core/net/self_signed.h"
#include "tests/support/certificates.h"
#include "tests/support/pkcs12_file.h"
#include "tests/support/test_authority.h"
#include "tests/support/window_test.h"
#include "ui/dragdrop/dropped_files.h"
#include "ui/settings/language.h"
#include "ui/traffic/traffic_model.h"

#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstFileDrops : public WindowTest
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        speak(u"en"_s); // for its plurals
    }

    void init() { start(); }

    void tellsFilesByTheirContent_data();
    void tellsFilesByTheirContent();
    void opensADroppedConfiguration();
    void previewsADroppedDescription();
    void beginsACertificateWithDroppedFiles();
    void asksForThePassphraseOfADroppedFile();
    void takesEveryDroppedPkcs12File();
    void matchesCertificatesAndKeys_data();
    void matchesCertificatesAndKeys();
    void addsSeveralCertificatesAsOneStep();
    void namesAKeyThatDoesNotBelong();
    void addsCertificatesByMenu();
    void showsTheRequestsOfADroppedLog();
    void opensALogByMenu();
    void showsTheRequestsOfADroppedArchive();

private:
    QString fileWith(const QString &name, const QByteArray &text);
    QString dropFiles(const QStringList &names);
    void chooseFile(const char *dialog, const QString &path);
};

QString TstFileDrops::fileWith(const QString &name, const QByteArray &text)
{
    const QString path = m_fixture->file(name);
    if (const Result<> saved = saveFile(path, text); !saved)
        qFatal("%s", qUtf8Printable(saved.error().message));
    return path;
}

QString TstFileDrops::dropFiles(const QStringList &names)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &name : names)
        urls << QUrl::fromLocalFile(name);
    data.setUrls(urls);
    return drop(&m_fixture->window(), {300, 300}, data);
}

void TstFileDrops::chooseFile(const char *dialog, const QString &path)
{
    m_fixture->find<QFileDialog>(dialog)->setDirectory(QFileInfo(path).absolutePath());
    enterFileName(dialog, QFileInfo(path).fileName());
}

void TstFileDrops::tellsFilesByTheirContent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const Result<net::CertificateAndKey> pair =
        net::makeSelfSigned({{u"a.test"_s}, net::SelfSignedWish::KeyType::EcP256, 1});
    using Kind = DroppedFiles::Kind;
    QTest::newRow("kong.yml") << QByteArray(twoServices) << static_cast<int>(Kind::Configuration);
    QTest::newRow("OpenAPI") << QByteArray("openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {}\n")
                             << static_cast<int>(Kind::OpenApi);
    QTest::newRow("certificate") << pair->certificate << static_cast<int>(Kind::Certificate);
    QTest::newRow("key") << pair->key << static_cast<int>(Kind::Key);
    QTest::newRow("both in one file") << pair->key + pair->certificate << static_cast<int>(Kind::Certificate);
}

void TstFileDrops::tellsFilesByTheirContent()
{
    QFETCH(const QByteArray, text);
    const DroppedFiles files = lookAtFiles({fileWith(u"any.txt"_s, text)});
    QTEST(static_cast<int>(files.kind), "kind");
}

void TstFileDrops::opensADroppedConfiguration()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fileWith(u"other.yml"_s, twoServices))});
    QCOMPARE(drop(&m_fixture->window(), {300, 300}, data), u"Open other.yml"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
}

void TstFileDrops::previewsADroppedDescription()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(
        fileWith(u"api.txt"_s, "openapi: 3.0.3\ninfo: {title: Shop, version: v}\nservers: [{url: http://shop.test}]\n"
                               "paths: {/a: {get: {responses: {}}}}\n"))});
    drop(&m_fixture->window(), {300, 300}, data);
    QTRY_VERIFY(m_fixture->find<QTreeWidget>("importRows")->topLevelItemCount() > 0);
    QVERIFY(config().isEmpty());
}

void TstFileDrops::beginsACertificateWithDroppedFiles()
{
    const Result<net::CertificateAndKey> pair =
        net::makeSelfSigned({{u"a.test"_s}, net::SelfSignedWish::KeyType::EcP256, 90});
    QMimeData certificate;
    certificate.setUrls({QUrl::fromLocalFile(fileWith(u"a"_s, pair->certificate))});
    drop(&m_fixture->window(), {300, 300}, certificate);
    QMimeData key;
    key.setUrls({QUrl::fromLocalFile(fileWith(u"b"_s, pair->key))});
    drop(&m_fixture->window(), {300, 300}, key); // into the same new row
    QVERIFY(form("certificatesPageForm")->findChild<QLabel *>(u"key.note"_s)->text().startsWith(u'✓'));
    form("certificatesPageForm")->findChild<QPushButton *>(u"createButton"_s)->click();
    QCOMPARE(rows("certificatesPageTable"), 1);
}

void TstFileDrops::asksForThePassphraseOfADroppedFile()
{
    const QString file = fileWith(u"shop.p12"_s, pkcs12File({samples::certificateA, samples::keyA}, "correct horse"));
    go("certificatesPageAction");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QCOMPARE(drop(m_fixture->find<QTableView>("certificatesPageTable")->viewport(), {20, 20}, data),
             u"New certificate from shop.p12; its passphrase is asked for"_s);
    auto *dialog = m_fixture->find<QDialog>("pkcs12Dialog");
    QVERIFY(dialog);
    auto *passphrase = dialog->findChild<QLineEdit *>(u"pkcs12Passphrase"_s);
    auto *problem = dialog->findChild<QLabel *>(u"pkcs12Problem"_s);
    QCOMPARE(passphrase->echoMode(), QLineEdit::Password);
    QTest::keyClicks(passphrase, u"wrong"_s);
    QTest::keyClick(passphrase, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(problem->text().contains(u"passphrase is wrong"_s));
    QTest::keyClicks(passphrase, u"correct horse"_s); // in place of what is selected
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_VERIFY(!m_fixture->find<QDialog>("pkcs12Dialog"));
    QVERIFY(form("certificatesPageForm")->findChild<QLabel *>(u"key.note"_s)->text().startsWith(u'✓'));
    form("certificatesPageForm")->findChild<QPushButton *>(u"createButton"_s)->click();
    QCOMPARE(config().rows(u"certificates"_s).first().value("cert"_L1).toString().trimmed(),
             QString::fromLatin1(samples::certificateA).trimmed());
}

void TstFileDrops::takesEveryDroppedPkcs12File()
{
    const QList<QUrl> files{
        QUrl::fromLocalFile(fileWith(u"a.p12"_s, pkcs12File({samples::certificateA, samples::keyA}, "correct horse"))),
        QUrl::fromLocalFile(fileWith(u"b.p12"_s, pkcs12File({samples::certificateB, samples::keyB}, "another"))),
        QUrl::fromLocalFile(fileWith(u"c.p12"_s, pkcs12File({samples::certificateB, samples::keyB}, "")))};
    go("certificatesPageAction");
    QMimeData data;
    data.setUrls(files);
    QVERIFY(drop(&m_fixture->window(), {300, 300}, data).startsWith(u"3 new certificates"_s));
    auto *first = m_fixture->find<QDialog>("pkcs12Dialog");
    QVERIFY(first);
    QTest::keyClick(first, Qt::Key_Escape); // this one is left out
    QTRY_VERIFY(m_fixture->find<QDialog>("pkcs12Dialog") != first);
    auto *second = m_fixture->find<QDialog>("pkcs12Dialog");
    QVERIFY(second);
    auto *passphrase = second->findChild<QLineEdit *>(u"pkcs12Passphrase"_s);
    QTest::keyClicks(passphrase, u"another"_s);
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_COMPARE(rows("certificatesPageTable"), 2);
}

void TstFileDrops::matchesCertificatesAndKeys_data()
{
    QTest::addColumn<QList<QByteArray>>("files"); // a, b, c...
    QTest::addColumn<int>("pairs");
    QTest::addColumn<int>("chain"); // certificates of the first pair
    QTest::addColumn<QString>("problem");
    using Files = QList<QByteArray>;
    const QByteArray certA = samples::certificateA;
    const QByteArray certB = samples::certificateB;
    const QByteArray keyA = samples::keyA;
    const QByteArray keyB = samples::keyB;
    QTest::newRow("a pair") << Files{certA, keyA} << 1 << 1 << u""_s;
    QTest::newRow("in any order") << Files{keyB, certA, keyA, certB} << 2 << 1 << u""_s;
    QTest::newRow("one file") << Files{certA + keyA} << 1 << 1 << u""_s;
    QTest::newRow("the wrong key") << Files{certA, keyB} << 0 << 0
                                   << u"The key in “b” does not belong to the certificate in “a”."_s;
    QTest::newRow("one key too many") << Files{certA, certB, keyA, keyA} << 1 << 1
                                      << u"The key in “d” belongs to none of the certificates."_s;
    QTest::newRow("a key is missing") << Files{certA, certB, keyA} << 1 << 1
                                      << u"The key of the certificate in “b” is not among the files."_s;
    const TestAuthority root;
    const TestAuthority between(root, "Between");
    const TestAuthority::Issued issued = between.issue({"a.test", {}});
    QTest::newRow("its chain") << Files{root.certificate(), issued.key, between.certificate(), issued.certificate} << 1
                               << 3 << u""_s;
}

void TstFileDrops::matchesCertificatesAndKeys()
{
    QFETCH(const QList<QByteArray>, files);
    QList<PemFile> read;
    for (qsizetype i = 0; i < files.size(); ++i)
        read << pemFile(QString(QChar(static_cast<char16_t>(u'a' + i))), QString::fromLatin1(files[i]));
    const MatchedCertificates matched = matchCertificates(read);
    QTEST(static_cast<int>(matched.pairs.size()), "pairs");
    QTEST(matched.problems.join(u' '), "problem");
    QTEST(static_cast<int>(matched.pairs.value(0).certificate.count(u"BEGIN CERTIFICATE"_s)), "chain");
    for (const CertificatePair &pair : matched.pairs)
        QVERIFY(pem::certificateMatchesKey(pair.certificate, pair.key));
}

void TstFileDrops::addsSeveralCertificatesAsOneStep()
{
    const QStringList files{fileWith(u"1"_s, samples::keyB), fileWith(u"2"_s, samples::certificateA),
                            fileWith(u"3"_s, samples::keyA), fileWith(u"4"_s, samples::certificateB)};
    QCOMPARE(dropFiles(files), u"2 new certificates with their keys"_s);
    QCOMPARE(rows("certificatesPageTable"), 2);
    go("undoAction");
    QCOMPARE(rows("certificatesPageTable"), 0);
}

void TstFileDrops::namesAKeyThatDoesNotBelong()
{
    const QString problem = u"The key in “b.key” does not belong to the certificate in “a.crt”."_s;
    const QString said = dropFiles({fileWith(u"a.crt"_s, samples::certificateA), fileWith(u"b.key"_s, samples::keyB)});
    QCOMPARE(said, u"⛔ "_s + problem);
    auto *message = m_fixture->find<QWidget>("message.certificates");
    QVERIFY(message);
    QVERIFY(message->findChild<QLabel *>(u"messageText"_s)->text().endsWith(problem));
    QCOMPARE(config().table(u"certificates"_s).size(), 0);
}

void TstFileDrops::addsCertificatesByMenu()
{
    const QString file = fileWith(u"both.pem"_s, QByteArray(samples::certificateA) + samples::keyA);
    m_fixture->find<QAction>("addCertificatesAction")->trigger();
    chooseFile("certificateFilesDialog", file);
    QTRY_VERIFY(form("certificatesPage")->isVisible());
    QVERIFY(form("certificatesPageForm")->findChild<QLabel *>(u"key.note"_s)->text().startsWith(u'✓'));
}

void TstFileDrops::showsTheRequestsOfADroppedLog()
{
    const QByteArray line = R"({"request":{"method":"GET","uri":"/orders"},"response":{"status":STATUS},)"
                            R"("latencies":{"request":3,"kong":1,"proxy":2},"started_at":1764194400123})"
                            "\n";
    QByteArray log = line;
    log.replace("STATUS", "200");
    log += "half a line {\n";
    log += QByteArray(line).replace("STATUS", "404");
    QCOMPARE(dropFiles({fileWith(u"access.log"_s, log)}), u"Show the requests of access.log"_s);
    QTRY_COMPARE(rows("recordedTable"), 2);
    QVERIFY(m_fixture->find<QLabel>("recordedCount")->text().contains(u"1 line or entry could not be read"_s));
    QCOMPARE(rows("trafficTable"), 0); // the live ones are others
    auto *filter = m_fixture->find<QLineEdit>("recordedFilter");
    QTest::keyClicks(filter, u"status>=400"_s);
    QCOMPARE(rows("recordedTable"), 1);
    QTest::keyClick(m_fixture->find<QDialog>("recordedTraffic"), Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->find<QDialog>("recordedTraffic"));
}

void TstFileDrops::opensALogByMenu()
{
    const QString file =
        fileWith(u"access.log"_s, R"({"request":{"uri":"/a"},"response":{"status":200},"started_at":1764194400123})");
    go("trafficPageAction");
    m_fixture->find<QToolButton>("trafficOpenLog")->click();
    chooseFile("logFileDialog", file);
    QTRY_COMPARE(rows("recordedTable"), 1);
}

void TstFileDrops::showsTheRequestsOfADroppedArchive()
{
    const QByteArray archive =
        R"({"log":{"version":"1.2","entries":[{"startedDateTime":"2026-11-26T22:00:00Z","time":3,)"
        R"("request":{"method":"GET","url":"http://shop.test/cart"},"response":{"status":304}}]}})";
    QCOMPARE(dropFiles({fileWith(u"session.har"_s, archive)}), u"Show the requests of session.har"_s);
    QTRY_COMPARE(rows("recordedTable"), 1);
    const auto *model = m_fixture->find<QTableView>("recordedTable")->model();
    QCOMPARE(model->index(0, TrafficModel::Path).data().toString(), u"/cart"_s);
    QVERIFY(config().isEmpty());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstFileDrops)
#include "tst_file_drops.moc"
