// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/upstream_test.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace gatehouse {

UpstreamTest::UpstreamTest(QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(timeLimit);
    connect(&m_limit, &QTimer::timeout, this, &UpstreamTest::onTimeout);
    connect(&m_socket, &QSslSocket::connected, this, &UpstreamTest::onConnected);
    connect(&m_socket, &QSslSocket::encrypted, this, &UpstreamTest::onEncrypted);
    connect(&m_socket, &QSslSocket::readyRead, this, &UpstreamTest::onData);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &UpstreamTest::onError);
}

UpstreamTest::~UpstreamTest()
{
    m_step = Step::Idle; // what the socket still says is for nobody
    QHostInfo::abortHostLookup(m_lookup);
}

void UpstreamTest::start(const Target &target)
{
    cancel();
    m_target = target;
    m_times.clear();
    m_step = Step::Name;
    m_since.start();
    m_limit.start();
    m_lookup = QHostInfo::lookupHost(target.host, this, &UpstreamTest::onName);
}

void UpstreamTest::cancel()
{
    if (isRunning())
        finish(Verdict::Cancelled, tr("Cancelled."));
}

QString UpstreamTest::place() const
{
    return u"%1:%2"_s.arg(m_target.host).arg(m_target.port);
}

void UpstreamTest::pass(const QString &what)
{
    m_times << tr("%1 %2 ms").arg(what).arg(m_since.restart());
    emit progress(m_times.join(u", "_s));
}

void UpstreamTest::onName(const QHostInfo &info)
{
    if (m_step != Step::Name)
        return;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        finish(Verdict::Misconfigured,
               tr("Config wrong: there is no host %1. Check the spelling, or make an upstream of that name.")
                   .arg(m_target.host));
        return;
    }
    pass(tr("DNS"));
    m_step = Step::Connecting;
    m_socket.connectToHost(info.addresses().first().toString(), m_target.port);
}

void UpstreamTest::onConnected()
{
    if (m_step != Step::Connecting)
        return;
    pass(tr("connect"));
    if (!m_target.tls) {
        ask();
        return;
    }
    m_step = Step::Handshake;
    m_socket.setPeerVerifyName(m_target.host);
    m_socket.setPeerVerifyMode(m_target.verifiesCertificate ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    m_socket.startClientEncryption();
}

void UpstreamTest::onEncrypted()
{
    if (m_step != Step::Handshake)
        return;
    pass(tr("TLS"));
    ask();
}

void UpstreamTest::ask()
{
    m_step = Step::Answer;
    const QString path = m_target.path.isEmpty() ? u"/"_s : m_target.path;
    m_socket.write(u"HEAD %1 HTTP/1.1\r\nHost: %2\r\nConnection: close\r\n\r\n"_s.arg(path, place()).toUtf8());
}

void UpstreamTest::onData()
{
    if (m_step != Step::Answer)
        return;
    pass(tr("first byte"));
    const QByteArray line = m_socket.readLine().trimmed();
    const QList<QByteArray> words = line.split(' ');
    if (!line.startsWith("HTTP/1.")) {
        finish(Verdict::Misconfigured,
               m_target.tls
                   ? tr("Config wrong: what answers at %1 does not speak HTTP/1.1.").arg(place())
                   : tr("Config wrong: what answers at %1 does not speak plain HTTP; try https.").arg(place()));
        return;
    }
    const int status = words.value(1).toInt();
    const QString hint = status == 400 && !m_target.tls ? tr(" If it expects https, change the protocol.") : QString();
    finish(Verdict::Answered, tr("Reachable: answered %1.").arg(status) + hint + u' ' + m_times.join(u", "_s));
}

void UpstreamTest::onError()
{
    switch (m_step) {
    case Step::Connecting:
        finish(Verdict::Unreachable, m_socket.error() == QAbstractSocket::ConnectionRefusedError
                                         ? tr("Backend unreachable: nothing listens at %1.").arg(place())
                                         : tr("Backend unreachable: %1.").arg(m_socket.errorString()));
        return;
    case Step::Handshake:
        finish(Verdict::Misconfigured,
               tr("Config wrong: TLS with %1 fails (%2). If the backend speaks plain HTTP, use http.")
                   .arg(place(), m_socket.errorString()));
        return;
    case Step::Answer:
        if (m_socket.bytesAvailable() > 0)
            return;
        finish(m_target.tls ? Verdict::Unreachable : Verdict::Misconfigured,
               m_target.tls
                   ? tr("Backend unreachable: %1 closes the connection without an answer.").arg(place())
                   : tr("Config wrong: %1 closes the connection at a plain HTTP request; try https.").arg(place()));
        return;
    case Step::Idle:
    case Step::Name:
        return;
    }
}

void UpstreamTest::onTimeout()
{
    if (m_step == Step::Handshake) {
        finish(Verdict::Misconfigured,
               tr("Config wrong: %1 is connected and does not answer in TLS. If it speaks plain HTTP, use http.")
                   .arg(place()));
        return;
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(timeLimit).count();
    finish(Verdict::Unreachable,
           m_step == Step::Answer
               ? tr("Backend unreachable: %1 is connected and says nothing for %2 s.").arg(place()).arg(seconds)
               : tr("Backend unreachable: no connection to %1 within %2 s.").arg(place()).arg(seconds));
}

void UpstreamTest::finish(Verdict verdict, const QString &text)
{
    m_step = Step::Idle;
    m_limit.stop();
    QHostInfo::abortHostLookup(m_lookup);
    m_socket.abort();
    emit finished(verdict, text);
}

} // namespace gatehouse
