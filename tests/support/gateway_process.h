// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace gatehouse {

// The program gatehousectl, started with a configuration file of its own on free ports.
// Thread: control.
class GatewayProcess
{
public:
    // Waits for the ready line; `arguments` come behind the file and the addresses.
    explicit GatewayProcess(const QByteArray &yaml, const QStringList &arguments = {});
    ~GatewayProcess();

    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] quint16 adminPort() const { return m_adminPort; }

    [[nodiscard]] QString filePath() const { return m_folder.filePath(QStringLiteral("kong.yml")); }

    void rewrite(const QByteArray &yaml);
    void signal(int number);
    // The exit code; -1 when it does not end within twenty seconds or crashes.
    int waitForExit();
    // Reads standard error until this text was there; false after ten seconds without it.
    bool waitForMessage(const QByteArray &text);
    // Most memory it has had so far, in KiB.
    [[nodiscard]] qint64 peakMemory() const;

    // Runs the program to its end; the exit code.
    static int run(const QStringList &arguments, QByteArray *errorOutput = nullptr, QByteArray *output = nullptr);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_messages;
    quint16 m_port = 0;
    quint16 m_adminPort = 0;
};

} // namespace gatehouse
