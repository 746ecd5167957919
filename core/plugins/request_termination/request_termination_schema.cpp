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

} // namespace

PluginSchema requestTerminationPluginSchema()
{
    PluginSchema schema = plugin(u"request-termination"_s, 2,
                                 {httpProtocols(), config({integer(u"status_code"_s).need().by(503).range(100, 599),
                                                           text(u"message"_s), text(u"content_type"_s), text(u"body"_s),
                                                           flag(u"echo"_s, false), headerName(u"trigger"_s)})
                                                       .checked(terminationProblem)});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Request termination");
    schema.help = QT_TRANSLATE_NOOP("schema", "Answers requests itself instead of passing them on.");
    return schema;
}

} // namespace gatehouse
