// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explanation/request_explanation.h"
#include "core/requests/prepared_request.h"

namespace gatehouse {

// What a request or an answer holds must not speak to the terminal (CWE-150).
[[nodiscard]] QString printable(QString line);

// What is to be printed about an explained request.
struct ExplainedRequest {
    const PreparedRequest &request;
    const QString &consumer;  // named by --as; empty without
    const QStringList &notes; // about its credentials
    const QByteArray &trace;
    const RequestExplanation &explanation;
};

// A line for each station, the status at the end.
[[nodiscard]] QString explanationText(const ExplainedRequest &explained);

// {"schema": 1, "request", "as", "credentials", "status", "decided_by", "explanation": [{"station", "verdict", "text",
// "more", "ms"}], "trace"}; "verdict" is passed, refused or not reached.
[[nodiscard]] QByteArray explanationJson(const ExplainedRequest &explained);

} // namespace gatehouse
