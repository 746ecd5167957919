// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

constexpr int defaultBodySize = 8 * 1024; // bytes

Field plainText(const QString &key)
{
    return text(key).optional();
}

Field secretText(const QString &key)
{
    Field field = plainText(key).vaultable().hidden();
    field.encrypted = true;
    return field;
}

Field bodySize()
{
    return integer(u"max_request_body_size"_s).by(defaultBodySize).above(0);
}

Field authentication()
{
    return record(u"auth"_s,
                  {plainText(u"header_name"_s).vaultable(), secretText(u"header_value"_s),
                   plainText(u"param_name"_s).vaultable(), secretText(u"param_value"_s),
                   plainText(u"param_location"_s).oneOf({u"query"_s, u"body"_s}),
                   option(u"gcp_use_service_account"_s, false).optional(),
                   plainText(u"gcp_service_account_json"_s).vaultable().hidden(), secretText(u"aws_access_key_id"_s),
                   secretText(u"aws_secret_access_key"_s), option(u"allow_override"_s, false).optional()})
        .optional();
}

Field modelOptions()
{
    return record(u"options"_s,
                  {integer(u"max_tokens"_s).optional(), number(u"input_cost"_s).optional().above(0),
                   number(u"output_cost"_s).optional().above(0), number(u"temperature"_s).optional().range(0, 5),
                   number(u"top_p"_s).optional().range(0, 1), integer(u"top_k"_s).optional().range(0, 500),
                   plainText(u"anthropic_version"_s), plainText(u"azure_instance"_s),
                   plainText(u"azure_api_version"_s).by(u"2023-05-15"_s), plainText(u"azure_deployment_id"_s),
                   plainText(u"llama2_format"_s).oneOf({u"raw"_s, u"openai"_s, u"ollama"_s}),
                   plainText(u"mistral_format"_s).oneOf({u"openai"_s, u"ollama"_s}), url(u"upstream_url"_s).optional(),
                   plainText(u"upstream_path"_s),
                   record(u"gemini"_s,
                          {plainText(u"api_endpoint"_s), plainText(u"project_id"_s), plainText(u"location_id"_s)},
                          {checks::mutuallyRequired({u"api_endpoint"_s, u"project_id"_s, u"location_id"_s})})
                       .optional(),
                   record(u"bedrock"_s, {plainText(u"aws_region"_s)}).optional(),
                   record(u"huggingface"_s,
                          {option(u"use_cache"_s, false).optional(), option(u"wait_for_model"_s, false).optional()})
                       .optional()})
        .optional();
}

Field model()
{
    const QStringList providers{u"openai"_s, u"azure"_s,  u"anthropic"_s, u"cohere"_s,     u"mistral"_s,
                                u"llama2"_s, u"gemini"_s, u"bedrock"_s,   u"huggingface"_s};
    return record(u"model"_s, {text(u"provider"_s).need().oneOf(providers), plainText(u"name"_s), modelOptions()});
}

EntityCheck providerNeeds(const QStringList &providers, const QStringList &fields, const QString &error)
{
    EntityCheck check;
    check.kind = EntityCheck::Kind::ConditionalAtLeastOneOf;
    check.ifField = u"model.provider"_s;
    check.ifMatch = checks::isOneOf(providers);
    check.thenAtLeastOneOf = fields;
    check.thenError = error;
    check.runWithMissingFields = true;
    check.runWithInvalidFields = true;
    return check;
}

EntityCheck optionFor(const QString &provider, const QString &option)
{
    return providerNeeds({provider}, {u"model.options."_s + option}, u"must set %s for "_s + provider + u" provider"_s);
}

std::optional<QString> statisticsProblem(const QJsonObject &config)
{
    const QString provider = config.value("model"_L1).toObject().value("provider"_L1).toString();
    const QString routeType = config.value("route_type"_L1).toString();
    const bool wanted = config.value("logging"_L1).toObject().value("log_statistics"_L1).toBool();
    if (!wanted || routeType != "llm/v1/completions"_L1 || provider != "anthropic"_L1)
        return {};
    return u"%1 does not support statistics when route_type is %2"_s.arg(provider, routeType);
}

QList<EntityCheck> modelChecks()
{
    EntityCheck noOverride = checks::when(u"model.provider"_s, checks::isOneOf({u"bedrock"_s, u"gemini"_s}),
                                          u"auth.allow_override"_s, checks::equals(false));
    noOverride.thenError = u"bedrock and gemini only support auth.allow_override = false"_s;
    return {
        noOverride,
        checks::mutuallyRequired({u"auth.header_name"_s, u"auth.header_value"_s}),
        checks::mutuallyRequired({u"auth.param_name"_s, u"auth.param_value"_s, u"auth.param_location"_s}),
        optionFor(u"llama2"_s, u"llama2_format"_s),
        optionFor(u"mistral"_s, u"mistral_format"_s),
        optionFor(u"anthropic"_s, u"anthropic_version"_s),
        optionFor(u"azure"_s, u"azure_instance"_s),
        optionFor(u"azure"_s, u"azure_api_version"_s),
        optionFor(u"azure"_s, u"azure_deployment_id"_s),
        providerNeeds({u"llama2"_s}, {u"model.options.upstream_url"_s},
                      u"must set %s for self-hosted providers/models"_s),
        checks::custom({u"route_type"_s, u"model"_s, u"logging"_s}, statisticsProblem),
    };
}

QList<Field> modelFields()
{
    return {text(u"route_type"_s).need().oneOf({u"llm/v1/chat"_s, u"llm/v1/completions"_s, u"preserve"_s}),
            authentication(), model(),
            record(u"logging"_s, {flag(u"log_statistics"_s, false), flag(u"log_payloads"_s, false)})};
}

PluginSchema aiProxy()
{
    const QList<Field> rest{
        textOf(u"response_streaming"_s, {u"allow"_s, u"deny"_s, u"always"_s}, u"allow"_s).optional(), bodySize(),
        option(u"model_name_header"_s, true)};
    return plugin(u"ai-proxy"_s, 770, {httpProtocols(), config(modelFields() + rest, modelChecks())});
}

PluginSchema aiTransformer(const QString &name, int priority, const QList<Field> &special)
{
    const QList<Field> front{plainText(u"prompt"_s).need(), plainText(u"transformation_extract_pattern"_s)};
    const QList<Field> rest{integer(u"http_timeout"_s).need().by(60000),
                            flag(u"https_verify"_s, true),
                            bodySize(),
                            url(u"http_proxy_host"_s).optional(),
                            port(u"http_proxy_port"_s).optional(),
                            url(u"https_proxy_host"_s).optional(),
                            port(u"https_proxy_port"_s).optional(),
                            record(u"llm"_s, modelFields(), modelChecks())};
    return plugin(name, priority, {httpProtocols(), noConsumer(), config(front + special + rest)});
}

Field patterns(const QString &key)
{
    Field expression = text({}).minLength(1);
    expression.rules.lengthMax = 500;
    Field field = array(key, expression).optional();
    field.rules.lengthMax = 10;
    return field;
}

PluginSchema aiPromptGuard()
{
    return plugin(u"ai-prompt-guard"_s, 771,
                  {httpProtocols(), config({patterns(u"allow_patterns"_s), patterns(u"deny_patterns"_s),
                                            flag(u"allow_all_conversation_history"_s, false), bodySize(),
                                            flag(u"match_all_roles"_s, false)})},
                  {checks::atLeastOneOf(inConfig({u"allow_patterns"_s, u"deny_patterns"_s})),
                   checks::when(u"config.match_all_roles"_s, checks::equals(true),
                                u"config.allow_all_conversation_history"_s, checks::equals(false))});
}

Field messages(const QString &key)
{
    Field content = text(u"content"_s).need().minLength(1);
    content.rules.lengthMax = 100000;
    const Field message =
        record({}, {textOf(u"role"_s, {u"system"_s, u"assistant"_s, u"user"_s}, u"system"_s).need(), content})
            .optional();
    Field field = array(key, message).optional();
    field.rules.lengthMax = 15;
    return field;
}

PluginSchema aiPromptDecorator()
{
    return plugin(
        u"ai-prompt-decorator"_s, 772,
        {httpProtocols(),
         config({record(u"prompts"_s, {messages(u"prepend"_s), messages(u"append"_s)}).optional(), bodySize()})},
        {checks::atLeastOneOf({u"config.prompts.prepend"_s, u"config.prompts.append"_s})});
}

PluginSchema aiPromptTemplate()
{
    const Field entry = record({}, {text(u"name"_s).need(), text(u"template"_s).need()});
    return plugin(
        u"ai-prompt-template"_s, 773,
        {httpProtocols(), config({array(u"templates"_s, entry).need(), flag(u"allow_untemplated_requests"_s, true),
                                  flag(u"log_original_request"_s, false), bodySize()})});
}

} // namespace

QList<PluginSchema> aiPluginSchemas()
{
    return {aiProxy(),
            aiTransformer(u"ai-request-transformer"_s, 777, {}),
            aiTransformer(u"ai-response-transformer"_s, 768, {flag(u"parse_llm_response_json_instructions"_s, false)}),
            aiPromptGuard(),
            aiPromptDecorator(),
            aiPromptTemplate()};
}

} // namespace gatehouse
