// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_process.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>

#include <csignal>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int patience = 20000; // ms

QString program()
{
    return QStringLiteral(GATEHOUSE_BINARY_DIR "/gatehousectl");
}

quint16 portIn(const QString &line, const QString &name)
{
    const QRegularExpression pattern(name + u"=\\S*:(\\d+)"_s);
    return pattern.match(line).captured(1).toUShort();
}

} // namespace

GatewayProcess::GatewayProcess(const QByteArray &yaml, const QStringList &arguments)
{
    rewrite(yaml);
    const QString anyPort = u"127.0.0.1:0"_s;
    m_process.start(program(),
                    QStringList{u"start"_s, filePath(), u"--proxy-listen"_s, anyPort, u"--admin-listen"_s, anyPort} +
                        arguments);
    QByteArray ready;
    while (!ready.contains('\n') && m_process.waitForReadyRead(patience))
        ready += m_process.readAllStandardOutput();
    m_port = portIn(QString::fromUtf8(ready), u"proxy"_s);
    m_adminPort = portIn(QString::fromUtf8(ready), u"admin"_s);
    if (m_port == 0)
        qFatal("%s", m_process.readAllStandardError().constData());
}

GatewayProcess::~GatewayProcess()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void GatewayProcess::rewrite(const QByteArray &yaml)
{
    QFile file(filePath());
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size())
        qFatal("Cannot write %s", qUtf8Printable(filePath()));
}

void GatewayProcess::signal(int number)
{
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

int GatewayProcess::waitForExit()
{
    const bool ended = m_process.waitForFinished(patience) || m_process.state() == QProcess::NotRunning;
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

bool GatewayProcess::waitForMessage(const QByteArray &text)
{
    const QDeadlineTimer deadline(10000);
    m_process.setReadChannel(QProcess::StandardError);
    while (!m_messages.contains(text)) {
        m_messages += m_process.readAllStandardError();
        if (m_messages.contains(text))
            return true;
        if (deadline.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return false;
    }
    return true;
}

qint64 GatewayProcess::peakMemory() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QRegularExpression pattern(u"VmHWM:\\s+(\\d+)"_s);
    return pattern.match(QString::fromUtf8(status.readAll())).captured(1).toLongLong();
}

int GatewayProcess::run(const QStringList &arguments, QByteArray *errorOutput, QByteArray *output)
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    if (errorOutput)
        *errorOutput = process.readAllStandardError();
    if (output)
        *output = process.readAllStandardOutput();
    return process.exitCode();
}

} // namespace gatehouse
