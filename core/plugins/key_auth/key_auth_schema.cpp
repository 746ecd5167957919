// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/key_auth/key_auth_schema.h"

#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

QList<Field> keyAuthConfig()
{
    return {
        array(u"key_names"_s, headerName({}))
            .need()
            .by(QJsonArray{u"apikey"_s})
            .named(QT_TRANSLATE_NOOP("schema", "Key names"),
                   QT_TRANSLATE_NOOP("schema", "Headers, query parameters or form fields that carry the key.")),
        flag(u"hide_credentials"_s, false)
            .named(QT_TRANSLATE_NOOP("schema", "Hide credentials"),
                   QT_TRANSLATE_NOOP("schema", "Remove the key before forwarding.")),
        text(u"anonymous"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Anonymous consumer"),
                   QT_TRANSLATE_NOOP("schema", "Requests without a valid key pass as this consumer (id or name).")),
        flag(u"key_in_header"_s, true).named(QT_TRANSLATE_NOOP("schema", "Key in header"), ""),
        flag(u"key_in_query"_s, true).named(QT_TRANSLATE_NOOP("schema", "Key in query"), ""),
        flag(u"key_in_body"_s, false).named(QT_TRANSLATE_NOOP("schema", "Key in body"), ""),
        flag(u"run_on_preflight"_s, true)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Run on preflight"),
                   QT_TRANSLATE_NOOP("schema", "Ask for a key on OPTIONS requests too.")),
        text(u"realm"_s)
            .optional()
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Realm"),
                   QT_TRANSLATE_NOOP("schema", "Named in the WWW-Authenticate header.")),
    };
}

} // namespace

PluginSchema keyAuthPluginSchema()
{
    PluginSchema schema = plugin(u"key-auth"_s, 1250, {noConsumer(), httpProtocols(), config(keyAuthConfig())});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Key authentication");
    schema.help = QT_TRANSLATE_NOOP("schema", "Lets only requests with a known API key through.");
    return schema;
}

RecordSchema keyAuthCredentialSchema()
{
    RecordSchema schema;
    schema.name = u"keyauth_credentials"_s;
    schema.adminName = u"key-auths"_s;
    schema.adminNestedName = u"key-auth"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "API key");
    schema.endpointKey = u"key"_s;
    schema.cacheKey = {u"key"_s};
    schema.hasTtl = true;
    schema.pluginOwned = true;
    schema.fields = {
        id(),
        createdAt(),
        owner(),
        text(u"key"_s).optional().once().automatic().hidden().named(
            QT_TRANSLATE_NOOP("schema", "Key"), QT_TRANSLATE_NOOP("schema", "The API key; empty = a random one.")),
        tags(),
    };
    return schema;
}

} // namespace gatehouse
