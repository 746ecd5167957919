// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/encrypted_file.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstEncryptedFile : public QObject
{
    Q_OBJECT

private slots:

    void givesBackWhatWasSealed()
    {
        const SecretMap secrets{{u"a/b/c"_s, "one"}, {u"DECK_X"_s, QByteArray("two\0three", 9)}};
        const Result<QByteArray> sealed = sealSecrets(secrets, "passphrase");
        QVERIFY(sealed);
        QVERIFY(isSealed(*sealed));
        QVERIFY(!sealed->contains("DECK_X"));
        const Result<SecretMap> read = unsealSecrets(*sealed, "passphrase");
        QVERIFY(read);
        QCOMPARE(*read, secrets);
    }

    void sealsDifferentlyEveryTime() { QVERIFY(*sealSecrets({}, "passphrase") != *sealSecrets({}, "passphrase")); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray sealed = *sealSecrets({{u"k"_s, "v"}}, "passphrase");
        const auto changed = [&sealed](qsizetype at) {
            QByteArray copy = sealed;
            copy[at] = static_cast<char>(copy[at] ^ 1);
            return copy;
        };
        QTest::newRow("wrong passphrase") << sealed << QByteArray("other") << ErrorKind::Denied;
        QTest::newRow("changed salt") << changed(12) << QByteArray("passphrase") << ErrorKind::Denied;
        QTest::newRow("changed text") << changed(sealed.size() - 17) << QByteArray("passphrase") << ErrorKind::Denied;
        QTest::newRow("changed tag") << changed(sealed.size() - 1) << QByteArray("passphrase") << ErrorKind::Denied;
        QTest::newRow("cut off") << sealed.first(20) << QByteArray("passphrase") << ErrorKind::Invalid;
        QTest::newRow("newer version") << changed(8) << QByteArray("passphrase") << ErrorKind::Invalid;
        QTest::newRow("something else") << QByteArray("A=b") << QByteArray("passphrase") << ErrorKind::Invalid;
    }

    void refuses()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, passphrase);
        QFETCH(ErrorKind, kind);
        const Result<SecretMap> read = unsealSecrets(content, passphrase);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
    }

    void needsAPassphrase() { QVERIFY(!sealSecrets({}, {})); }
};

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstEncryptedFile)

#include "tst_encrypted_file.moc"
