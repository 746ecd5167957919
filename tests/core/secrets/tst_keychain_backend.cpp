// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain_backend.h"
#include "core/secrets/secret_store.h"
#include "tests/support/keyring_session.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Against a real Secret Service, unlocked and locked.
class TstKeychainBackend : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        if (!KeyringSession::isInstalled())
            QSKIP("gnome-keyring-daemon and dbus-daemon are not installed");
        m_session = std::make_unique<KeyringSession>();
        QVERIFY(m_session->start());
    }

    void cleanupTestCase() { m_session.reset(); }

    void keepsAndForgetsAValue()
    {
        KeychainBackend keychain;
        QVERIFY(written(keychain, u"p/e/secret"_s, "värde"));
        QCOMPARE(found(keychain, u"p/e/secret"_s).value(), "värde");

        KeychainBackend another; // the next run
        QCOMPARE(found(another, u"p/e/secret"_s).value(), "värde");

        std::optional<Result<>> removed;
        another.remove(u"p/e/secret"_s, [&removed](const Result<> &result) { removed = result; });
        QTRY_VERIFY(removed);
        QVERIFY(*removed);
        QCOMPARE(found(another, u"p/e/secret"_s).error().kind, ErrorKind::NotFound);
    }

    void saysThatAnUnlockedKeyringHasNoSuchEntry()
    {
        KeychainBackend keychain;
        QCOMPARE(found(keychain, u"p/nowhere/secret"_s).error().kind, ErrorKind::NotFound);
    }

    void storeKeepsManyAtOnce()
    {
        SecretStore store;
        std::optional<Result<>> opened;
        store.open(SecretsChoice::Auto, {}, [&opened](const Result<> &result) { opened = result; });
        QTRY_VERIFY(opened);
        QVERIFY(*opened);
        QVERIFY(store.backend().isPersistent());

        const QMap<QString, QString> values{{u"p/a/key"_s, u"one"_s}, {u"p/b/key"_s, u"two\nlines"_s}};
        std::optional<Result<>> all;
        store.writeAll(values, [&all](const Result<> &result) { all = result; });
        QTRY_VERIFY(all);
        QVERIFY(*all);

        std::optional<SecretStore::Read> read;
        store.readAll({u"p/a/key"_s, u"p/b/key"_s, u"p/c/key"_s}, [&read](const auto &result) { read = result; });
        QTRY_VERIFY(read);
        QCOMPARE(read->values, values);
        QVERIFY(read->errors.isEmpty());
    }

    // The last one: it stays locked.
    void neverSaysThatALockedSecretIsGone()
    {
        KeychainBackend before;
        QVERIFY(written(before, u"p/locked/secret"_s, "kept"));
        QVERIFY(m_session->lock());

        KeychainBackend locked;
        QCOMPARE(found(locked, u"p/locked/secret"_s).error().kind, ErrorKind::Denied);
        QVERIFY(!written(locked, u"p/locked/secret"_s, "overwritten"));
    }

private:
    static Result<QByteArray> found(SecretBackend &backend, const QString &key)
    {
        std::optional<Result<QByteArray>> answer;
        backend.read(key, [&answer](const Result<QByteArray> &result) { answer = result; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000)
                   ? *answer
                   : Result<QByteArray>(Error{ErrorKind::Internal, u"no answer"_s});
    }

    static bool written(SecretBackend &backend, const QString &key, const QByteArray &value)
    {
        std::optional<Result<>> answer;
        backend.write(key, value, [&answer](const Result<> &result) { answer = result; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000) && answer->hasValue();
    }

    std::unique_ptr<KeyringSession> m_session;
};

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstKeychainBackend)

#include "tst_keychain_backend.moc"
