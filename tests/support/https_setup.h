// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_authority.h"

#include <QByteArray>

namespace gatehouse {

inline QByteArray yamlBlock(const QByteArray &pem)
{
    return "    " + pem.trimmed().replace("\n", "\n    ") + "\n";
}

inline QByteArray certificateRow(const char *id, const TestAuthority::Issued &issued)
{
    return QByteArray("- id: ") + id + "\n  cert: |\n" + yamlBlock(issued.certificate) + "  key: |\n" +
           yamlBlock(issued.key);
}

// One https service behind an upstream entity, which makes the name that is asked for independent of the address.
struct HttpsSetup {
    QByteArray hostHeader = "good.test";
    QByteArray fields;         // of the service, each a line with its indentation
    QByteArray upstreamFields; // of the upstream
    QByteArray routeFields;
    QByteArray more; // further tables

    [[nodiscard]] QByteArray document(quint16 port) const
    {
        return "_format_version: \"3.0\"\nservices:\n- name: s\n  protocol: https\n  host: up\n  port: 443\n" + fields +
               "  routes:\n  - name: r\n    paths: [\"/\"]\n    strip_path: false\n" + routeFields +
               "upstreams:\n- name: up\n  host_header: " + hostHeader + "\n" + upstreamFields +
               "  targets:\n  - target: 127.0.0.1:" + QByteArray::number(port) + "\n" + more;
    }
};

} // namespace gatehouse
