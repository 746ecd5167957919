// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/gateway_fixture.h"

#include <QRegularExpression>
#include <QSet>

#include <memory>
#include <vector>

namespace gatehouse {

// A gateway with an upstream "u.test" of several recording upstreams behind routes "/r" and "/users/<user>/".
// Thread: control.
struct UpstreamGroup {
    std::vector<std::unique_ptr<RecordingUpstream>> upstreams;
    QList<quint16> ports;
    GatewayFixture gateway;

    explicit UpstreamGroup(int count, int workers = 1)
        : gateway(workers)
    {
        for (int i = 0; i < count; ++i) {
            upstreams.push_back(std::make_unique<RecordingUpstream>());
            ports << upstreams.back()->port();
        }
    }

    // `rule` are further fields of the upstream, lines after the first with two spaces of indentation; `services` are
    // further ones. The problem's text, or nothing.
    QString load(const QByteArray &rule,
                 const QList<int> &weights,
                 const QByteArray &services = {},
                 const QByteArray &serviceFields = {})
    {
        QByteArray yaml = "_format_version: \"3.0\"\nupstreams:\n- name: u.test\n";
        if (!rule.isEmpty())
            yaml += "  " + rule + "\n";
        yaml += "  targets:\n";
        for (qsizetype i = 0; i < weights.size(); ++i)
            yaml += "  - target: " + target(i) + "\n    weight: " + QByteArray::number(weights[i]) + "\n";
        yaml += "services:\n- name: s\n  host: u.test\n" + serviceFields +
                "  routes:\n  - name: r\n    paths: [/r, '~/users/(?<user>[^/]+)/']\n" + services;
        return gateway.load(yaml);
    }

    [[nodiscard]] QByteArray target(qsizetype index) const { return "127.0.0.1:" + QByteArray::number(ports[index]); }

    // From now on its port refuses connections.
    void stop(std::size_t index) { upstreams[index].reset(); }

    // Requests that each of them got.
    [[nodiscard]] QList<int> counts() const
    {
        QList<int> list;
        for (const auto &upstream : upstreams)
            list << (upstream ? static_cast<int>(upstream->requests().size()) : 0);
        return list;
    }

    // Which one differs, -1 when it is none or several.
    static qsizetype onlyDifference(const QList<int> &before, const QList<int> &after)
    {
        qsizetype found = -1;
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (before[i] == after[i])
                continue;
            if (found >= 0)
                return -1;
            found = i;
        }
        return found;
    }
};

} // namespace gatehouse
