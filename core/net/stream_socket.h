// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"
#include "core/net/poller.h"

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <span>

namespace gatehouse::net {

// What a read or write came to.
struct IoResult {
    enum class State : std::uint8_t { Ok, WouldBlock, Closed, Failed };
    State state = State::Ok;
    std::size_t bytes = 0;
};

// A non-blocking TCP descriptor watched by a poller. Closes it when destroyed.
// Thread: worker. Does NOT buffer: what a call does not take stays with the caller.
class StreamSocket
{
public:
    StreamSocket() = default;
    StreamSocket(const StreamSocket &) = delete;
    StreamSocket &operator=(const StreamSocket &) = delete;
    ~StreamSocket() { close(); }

    // Takes over an accepted descriptor and watches it for reading.
    void adopt(int descriptor, Poller &poller, ReadyListener *listener);
    // Starts connecting and watches for writing; onWritable comes when it is done or failed. False: failed at once.
    [[nodiscard]] bool connect(const Address &address, Poller &poller, ReadyListener *listener);
    // After onWritable of a connecting socket: 0, or the errno of the failure.
    [[nodiscard]] int connectError() const noexcept;

    [[nodiscard]] IoResult read(char *into, std::size_t size) noexcept;
    // Looks whether there is something to read without taking it.
    [[nodiscard]] IoResult::State peek() noexcept;
    [[nodiscard]] IoResult write(std::span<const iovec> parts) noexcept;
    // Sends FIN; reading stays possible.
    void shutdownWrite() noexcept;
    // Makes close() send RST, so that the peer cannot take a cut message for a whole one.
    void abortOnClose() noexcept;
    void close() noexcept;

    void watch(Interest interest);
    void setListener(ReadyListener *listener);

    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    int m_descriptor = -1;
    Interest m_interest = Interest::None;
    Poller *m_poller = nullptr;
    ReadyListener *m_listener = nullptr;
};

} // namespace gatehouse::net
