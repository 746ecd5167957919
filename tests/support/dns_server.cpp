// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dns_server.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QNetworkProxy>
#include <QtEndian>

namespace gatehouse {

namespace {

constexpr int typeA = 1;
constexpr int typeAaaa = 28;
constexpr int typeSrv = 33;
constexpr int headerSize = 12;

void appendTwo(QByteArray &out, quint16 value)
{
    const quint16 big = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&big), 2);
}

void appendFour(QByteArray &out, quint32 value)
{
    const quint32 big = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&big), 4);
}

} // namespace

DnsServer::DnsServer()
{
    m_host.moveToThread(m_thread.get());
    m_thread->begin();
    m_host.call([this] {
        m_socket = new QUdpSocket(&m_host);
        m_socket->setProxy(QNetworkProxy::NoProxy);
        if (!m_socket->bind(QHostAddress::LocalHost, 0))
            qFatal("No port for a DNS server.");
        m_port = m_socket->localPort();
        QObject::connect(m_socket, &QUdpSocket::readyRead, m_socket, [this] { onDatagram(); });
    });
}

DnsServer::~DnsServer()
{
    m_host.call([this] { delete m_socket; });
}

void DnsServer::setAddresses(const QByteArray &name, const QList<QByteArray> &addresses, quint32 ttl)
{
    Records four{{}, ttl};
    Records six{{}, ttl};
    for (const QByteArray &text : addresses) {
        const QHostAddress address(QString::fromLatin1(text));
        if (address.protocol() == QAbstractSocket::IPv6Protocol) {
            const Q_IPV6ADDR octets = address.toIPv6Address();
            six.data << QByteArray(reinterpret_cast<const char *>(octets.c), sizeof octets.c);
            continue;
        }
        QByteArray data;
        appendFour(data, address.toIPv4Address());
        four.data << data;
    }
    const std::lock_guard lock(m_mutex);
    m_records[{name, typeA}] = four;
    m_records[{name, typeAaaa}] = six;
}

void DnsServer::setSrv(const QByteArray &name, const QList<Srv> &records, quint32 ttl)
{
    Records all{{}, ttl};
    for (const Srv &record : records) {
        QByteArray data;
        appendTwo(data, record.priority);
        appendTwo(data, record.weight);
        appendTwo(data, record.port);
        all.data << data + encodedName(record.host);
    }
    const std::lock_guard lock(m_mutex);
    m_records[{name, typeSrv}] = all;
}

void DnsServer::setFailure(int code)
{
    const std::lock_guard lock(m_mutex);
    m_failure = code;
}

void DnsServer::setSilent(bool silent)
{
    const std::lock_guard lock(m_mutex);
    m_silent = silent;
}

std::string DnsServer::address() const
{
    return "127.0.0.1:" + std::to_string(m_port);
}

int DnsServer::questions(const QByteArray &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_questions.value(name);
}

QByteArray DnsServer::encodedName(const QByteArray &name)
{
    QByteArray out;
    for (const QByteArray &label : name.split('.')) {
        out.append(static_cast<char>(label.size()));
        out.append(label);
    }
    return out.append('\0');
}

void DnsServer::onDatagram()
{
    while (m_socket->hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_socket->receiveDatagram();
        const QByteArray answer = answerTo(datagram.data());
        if (!answer.isEmpty())
            m_socket->writeDatagram(datagram.makeReply(answer));
    }
}

QByteArray DnsServer::answerTo(const QByteArray &question)
{
    QByteArray name;
    qsizetype at = headerSize;
    while (at < question.size() && question[at] != 0) {
        const qsizetype size = question[at];
        name += (name.isEmpty() ? "" : ".") + question.mid(at + 1, size);
        at += size + 1;
    }
    const int type = static_cast<unsigned char>(question.size() > at + 2 ? question[at + 2] : 0);
    const QByteArray asked = question.mid(headerSize, at + 5 - headerSize);

    const std::lock_guard lock(m_mutex);
    ++m_questions[name];
    if (m_silent)
        return {};
    const Records records = m_failure == 0 ? m_records.value({name, type}) : Records();
    const bool exists = m_records.contains({name, typeA}) || m_records.contains({name, typeSrv});
    const int code = m_failure != 0 ? m_failure : exists ? 0 : 3;
    QByteArray answer = question.left(2);
    appendTwo(answer, static_cast<quint16>(0x8180 | code));
    appendTwo(answer, 1);
    appendTwo(answer, static_cast<quint16>(records.data.size()));
    appendFour(answer, 0);
    answer += asked;
    for (const QByteArray &data : records.data) {
        appendTwo(answer, 0xC00C); // the name is the question's
        appendTwo(answer, static_cast<quint16>(type));
        appendTwo(answer, 1);
        appendFour(answer, records.ttl);
        appendTwo(answer, static_cast<quint16>(data.size()));
        answer += data;
    }
    return answer;
}

} // namespace gatehouse
