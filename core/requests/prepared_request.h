// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/requests/request_draft.h"

#include <QByteArray>

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

// A request as it goes over the wire, to be explained. Thread: any (plain value).
struct PreparedRequest {
    QByteArray method;
    QByteArray url;
    Endpoint endpoint;    // that the URL names
    QByteArray authority; // host and port as they stand in the URL
    QByteArray target;    // path and query as they stand in the URL
    QList<RequestField> fields;
    QByteArray body;
    QList<QByteArray> secrets; // credentials among its fields and arguments, as they are sent

    [[nodiscard]] bool hasField(const QByteArray &name) const;
    void addQueryArgument(const QByteArray &name, const QByteArray &value);
    // The URL with what was added to its query.
    [[nodiscard]] QByteArray wholeUrl() const;
    // As it goes over the wire, asking for its trace; the connection ends with the answer.
    [[nodiscard]] QByteArray bytes() const;
};

// Where a text is to be sent that has no scheme and host: "http://127.0.0.1:8000".
inline constexpr auto usualBase = "http://127.0.0.1:8000";

// A URL as it may be typed: whole, without its scheme, or a path below `base`.
[[nodiscard]] QString wholeUrl(const QString &typed, const QString &base);

// The request without its credentials. Fails with what is wrong with the draft (ErrorKind::Invalid).
[[nodiscard]] Result<PreparedRequest> prepareRequest(const RequestDraft &draft,
                                                     const QString &base = QString::fromLatin1(usualBase));

} // namespace gatehouse
