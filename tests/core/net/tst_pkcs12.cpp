// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/pkcs12.h"
#include "tests/support/certificates.h"
#include "tests/support/pkcs12_file.h"
#include "tests/support/test_authority.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstPkcs12 : public QObject
{
    Q_OBJECT

private slots:
    void opensWithItsPassphrase_data();
    void opensWithItsPassphrase();
    void saysThatThePassphraseIsWrong();
    void bringsTheChainBehindTheCertificate();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TstPkcs12::opensWithItsPassphrase_data()
{
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("letters") << u"correct horse"_s;
    QTest::newRow("beyond ASCII") << u"schlüssel"_s;
    QTest::newRow("empty") << u""_s;
}

void TstPkcs12::opensWithItsPassphrase()
{
    QFETCH(const QString, passphrase);
    const QByteArray bytes = pkcs12File({samples::certificateA, samples::keyA}, passphrase.toUtf8());
    QVERIFY(net::isPkcs12(bytes));
    const Result<net::Pkcs12Content> content = net::openPkcs12(bytes, passphrase);
    QVERIFY2(content, content ? "" : qUtf8Printable(content.error().message));
    QCOMPARE(content->certificate, QString::fromLatin1(samples::certificateA));
    QCOMPARE(content->key, QString::fromLatin1(samples::keyA));
}

void TstPkcs12::saysThatThePassphraseIsWrong()
{
    const QByteArray bytes = pkcs12File({samples::certificateA, samples::keyA}, "correct horse");
    for (const QString &passphrase : {u"wrong horse"_s, QString()}) {
        const Result<net::Pkcs12Content> content = net::openPkcs12(bytes, passphrase);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::Denied);
    }
}

void TstPkcs12::bringsTheChainBehindTheCertificate()
{
    const TestAuthority authority;
    const TestAuthority::Issued issued = authority.issue({"a.test", {}});
    const Result<net::Pkcs12Content> content =
        net::openPkcs12(pkcs12File({issued.certificate, issued.key, authority.certificate()}, "x"), u"x"_s);
    QVERIFY(content);
    QCOMPARE(content->certificate, QString::fromLatin1(issued.certificate + authority.certificate()));
}

void TstPkcs12::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = pkcs12File({samples::certificateA, samples::keyA}, "x");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("PEM") << QByteArray(samples::certificateA);
    QTest::newRow("half of one") << whole.first(whole.size() / 2);
    QTest::newRow("a length that is too large") << QByteArray("\x30\x84\x7f\xff\xff\xff\x02\x01\x03", 9);
}

void TstPkcs12::refusesWhatIsNone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!net::isPkcs12(bytes));
    QCOMPARE(net::openPkcs12(bytes, {}).error().kind, ErrorKind::Invalid);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstPkcs12)
#include "tst_pkcs12.moc"
