// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain_backend.h"

#include "core/base/uuid.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int busTimeout = 2000; // ms

// Who keeps secrets, by the names they have on the session bus.
constexpr std::array keychains{"org.freedesktop.secrets"_L1, "org.kde.kwalletd5"_L1, "org.kde.kwalletd6"_L1};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(secrets)
};

Error unreachable(const QString &why)
{
    return {ErrorKind::Io, Words::tr("The keychain cannot be reached: %1").arg(why)};
}

Result<> resultOf(const QKeychain::Job *job)
{
    if (!job)
        return unreachable(Words::tr("it does not answer"));
    if (job->error() == QKeychain::NoError)
        return {};
    if (job->error() == QKeychain::EntryNotFound)
        return Error{ErrorKind::NotFound, Words::tr("The keychain has no such entry.")};
    if (job->error() == QKeychain::AccessDenied || job->error() == QKeychain::AccessDeniedByUser)
        return Error{ErrorKind::Denied, Words::tr("The keychain refused: %1").arg(job->errorString())};
    return unreachable(job->errorString());
}

} // namespace

KeychainBackend::KeychainBackend(QObject *parent)
    : SecretBackend(parent)
{
}

QString KeychainBackend::name() const
{
    return Words::tr("keychain");
}

QString KeychainBackend::serviceName()
{
    return u"org.gatehouse.Gatehouse"_s;
}

// The job lives on after its time is up, it cannot be called back; its answer is not heard any more.
void KeychainBackend::start(QKeychain::Job *job, std::chrono::milliseconds timeout, const Finished &finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    auto answer = std::make_shared<Finished>(finished);
    const auto give = [answer](QKeychain::Job *finishedJob) {
        if (const Finished once = std::exchange(*answer, {}))
            once(finishedJob);
    };
    connect(job, &QKeychain::Job::finished, this, give);
    QTimer::singleShot(timeout, this, [give] { give(nullptr); });
    job->start();
}

void KeychainBackend::probe(Done done)
{
    if (m_probed) {
        done(*m_probed);
        return;
    }
    m_waiting.append(std::move(done));
    if (m_waiting.size() == 1)
        writeSentinel();
}

void KeychainBackend::writeSentinel()
{
    const QString key = u"probe/"_s + randomUuid();
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setKey(key);
    job->setBinaryData("probe");
    start(job, probeTimeout, [this, key](QKeychain::Job *finished) {
        if (const Result<> written = resultOf(finished); !written)
            tellLockedFromAbsent(finished ? finished->errorString() : Words::tr("it does not answer"));
        else
            deleteSentinel(key);
    });
}

void KeychainBackend::deleteSentinel(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName());
    job->setKey(key);
    start(job, probeTimeout, [this](QKeychain::Job *finished) { finishProbe(resultOf(finished)); });
}

void KeychainBackend::tellLockedFromAbsent(const QString &why)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        finishProbe(unreachable(why));
        return;
    }
    const QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                                 u"org.freedesktop.DBus"_s, u"ListNames"_s);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, busTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, why] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> names = *watcher;
        const bool isThere = names.isValid() && std::any_of(keychains.begin(), keychains.end(), [&](const auto &name) {
                                 return names.value().contains(name);
                             });
        finishProbe(isThere ? Error{ErrorKind::Denied, Words::tr("The keychain is locked; it holds what it held.")}
                            : unreachable(why));
    });
}

void KeychainBackend::finishProbe(const Result<> &result)
{
    m_probed = result;
    for (const Done &done : std::exchange(m_waiting, {}))
        done(result);
}

void KeychainBackend::read(const QString &key, Found found)
{
    probe([this, key, found = std::move(found)](const Result<> &probed) {
        if (!probed) {
            found(probed.error());
            return;
        }
        auto *job = new QKeychain::ReadPasswordJob(serviceName());
        job->setKey(key);
        start(job, jobTimeout, [found](QKeychain::Job *finished) {
            if (const Result<> result = resultOf(finished); !result)
                found(result.error());
            else
                found(static_cast<QKeychain::ReadPasswordJob *>(finished)->binaryData());
        });
    });
}

void KeychainBackend::write(const QString &key, const QByteArray &value, Done done)
{
    probe([this, key, value, done = std::move(done)](const Result<> &probed) {
        if (!probed) {
            done(probed);
            return;
        }
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setKey(key);
        job->setBinaryData(value);
        start(job, jobTimeout, [done](QKeychain::Job *finished) { done(resultOf(finished)); });
    });
}

void KeychainBackend::remove(const QString &key, Done done)
{
    probe([this, key, done = std::move(done)](const Result<> &probed) {
        if (!probed) {
            done(probed);
            return;
        }
        auto *job = new QKeychain::DeletePasswordJob(serviceName());
        job->setKey(key);
        start(job, jobTimeout, [done](QKeychain::Job *finished) { done(resultOf(finished)); });
    });
}

} // namespace gatehouse
