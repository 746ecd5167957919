// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace gatehouse {

class Config;
struct TrafficRecord;

// What the answer to a request shall be.
struct Expectation {
    int status = 0;     // 0: any
    QString route = {}; // name of the route that takes it; empty: any

    [[nodiscard]] bool isEmpty() const { return status == 0 && route.isEmpty(); }

    bool operator==(const Expectation &) const = default;
};

// A request as a person writes it down, before it has credentials. Thread: any (plain value).
struct RequestDraft {
    QString method = QStringLiteral("GET");
    QString url = {}; // or only its path, which is asked of the gateway
    QList<std::pair<QString, QString>> headers = {};
    QString body = {};
    QString consumer = {};   // whose credentials it gets, by username, custom id or id; empty: nobody's
    QString credential = {}; // id of the only one it gets; empty: those that the route asks for
    bool isRaw = false;      // nothing is added to it
    Expectation expected = {};

    bool operator==(const RequestDraft &) const = default;
};

// A request that the route is for, by its first method, host, path and headers; the URL is a path.
[[nodiscard]] RequestDraft draftForRoute(const QJsonObject &route);

// A request like one that was recorded, as the same consumer, with the host and the headers that its route asks for;
// more is not recorded. Nothing when its path was too long to be.
[[nodiscard]] std::optional<RequestDraft> draftForRecord(const TrafficRecord &record, const Config &config);

} // namespace gatehouse
