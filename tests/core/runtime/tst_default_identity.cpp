// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/default_identity.h"
#include "tests/support/test_authority.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

class TestDefaultIdentity : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_parent = std::make_unique<QTemporaryDir>(); }

    void makesCertificatesForLocalhost()
    {
        const net::TlsIdentity identity = *defaultIdentity(folder());
        const QSslCertificate rsa(identity.certificate);
        const QSslCertificate ecdsa(identity.alternativeCertificate);
        for (const QSslCertificate &certificate : {rsa, ecdsa}) {
            QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName).value(0), u"localhost"_s);
            QVERIFY(certificate.expiryDate() > QDateTime::currentDateTime().addYears(19));
        }
        QCOMPARE(rsa.publicKey().algorithm(), QSsl::Rsa);
        QCOMPARE(ecdsa.publicKey().algorithm(), QSsl::Ec);
    }

    void keepsThem()
    {
        const net::TlsIdentity first = *defaultIdentity(folder());
        const net::TlsIdentity second = *defaultIdentity(folder());
        QCOMPARE(second.certificate, first.certificate);
        QCOMPARE(second.alternativeKey, first.alternativeKey);
    }

    void hidesThemFromOthers()
    {
        (void)defaultIdentity(folder());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(folder()).permissions() & others));
        const QFileInfoList files = QDir(folder()).entryInfoList(QDir::Files | QDir::Hidden);
        QCOMPARE(files.size(), 4);
        for (const QFileInfo &file : files)
            QVERIFY(!(file.permissions() & others));
    }

    void replacesWhatCannotBeRead()
    {
        const net::TlsIdentity first = *defaultIdentity(folder());
        QVERIFY(write(u"default.key"_s, "not a key"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^The default certificate is made anew"_s));
        const net::TlsIdentity second = *defaultIdentity(folder());
        QVERIFY(second.certificate != first.certificate);
        QCOMPARE(defaultIdentity(folder())->certificate, second.certificate);
    }

    void replacesWhatHasExpired()
    {
        (void)defaultIdentity(folder());
        const TestAuthority::Issued old = TestAuthority().issue({"localhost", {}, -30, -1});
        QVERIFY(write(u"default-ecdsa.crt"_s, old.certificate) && write(u"default-ecdsa.key"_s, old.key));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"has expired"_s));
        QVERIFY(defaultIdentity(folder())->alternativeCertificate != old.certificate);
    }

    void worksWithoutAPlaceToKeepThem()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^The default certificate is not kept"_s));
        const Result<net::TlsIdentity> identity = defaultIdentity(u"/proc/no/such/place"_s);
        QVERIFY(identity && !identity->certificate.isEmpty());
    }

private:
    [[nodiscard]] QString folder() const { return m_parent->filePath(u"gatehouse/tls"_s); }

    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(QDir(folder()).filePath(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
    }

    std::unique_ptr<QTemporaryDir> m_parent;
};

QTEST_GUILESS_MAIN(TestDefaultIdentity)

#include "tst_default_identity.moc"
