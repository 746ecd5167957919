// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/dotenv.h"
#include "core/secrets/encrypted_file.h"
#include "core/secrets/private_file.h"
#include "core/secrets/secret_sources.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstSecretSources : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qunsetenv("DECK_S");
        qunsetenv("CREDENTIALS_DIRECTORY");
    }

    void looksInOrder()
    {
        const QString file = m_folder->filePath(u"secrets.env"_s);
        QVERIFY(writePrivateFile(file, "DECK_S=file\n"));
        QCOMPARE(SecretSources::open(file, {})->find(u"DECK_S"_s), u"file"_s);

        QVERIFY(writePrivateFile(m_folder->filePath(u"DECK_S"_s), "credential\n"));
        qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toUtf8());
        QCOMPARE(SecretSources::open(file, {})->find(u"DECK_S"_s), u"credential"_s);

        qputenv("DECK_S", "environment");
        QCOMPARE(SecretSources::open(file, {})->find(u"DECK_S"_s), u"environment"_s);
        QCOMPARE(SecretSources::open(file, {})->find(u"DECK_T"_s), std::nullopt);
    }

    void readsAnEncryptedFile()
    {
        const QString file = m_folder->filePath(u"secrets.enc"_s);
        QVERIFY(writePrivateFile(file, *sealSecrets({{u"DECK_S"_s, "sealed"}}, "passphrase")));
        QCOMPARE(SecretSources::open(file, "passphrase")->find(u"DECK_S"_s), u"sealed"_s);
        QCOMPARE(SecretSources::open(file, "wrong").error().kind, ErrorKind::Denied);
    }

    void refusesAFileOthersMayRead()
    {
        const QString file = m_folder->filePath(u"secrets.env"_s);
        QVERIFY(writePrivateFile(file, "DECK_S=file\n"));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup));
        QCOMPARE(SecretSources::open(file, {}).error().kind, ErrorKind::Denied);
    }

    void staysInItsFolder()
    {
        QVERIFY(writePrivateFile(m_folder->filePath(u"outside"_s), "outside"));
        qputenv("CREDENTIALS_DIRECTORY", m_folder->filePath(u"inside"_s).toUtf8());
        QVERIFY(writePrivateFile(m_folder->filePath(u"inside/DECK_S"_s), "inside"));
        const Result<SecretSources> sources = SecretSources::open({}, {});
        QCOMPARE(sources->find(u"DECK_S"_s), u"inside"_s);
        QCOMPARE(sources->find(u"../outside"_s), std::nullopt);
    }

    void dotenv_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("value");
        QTest::newRow("bare") << QByteArray("A=b c") << u"b c"_s;
        QTest::newRow("export") << QByteArray("export A=b") << u"b"_s;
        QTest::newRow("comment") << QByteArray("A=b # c") << u"b"_s;
        QTest::newRow("hash inside") << QByteArray("A=b#c") << u"b#c"_s;
        QTest::newRow("double quotes") << QByteArray(R"x(A="x\n\"y\" # z")x") << u"x\n\"y\" # z"_s;
        QTest::newRow("single quotes") << QByteArray(R"(A='x\n')") << u"x\\n"_s;
        QTest::newRow("empty") << QByteArray("A=") << u""_s;
        QTest::newRow("equals") << QByteArray("A=b==") << u"b=="_s;
    }

    void dotenv()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, value);
        const auto values = parseDotenv("# head\n\n" + line + '\n');
        QVERIFY(values);
        QCOMPARE(values->value(u"A"_s), value);
    }

    void namesTheLineButNotTheSecret()
    {
        const auto values = parseDotenv("A=b\nhunter2\n");
        QVERIFY(!values);
        QCOMPARE(values.error().problems.first().line, 2);
        QVERIFY(!toText(values.error()).contains(u"hunter2"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstSecretSources)

#include "tst_secret_sources.moc"
