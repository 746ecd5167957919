// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse {

struct RequestField {
    QByteArray name;
    QByteArray value;
};

// Where a program on this machine or elsewhere listens.
struct Endpoint {
    QString host;
    quint16 port = 0;
    bool tls = false;
};

// A request that is sent to be explained.
struct ExplainRequest {
    QByteArray method;
    QByteArray url;
    Endpoint endpoint;    // that the URL names
    QByteArray authority; // host and port as they stand in the URL
    QByteArray target;    // path and query as they stand in the URL
    QList<RequestField> fields;
    QByteArray body;

    [[nodiscard]] bool hasField(const QByteArray &name) const;
    void addQueryArgument(const QByteArray &name, const QByteArray &value);
    // As it goes over the wire, asking for its trace; the connection ends with the answer.
    [[nodiscard]] QByteArray bytes() const;
};

// From METHOD, URL ("http://localhost:8000/orders" or "/orders"), -H texts ("name: value") and a body. Fails with what
// is wrong with the usage.
[[nodiscard]] Result<ExplainRequest>
makeExplainRequest(const QString &method, const QString &url, const QStringList &headers, const QByteArray &body);

} // namespace gatehouse
