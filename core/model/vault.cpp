// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vault.h"

#include "core/schema/fields.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

RecordSchema vaultSchema()
{
    Field prefix = text(u"prefix"_s).need().once().matching(u"^[a-z][a-z%d-]-[a-z%d]+$"_s);
    prefix.uniqueAcrossWorkspaces = true;
    prefix.rules.notOneOf = {u"env"_s};
    Field config = record(u"config"_s, QList<Field>{});
    config.record = nullptr;
    config.required.reset();
    config.abstract = true;

    RecordSchema schema;
    schema.name = u"vaults"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Vault");
    schema.endpointKey = u"prefix"_s;
    schema.cacheKey = {u"prefix"_s};
    schema.subschemaKey = u"name"_s;
    schema.subschemaError = u"vault '%s' is not installed"_s;
    schema.fields = {
        id(),
        prefix.named(QT_TRANSLATE_NOOP("schema", "Prefix"),
                     QT_TRANSLATE_NOOP("schema", "The name references use: {vault://prefix/secret}.")),
        text(u"name"_s).need().named(QT_TRANSLATE_NOOP("schema", "Kind"),
                                     QT_TRANSLATE_NOOP("schema", "Where secrets are kept; env = environment.")),
        text(u"description"_s).named(QT_TRANSLATE_NOOP("schema", "Description"), ""),
        config,
        createdAt(),
        updatedAt(),
        tags(),
    };
    return schema;
}

RecordSchema envVaultSchema()
{
    RecordSchema schema;
    schema.name = u"env"_s;
    schema.fields = {
        record(u"config"_s, {text(u"prefix"_s)
                                 .matching(u"^[%a_-][%a%d_-]*$"_s)
                                 .named(QT_TRANSLATE_NOOP("schema", "Variable prefix"),
                                        QT_TRANSLATE_NOOP("schema", "Put in front of the name of the variable."))})};
    return schema;
}

} // namespace gatehouse
