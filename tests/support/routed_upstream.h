// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/gateway_fixture.h"

namespace gatehouse {

// A gateway whose only route sends every path to a recording upstream, unchanged.
// Thread: control.
struct RoutedUpstream {
    RecordingUpstream upstream;
    GatewayFixture gateway;

    // Further fields of the service and of the route, each a line of YAML without indentation.
    explicit RoutedUpstream(const QList<QByteArray> &serviceFields = {}, const QList<QByteArray> &routeFields = {})
    {
        const QString problem = gateway.load(documentFor(upstream.port(), serviceFields, routeFields));
        if (!problem.isEmpty())
            qFatal("%s", qUtf8Printable(problem));
    }

    static QByteArray
    documentFor(quint16 port, const QList<QByteArray> &serviceFields, const QList<QByteArray> &routeFields)
    {
        QByteArray yaml =
            "_format_version: \"3.0\"\nservices:\n- name: s\n  url: http://127.0.0.1:" + QByteArray::number(port) +
            "\n";
        for (const QByteArray &field : serviceFields)
            yaml += "  " + field + "\n";
        yaml += "  routes:\n  - name: r\n    paths: [\"/\"]\n    strip_path: false\n";
        for (const QByteArray &field : routeFields)
            yaml += "    " + field + "\n";
        return yaml;
    }
};

} // namespace gatehouse
