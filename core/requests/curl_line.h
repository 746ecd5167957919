// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/prepared_request.h"

#include <optional>

namespace gatehouse {

// The request that a curl command line sends. Reads the line as a shell would, with its quotes and line continuations.
// Options that do not change what is asked for are passed over, and no file is read. Nothing when it is no curl line,
// or names no URL. Thread: any.
[[nodiscard]] std::optional<RequestDraft> parseCurlLine(const QString &line);

// A word that a shell reads as the text.
[[nodiscard]] QString shellQuoted(QString text);

enum class SecretsInText { Hidden, Shown };

// The curl line that sends the request. Hidden secrets are $TOKEN, $TOKEN2…, which the shell fills in.
[[nodiscard]] QString curlLine(const PreparedRequest &request, SecretsInText secrets);

} // namespace gatehouse
