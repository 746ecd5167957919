// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/listen_socket.h"
#include "core/net/poller.h"
#include "core/proxy/accepted_connection.h"

#include <chrono>
#include <functional>

namespace gatehouse {

// A port as one worker listens on it.
struct WorkerListener {
    net::ListenSocket socket;
    bool tls = false;
    std::uint32_t number = 0; // among the listeners of its port, as they were opened
};

// Station 1: takes new connections from a listening descriptor and hands them on. When descriptors run out it pauses
// for a moment and says so, instead of spinning or giving up; when the worker is full, connections wait unaccepted.
// Thread: worker. Owned by its Worker.
class Acceptor final : public net::ReadyListener, private net::Timer
{
public:
    using HandOn = std::function<void(const AcceptedConnection &accepted)>;
    using HasRoom = std::function<bool()>; // whether the worker may have one more connection

    Acceptor(WorkerListener listener, net::Poller &poller, HandOn handOn, HasRoom hasRoom);
    ~Acceptor() override;

    // Takes everything that waits: before listening ends, as what waits then is reset by the kernel.
    void acceptAll();
    // For another worker to go on with: what waits stays, nothing is lost. After this only destruction is allowed.
    [[nodiscard]] WorkerListener release();

    void onReadable() override;

    void onWritable() override {}

private:
    enum class Accepted : std::uint8_t { One, None, OutOfDescriptors };

    Accepted acceptOne();
    void complain() const;
    void stopWatching();
    void pause(std::chrono::milliseconds length);
    void expired() override; // the pause is over

    WorkerListener m_listener;
    net::Poller &m_poller;
    HandOn m_handOn;
    HasRoom m_hasRoom;
    std::uint16_t m_port;
    bool m_isPaused = false;
};

} // namespace gatehouse
