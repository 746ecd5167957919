// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/local_authority.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstLocalAuthority : public QObject
{
    Q_OBJECT

private slots:
    void isMadeOnceAndKept();
    void isReadableByItsOwnerOnly();
    void signsWhatClientsVerify();
    void refusesAKeyThatOthersMayRead();
    void signsNothingWithForeignKeys();

private:
    static constexpr auto name = "shop.test";

    QTemporaryDir m_folder;

    [[nodiscard]] QString folder() const { return m_folder.filePath(u"authority"_s); }
};

void TstLocalAuthority::isMadeOnceAndKept()
{
    const Result<net::CertificateAndKey> made = localAuthority(folder());
    QVERIFY(made);
    const Result<net::CertificateAndKey> kept = localAuthority(folder());
    QVERIFY(kept);
    QCOMPARE(kept->certificate, made->certificate);
    QCOMPARE(kept->key, made->key);
}

void TstLocalAuthority::isReadableByItsOwnerOnly()
{
    QVERIFY(localAuthority(folder()));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
    QVERIFY(!QFile::permissions(folder() + u"/authority.key"_s).testAnyFlags(others));
    QVERIFY(!QFile::permissions(folder()).testAnyFlags(others));
}

void TstLocalAuthority::signsWhatClientsVerify()
{
    const Result<net::CertificateAndKey> authority = localAuthority(folder());
    QVERIFY(authority);
    for (const auto keyType : {net::SelfSignedWish::KeyType::Rsa2048, net::SelfSignedWish::KeyType::EcP256}) {
        const Result<net::CertificateAndKey> pair =
            net::makeSigned({{QString::fromLatin1(name), u"127.0.0.1"_s}, keyType, 90}, *authority);
        QVERIFY(pair);
        QFile leaf(m_folder.filePath(u"leaf.crt"_s));
        QVERIFY(leaf.open(QIODevice::WriteOnly));
        leaf.write(pair->certificate);
        leaf.close();
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"verify"_s, u"-x509_strict"_s, u"-purpose"_s, u"sslserver"_s, u"-verify_hostname"_s,
                       QString::fromLatin1(name), u"-CAfile"_s, localAuthorityFile(folder()), leaf.fileName()});
        QVERIFY(openssl.waitForFinished());
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    }
}

void TstLocalAuthority::refusesAKeyThatOthersMayRead()
{
    QVERIFY(localAuthority(folder()));
    QFile key(folder() + u"/authority.key"_s);
    QVERIFY(key.setPermissions(key.permissions() | QFileDevice::ReadOther));
    const Result<net::CertificateAndKey> refused = localAuthority(folder());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
    QVERIFY(key.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
}

void TstLocalAuthority::signsNothingWithForeignKeys()
{
    const Result<net::CertificateAndKey> authority = localAuthority(folder());
    const Result<net::CertificateAndKey> other = net::makeAuthority(u"another"_s, 10);
    QVERIFY(authority && other);
    QVERIFY(!net::makeSigned({{u"a.test"_s}}, {authority->certificate, other->key}));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstLocalAuthority)
#include "tst_local_authority.moc"
