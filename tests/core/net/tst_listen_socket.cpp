// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/listen_socket.h"

#include <QTcpSocket>
#include <QTest>

#include <optional>
#include <set>
#include <vector>

using namespace gatehouse;
using net::Address;
using net::ListenSocket;

class TestListenSocket : public QObject
{
    Q_OBJECT

private slots:
    void sharesOnePortAmongItsOwn();
    void isToldOfAnAddressThatIsTaken();
    void freesItsAddress();
};

namespace {

Result<std::vector<ListenSocket>> open(std::uint16_t port, std::size_t count)
{
    Result<ListenSocket> first = ListenSocket::open(*Address::fromLiteral("127.0.0.1", port));
    if (!first)
        return first.error();
    std::vector<ListenSocket> sockets;
    sockets.push_back(std::move(*first));
    while (sockets.size() < count) {
        Result<ListenSocket> next = sockets.front().sibling();
        if (!next)
            return next.error();
        sockets.push_back(std::move(*next));
    }
    return sockets;
}

} // namespace

void TestListenSocket::sharesOnePortAmongItsOwn()
{
    const auto sockets = open(0, 3);
    QVERIFY(sockets);
    QCOMPARE(sockets->size(), std::size_t(3));
    std::set<int> descriptors;
    for (const ListenSocket &socket : *sockets) {
        QCOMPARE(socket.port(), sockets->front().port());
        descriptors.insert(socket.descriptor());
    }
    QCOMPARE(descriptors.size(), std::size_t(3));
}

// Also by one that would share it: two programs on one address would each get some of the connections.
void TestListenSocket::isToldOfAnAddressThatIsTaken()
{
    const auto sockets = open(0, 2);
    QVERIFY(sockets);
    const auto second = open(sockets->front().port(), 2);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Io);
    QVERIFY(!second.error().message.isEmpty());
}

void TestListenSocket::freesItsAddress()
{
    auto sockets = open(0, 2);
    QVERIFY(sockets);
    const std::uint16_t port = sockets->front().port();
    QTcpSocket client;
    client.connectToHost(QStringLiteral("127.0.0.1"), port);
    QVERIFY(client.waitForConnected());
    sockets->clear();
    QVERIFY(open(port, 1));
}

QTEST_GUILESS_MAIN(TestListenSocket)
#include "tst_listen_socket.moc"
