// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/request_termination/request_termination_schema.h"

#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

std::optional<QString> terminationProblem(const QJsonValue &value)
{
    const QJsonObject config = value.toObject();
    const auto isSet = [&](QLatin1StringView key) { return config.value(key).isString(); };
    if (isSet("message"_L1) && (isSet("content_type"_L1) || isSet("body"_L1)))
        return u"message cannot be used with content_type or body"_s;
    if (isSet("content_type"_L1) && !isSet("body"_L1))
        return u"content_type requires a body"_s;
    if (config.value("echo"_L1).toBool() && (isSet("content_type"_L1) || isSet("body"_L1)))
        return u"echo cannot be used with content_type and body"_s;
    return {};
}

QList<Field> terminationConfig()
{
    return {
        integer(u"status_code"_s)
            .need()
            .by(503)
            .range(100, 599)
            .named(QT_TRANSLATE_NOOP("schema", "Status"), QT_TRANSLATE_NOOP("schema", "Status of the answer.")),
        text(u"message"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Message"),
                   QT_TRANSLATE_NOOP("schema", "Sent as JSON; not together with a body of your own.")),
        text(u"content_type"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Content type"),
                   QT_TRANSLATE_NOOP("schema", "Of the body below; needs one.")),
        text(u"body"_s).named(QT_TRANSLATE_NOOP("schema", "Body"), QT_TRANSLATE_NOOP("schema", "Sent as it is.")),
        flag(u"echo"_s, false)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Echo"),
                   QT_TRANSLATE_NOOP("schema", "Answer with a copy of the request, for debugging.")),
        headerName(u"trigger"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Trigger"),
                   QT_TRANSLATE_NOOP("schema", "Only requests with this header or query parameter are answered.")),
    };
}

} // namespace

PluginSchema requestTerminationPluginSchema()
{
    PluginSchema schema =
        plugin(u"request-termination"_s, 2, {httpProtocols(), config(terminationConfig()).checked(terminationProblem)});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Request termination");
    schema.help = QT_TRANSLATE_NOOP("schema", "Answers requests itself instead of passing them on.");
    return schema;
}

} // namespace gatehouse
