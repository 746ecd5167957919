// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/redacted_names.h"
#include "core/requests/prepared_request.h"

#include <QStringList>

namespace gatehouse {

// A draft without what says who the client is: values of headers and query arguments, and the choice of a credential.
struct PublicDraft {
    RequestDraft draft;
    QStringList leftOut; // names of the headers and arguments
};

// `names` count besides the usual headers. Thread: any.
[[nodiscard]] PublicDraft withoutSecrets(RequestDraft draft, const RedactedNames &names);

// Adds to the secrets of a request those that were typed into it.
void noteTypedSecrets(PreparedRequest &request, const RedactedNames &names);

[[nodiscard]] bool isSecretHeader(const QString &name, const RedactedNames &names);
// "apikey=abc"
[[nodiscard]] bool isSecretArgument(const QString &argument, const RedactedNames &names);

} // namespace gatehouse
