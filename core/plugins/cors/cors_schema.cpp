// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/cors/cors_schema.h"

#include "core/plugins/schema_parts.h"
#include "core/schema/vocabulary.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

std::optional<QString> originProblem(const QJsonValue &value)
{
    const QString origin = value.toString();
    if (origin == u'*' || !vocabulary::regexProblem(origin))
        return {};
    return u"'%1' is not a valid regex"_s.arg(origin);
}

} // namespace

PluginSchema corsPluginSchema()
{
    const QStringList methods{u"GET"_s,    u"HEAD"_s,    u"PUT"_s,   u"PATCH"_s,  u"POST"_s,
                              u"DELETE"_s, u"OPTIONS"_s, u"TRACE"_s, u"CONNECT"_s};
    PluginSchema schema = plugin(
        u"cors"_s, 2000,
        {noConsumer(), httpProtocols(),
         config({array(u"origins"_s, text({}).checked(originProblem)), texts(u"headers"_s), texts(u"exposed_headers"_s),
                 array(u"methods"_s, text({}).oneOf(methods)).by(QJsonArray::fromStringList(methods)),
                 number(u"max_age"_s), flag(u"credentials"_s, false), flag(u"private_network"_s, false),
                 flag(u"preflight_continue"_s, false)})});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Cross-origin requests");
    schema.help = QT_TRANSLATE_NOOP("schema", "Tells browsers which web pages may use a route.");
    return schema;
}

} // namespace gatehouse
