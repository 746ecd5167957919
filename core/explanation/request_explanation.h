// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse {

// One station of a request, in words.
struct ExplainedStep {
    enum class Mark { Passed, Refused, Skipped };

    Mark mark = Mark::Skipped;
    QString subject; // "Route", the name of a plugin, "Upstream"
    QString text;
    QStringList more; // what stands behind it, a line each
    double ms = -1;   // -1: not measured
};

// What happened to a request, in words, in the order it happened.
struct RequestExplanation {
    int status = 0;
    QString decidedBy; // "router", the name of a plugin, "upstream", "proxy" or "client"
    QString route;     // name of the one that took it; empty: none did
    QList<ExplainedStep> steps;
};

// Reads the trace of a request (trace_text.h); nothing when it is none. `nowSeconds` since the Unix epoch is when the
// request was made: times of tokens are told from there. Thread: any.
[[nodiscard]] std::optional<RequestExplanation> explainTrace(const QByteArray &trace, qint64 nowSeconds);

// "12 µs", "4.5 ms"; in the words and digits of the user's language.
[[nodiscard]] QString durationText(double ms);

// "✓", "✗" or "–".
[[nodiscard]] QString markText(ExplainedStep::Mark mark);

} // namespace gatehouse
