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

QList<Field> corsConfig()
{
    const QStringList methods{u"GET"_s,    u"HEAD"_s,    u"PUT"_s,   u"PATCH"_s,  u"POST"_s,
                              u"DELETE"_s, u"OPTIONS"_s, u"TRACE"_s, u"CONNECT"_s};
    return {
        array(u"origins"_s, text({}).checked(originProblem))
            .named(QT_TRANSLATE_NOOP("schema", "Origins"),
                   QT_TRANSLATE_NOOP("schema", "Web pages that may call: *, addresses or regular expressions.")),
        texts(u"headers"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Headers"),
                   QT_TRANSLATE_NOOP("schema", "Request headers a page may send; empty = those it asks for.")),
        texts(u"exposed_headers"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Exposed headers"),
                   QT_TRANSLATE_NOOP("schema", "Response headers a page may read.")),
        array(u"methods"_s, text({}).oneOf(methods))
            .by(QJsonArray::fromStringList(methods))
            .named(QT_TRANSLATE_NOOP("schema", "Methods"), QT_TRANSLATE_NOOP("schema", "Methods a page may use.")),
        number(u"max_age"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Maximum age (s)"),
                   QT_TRANSLATE_NOOP("schema", "How long a browser may remember the answer to a preflight request.")),
        flag(u"credentials"_s, false)
            .named(QT_TRANSLATE_NOOP("schema", "Credentials"),
                   QT_TRANSLATE_NOOP("schema", "Pages may send cookies and logins.")),
        flag(u"private_network"_s, false)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Private network"),
                   QT_TRANSLATE_NOOP("schema", "Public pages may call services in a private network.")),
        flag(u"preflight_continue"_s, false)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Pass preflight on"),
                   QT_TRANSLATE_NOOP("schema", "Let the service answer preflight requests.")),
    };
}

} // namespace

PluginSchema corsPluginSchema()
{
    PluginSchema schema = plugin(u"cors"_s, 2000, {noConsumer(), httpProtocols(), config(corsConfig())});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Cross-origin requests");
    schema.help = QT_TRANSLATE_NOOP("schema", "Tells browsers which web pages may use a route.");
    return schema;
}

} // namespace gatehouse
