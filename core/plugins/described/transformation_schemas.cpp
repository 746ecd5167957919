// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"
#include "core/schema/vocabulary.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

using Problem = std::optional<QString>;

QString pairPattern()
{
    return u"^[^:]+:.*$"_s;
}

Field list(const QString &key)
{
    return texts(key).need().by(QJsonArray());
}

Field listOf(const QString &key, const Field &element)
{
    return array(key, element).need().by(QJsonArray());
}

bool isHeader(const QString &name)
{
    return !vocabulary::headerName(name);
}

Problem headerProblem(const QString &name)
{
    if (isHeader(name))
        return {};
    return u"'%1' is not a valid header"_s.arg(name);
}

Problem namedHeader(const QJsonValue &value)
{
    return headerProblem(value.toString().section(u':', 0, 0));
}

Problem headerPair(const QJsonValue &value)
{
    if (Problem problem = namedHeader(value))
        return problem;
    return headerProblem(value.toString().section(u':', 1));
}

// A template must close what it opens: "$(" ... ")".
Problem namedTemplate(const QJsonValue &value)
{
    const QString name = value.toString().section(u':', 0, 0);
    const QString content = value.toString().section(u':', 1);
    if (content.isEmpty())
        return u"key '%1' has no value"_s.arg(name);
    if (content.count("$("_L1) > content.count(u')'))
        return u"value '%1' is not in supported format, error:unclosed expression"_s.arg(content);
    return {};
}

Field headerPairs(Check check)
{
    return listOf(u"headers"_s, text({}).matching(pairPattern()).checked(std::move(check)));
}

Field requestAction(const QString &key, bool withUri)
{
    QList<Field> members{listOf(u"body"_s, text({}).checked(namedTemplate)), headerPairs(namedHeader),
                         listOf(u"querystring"_s, text({}).checked(namedTemplate))};
    if (withUri)
        members << text(u"uri"_s);
    return record(key, members);
}

PluginSchema requestTransformer()
{
    return plugin(
        u"request-transformer"_s, 801,
        {allProtocols(),
         config({httpMethod(u"http_method"_s),
                 record(u"remove"_s, {list(u"body"_s), list(u"headers"_s), list(u"querystring"_s)}),
                 record(u"rename"_s, {listOf(u"body"_s, text({}).checked(namedTemplate)), headerPairs(headerPair),
                                      listOf(u"querystring"_s, text({}).checked(namedTemplate))}),
                 requestAction(u"replace"_s, true), requestAction(u"add"_s, false),
                 requestAction(u"append"_s, false)})});
}

Field responseAction(const QString &key)
{
    const Field pair = text({}).matching(pairPattern());
    return record(key, {listOf(u"json"_s, pair),
                        listOf(u"json_types"_s, text({}).oneOf({u"boolean"_s, u"number"_s, u"string"_s})),
                        listOf(u"headers"_s, pair)});
}

PluginSchema responseTransformer()
{
    return plugin(
        u"response-transformer"_s, 800,
        {httpProtocols(),
         config({record(u"remove"_s, {list(u"json"_s), list(u"headers"_s)}),
                 record(u"rename"_s, {listOf(u"json"_s, text({}).matching(pairPattern())), headerPairs(headerPair)}),
                 responseAction(u"replace"_s), responseAction(u"add"_s), responseAction(u"append"_s)})});
}

PluginSchema correlationId()
{
    return plugin(
        u"correlation-id"_s, 100001,
        {httpProtocols(),
         config({text(u"header_name"_s).by(u"Kong-Request-ID"_s),
                 textOf(u"generator"_s, {u"uuid"_s, u"uuid#counter"_s, u"tracker"_s}, u"uuid#counter"_s).need(),
                 flag(u"echo_downstream"_s, false)})});
}

PluginSchema grpcGateway()
{
    return plugin(u"grpc-gateway"_s, 998, {allProtocols(), config({text(u"proto"_s).optional()})});
}

PluginSchema grpcWeb()
{
    return plugin(u"grpc-web"_s, 3,
                  {allProtocols(), config({text(u"proto"_s).optional(), boolean(u"pass_stripped_path"_s).optional(),
                                           text(u"allow_origin_header"_s).optional().by(u"*"_s)})});
}

PluginSchema functionPlugin(const QString &name, int priority)
{
    const QStringList phases{u"certificate"_s,   u"rewrite"_s,     u"access"_s,
                             u"header_filter"_s, u"body_filter"_s, u"log"_s};
    QList<Field> chunks;
    for (const QString &phase : phases)
        chunks << luaChunks(phase, name);
    return plugin(name, priority, {noConsumer(), allProtocols(), config(chunks)},
                  {checks::atLeastOneOf(inConfig(phases))});
}

} // namespace

QList<PluginSchema> transformationPluginSchemas()
{
    return {requestTransformer(),
            responseTransformer(),
            correlationId(),
            grpcGateway(),
            grpcWeb(),
            functionPlugin(u"pre-function"_s, 1000000),
            functionPlugin(u"post-function"_s, -1000)};
}

} // namespace gatehouse
