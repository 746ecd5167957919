// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gatehouse::net {

// Host names to addresses, without blocking: QHostInfo asks in its own threads, answers are kept for a while.
// Names asked for while a look-up is under way share its answer.
// Thread: worker. Lives as long as its worker.
class Resolver : public QObject
{
    Q_OBJECT
public:
    using Addresses = std::vector<Address>; // port 0; empty = the name does not exist or has no address
    using Answer = std::function<void(const Addresses &)>;

    explicit Resolver(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    // Addresses known now, or null when they have to be asked for. `now` is the loop's steady time in ns.
    [[nodiscard]] const Addresses *known(const std::string &host, std::int64_t now) const;
    // Calls `answer` later, on this thread.
    void ask(const std::string &host, std::int64_t now, Answer answer);

    static constexpr std::chrono::seconds keepsAnswers{30};
    static constexpr std::chrono::seconds keepsFailures{1};

private:
    struct Entry {
        Addresses addresses;
        std::int64_t validUntil = 0;
        std::vector<Answer> waiting;
        bool asked = false;
    };

    void answered(const std::string &host, Addresses addresses, std::int64_t asked);

    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace gatehouse::net
