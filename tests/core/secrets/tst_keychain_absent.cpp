// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/file_backend.h"
#include "core/secrets/memory_backend.h"
#include "core/secrets/secret_store.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Without a session bus, as in a container or on a server.
class TstKeychainAbsent : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8()); // no socket of a bus here
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY");
    }

    void saysSo()
    {
        SecretStore store;
        const Result<> result = opened(store, SecretsChoice::Auto, {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Io);

        std::optional<SecretStore::Read> read;
        store.readAll({u"p/e/f"_s}, [&read](const auto &answer) { read = answer; });
        QTRY_VERIFY(read);
        QCOMPARE(read->errors.keys(), QStringList{u"p/e/f"_s}); // unreachable, not gone
    }

    void takesTheEncryptedFileWithAPassphrase()
    {
        const QMap<QString, QString> values{{u"p/e/f"_s, u"value"_s}};
        {
            SecretStore store;
            QVERIFY(opened(store, SecretsChoice::Auto, "passphrase"));
            std::optional<Result<>> written;
            store.writeAll(values, [&written](const Result<> &result) { written = result; });
            QTRY_VERIFY(written);
            QVERIFY(*written);
        }
        SecretStore next;
        QVERIFY(opened(next, SecretsChoice::File, "passphrase"));
        std::optional<SecretStore::Read> read;
        next.readAll({u"p/e/f"_s}, [&read](const auto &answer) { read = answer; });
        QTRY_VERIFY(read);
        QCOMPARE(read->values, values);

        SecretStore wrong;
        const Result<> refused = opened(wrong, SecretsChoice::File, "another");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);

        const QFileInfo file(FileBackend::defaultFile());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(file.path(), QString(m_home.path() + u"/gatehouse"_s));
    }

    void memoryLastsForTheSession()
    {
        SecretStore store;
        store.use(std::make_unique<MemoryBackend>());
        QVERIFY(!store.backend().isPersistent());
        std::optional<Result<>> written;
        store.writeAll({{u"k"_s, u"v"_s}}, [&written](const Result<> &result) { written = result; });
        QVERIFY(written && *written);
        std::optional<SecretStore::Read> read;
        store.readAll({u"k"_s, u"missing"_s}, [&read](const auto &answer) { read = answer; });
        QVERIFY(read);
        QCOMPARE(read->values.value(u"k"_s), u"v"_s);
        QVERIFY(read->errors.isEmpty());
    }

private:
    static Result<> opened(SecretStore &store, SecretsChoice choice, const QByteArray &passphrase)
    {
        std::optional<Result<>> answer;
        store.open(choice, passphrase, [&answer](const Result<> &result) { answer = result; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000)
                   ? *answer
                   : Result<>(Error{ErrorKind::Internal, u"no answer"_s});
    }

    QTemporaryDir m_home;
};

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstKeychainAbsent)

#include "tst_keychain_absent.moc"
