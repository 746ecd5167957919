// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/kept.h"
#include "core/declarative/yaml_writer.h"

namespace gatehouse {

// References: names in place of secrets, `{vault://env/NAME}` where Kong's schema takes a reference and decK's
// `${{ env "DECK_NAME" }}` elsewhere. Values: in clear. Dots: nothing that could be used, for a look at the text.
enum class ExportedSecrets { References, Values, Dots };

struct ExportOptions {
    Dialect dialect = Dialect::DbLess;
    ExportedSecrets secrets = ExportedSecrets::References;
    bool ids = false;
    bool defaults = false;
    QStringList tags = {}; // only what carries all of these, see selectedByTags()
};

// A document for another program, with what has to be known about it.
struct ExportedDocument {
    QByteArray text;
    QStringList variables;     // names the environment of Kong or decK must hold
    QStringList leftOut;       // what the file or the configuration holds and the target would refuse
    bool holdsSecrets = false; // somebody who reads the text can use what is in it
};

// The configuration as the target accepts it: nothing in it is unknown to Kong's schema (decK's, respectively).
// Refused (Denied, with one problem for each secret) when secrets shall be references and a Kong without a database
// would take one literally: jwt_secrets.secret, keyauth_credentials.key and their like are not `referenceable` in
// Kong's schemas, so the text of the reference would become the secret. Thread: any (reads its own copies).
Result<ExportedDocument>
exportDocument(const SchemaRegistry &registry, const Config &config, const Kept &kept, const ExportOptions &options);

// The variables with nothing behind them, to be copied to `.env` and filled in.
[[nodiscard]] QByteArray environmentExample(const QStringList &variables);

// "dbless", "deck".
[[nodiscard]] QString toText(Dialect dialect);
[[nodiscard]] std::optional<Dialect> dialectFromText(const QString &text);

} // namespace gatehouse
