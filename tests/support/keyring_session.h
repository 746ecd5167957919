// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace gatehouse {

// A session bus with a keyring of its own, in a temporary home; the process and its children use it from then on. Make
// it before anything has talked to a bus.
class KeyringSession
{
public:
    KeyringSession()
    {
        const QString home = m_folder.path();
        qputenv("HOME", home.toUtf8());
        qputenv("XDG_DATA_HOME", (home + QStringLiteral("/data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", (home + QStringLiteral("/config")).toUtf8());
        qputenv("XDG_RUNTIME_DIR", home.toUtf8());
        qunsetenv("DISPLAY"); // nobody can be asked for a password
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (m_bus.waitForStarted() && m_bus.waitForReadyRead())
            qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    }

    ~KeyringSession()
    {
        stop(m_keyring);
        stop(m_bus);
    }

    KeyringSession(const KeyringSession &) = delete;
    KeyringSession &operator=(const KeyringSession &) = delete;

    static bool isInstalled()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty();
    }

    // Unlocked. Once the daemon is another, only processes that start afterwards can use it.
    bool start()
    {
        stop(m_keyring);
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                        unlockArguments() + QStringList{QStringLiteral("--foreground")});
        return givePassphrase(m_keyring) && waitForService();
    }

    bool lock()
    {
        QProcess call;
        call.start(QStringLiteral("gdbus"), {QStringLiteral("call"), QStringLiteral("--session"),
                                             QStringLiteral("--dest=org.freedesktop.secrets"),
                                             QStringLiteral("--object-path=/org/freedesktop/secrets"),
                                             QStringLiteral("--method=org.freedesktop.Secret.Service.Lock"),
                                             QStringLiteral("['/org/freedesktop/secrets/collection/login']")});
        return call.waitForFinished() && call.exitCode() == 0;
    }

private:
    static QStringList unlockArguments()
    {
        return {QStringLiteral("--unlock"), QStringLiteral("--components=secrets")};
    }

    static bool givePassphrase(QProcess &daemon)
    {
        const bool isGiven = daemon.waitForStarted() && daemon.write("passphrase") > 0 && daemon.waitForBytesWritten();
        daemon.closeWriteChannel();
        return isGiven;
    }

    // Answers as soon as the name has an owner.
    static bool waitForService()
    {
        QProcess wait;
        wait.start(QStringLiteral("gdbus"),
                   {QStringLiteral("wait"), QStringLiteral("--session"), QStringLiteral("--timeout=10"),
                    QStringLiteral("org.freedesktop.secrets")});
        return wait.waitForFinished() && wait.exitCode() == 0;
    }

    static void stop(QProcess &process)
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(5000)) {
            process.kill();
            process.waitForFinished();
        }
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace gatehouse
