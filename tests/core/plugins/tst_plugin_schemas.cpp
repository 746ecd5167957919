// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/store_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestPluginSchemas : public QObject
{
    Q_OBJECT

private slots:
    void knowsEveryBundledPlugin();
    void fillsDefaults_data();
    void fillsDefaults();
    void wordsRefusals_data();
    void wordsRefusals();
    void limitsScopes();
    void marksThePluginsThatRun();
    void hidesNothingFromForms();
};

void TestPluginSchemas::knowsEveryBundledPlugin()
{
    const QStringList expected{u"acl"_s,
                               u"acme"_s,
                               u"ai-prompt-decorator"_s,
                               u"ai-prompt-guard"_s,
                               u"ai-prompt-template"_s,
                               u"ai-proxy"_s,
                               u"ai-request-transformer"_s,
                               u"ai-response-transformer"_s,
                               u"aws-lambda"_s,
                               u"azure-functions"_s,
                               u"basic-auth"_s,
                               u"bot-detection"_s,
                               u"correlation-id"_s,
                               u"cors"_s,
                               u"datadog"_s,
                               u"file-log"_s,
                               u"grpc-gateway"_s,
                               u"grpc-web"_s,
                               u"hmac-auth"_s,
                               u"http-log"_s,
                               u"ip-restriction"_s,
                               u"jwt"_s,
                               u"key-auth"_s,
                               u"ldap-auth"_s,
                               u"loggly"_s,
                               u"oauth2"_s,
                               u"opentelemetry"_s,
                               u"post-function"_s,
                               u"pre-function"_s,
                               u"prometheus"_s,
                               u"proxy-cache"_s,
                               u"rate-limiting"_s,
                               u"redirect"_s,
                               u"request-size-limiting"_s,
                               u"request-termination"_s,
                               u"request-transformer"_s,
                               u"response-ratelimiting"_s,
                               u"response-transformer"_s,
                               u"session"_s,
                               u"standard-webhooks"_s,
                               u"statsd"_s,
                               u"syslog"_s,
                               u"tcp-log"_s,
                               u"udp-log"_s,
                               u"zipkin"_s};
    QCOMPARE(makeSchemaRegistry()->pluginNames(), expected);
}

void TestPluginSchemas::fillsDefaults_data()
{
    QTest::addColumn<QByteArray>("plugin");
    QTest::addColumn<QByteArray>("config");
    const auto row = [](const char *name, const char *plugin, const char *config) {
        QTest::newRow(name) << QByteArray(plugin) << QByteArray(config);
    };
    row("jwt", R"({"name":"jwt"})",
        R"({"anonymous":null,"claims_to_verify":null,"cookie_names":[],"header_names":["authorization"],
            "key_claim_name":"iss","maximum_expiration":0,"realm":null,"run_on_preflight":true,
            "secret_is_base64":false,"uri_param_names":["jwt"]})");
    row("key-auth", R"({"name":"key-auth"})",
        R"({"anonymous":null,"hide_credentials":false,"key_in_body":false,"key_in_header":true,"key_in_query":true,
            "key_names":["apikey"],"realm":null,"run_on_preflight":true})");
    row("acl", R"({"name":"acl","config":{"allow":["a"]}})",
        R"({"allow":["a"],"always_use_authenticated_groups":false,"deny":null,"hide_groups_header":false})");
    row("file-log", R"({"name":"file-log","config":{"path":"/tmp/x"}})",
        R"({"custom_fields_by_lua":null,"path":"/tmp/x","reopen":false})");
    row("rate-limiting", R"({"name":"rate-limiting","config":{"minute":5}})",
        R"({"second":null,"minute":5,"hour":null,"day":null,"month":null,"year":null,"limit_by":"consumer",
            "header_name":null,"path":null,"policy":"local","fault_tolerant":true,"hide_client_headers":false,
            "error_code":429,"error_message":"API rate limit exceeded","sync_rate":-1,
            "redis":{"host":null,"port":6379,"timeout":2000,"username":null,"password":null,"database":0,"ssl":false,
                     "ssl_verify":false,"server_name":null},
            "redis_host":null,"redis_port":6379,"redis_password":null,"redis_username":null,"redis_ssl":false,
            "redis_ssl_verify":false,"redis_server_name":null,"redis_timeout":2000,"redis_database":0})");
    row("request-size-limiting", R"({"name":"request-size-limiting"})",
        R"({"allowed_payload_size":128,"require_content_length":false,"size_unit":"megabytes"})");
}

void TestPluginSchemas::fillsDefaults()
{
    QFETCH(QByteArray, plugin);
    QFETCH(QByteArray, config);
    StoreFixture fixture;
    const StoreOutcome outcome = fixture.add("plugins", plugin.constData());
    QVERIFY2(outcome, outcome.error ? qPrintable(outcome.error->message) : "");
    QCOMPARE(compact(outcome.entity.value(u"config"_s).toObject()), compact(json(config.constData())));
}

void TestPluginSchemas::wordsRefusals_data()
{
    QTest::addColumn<QByteArray>("plugin");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *plugin, const char *message) {
        QTest::newRow(plugin) << QByteArray(plugin) << QString::fromUtf8(message);
    };
    row(R"({"name":"acl"})",
        "2 schema violations (exactly one of these fields must be non-empty: 'config.allow', 'config.deny'; at least "
        "one of these fields must be non-empty: 'config.allow', 'config.deny')");
    row(R"({"name":"acl","config":{"allow":["a"],"deny":["b"]}})",
        "schema violation (exactly one of these fields must be non-empty: 'config.allow', 'config.deny')");
    row(R"({"name":"jwt","config":{"maximum_expiration":5,"claims_to_verify":["nbf"]}})",
        "2 schema violations (failed conditional validation given value of field 'config.maximum_expiration'; "
        "config.claims_to_verify: expected to contain: exp)");
    row(R"({"name":"rate-limiting","config":{"minute":2,"hour":1}})",
        "schema violation (config: The limit for hour(1.0) cannot be lower than the limit for minute(2.0))");
    row(R"({"name":"rate-limiting","config":{"minute":2,"sync_rate":1}})",
        "schema violation (config: sync_rate can only be used with the redis policy)");
    row(R"({"name":"rate-limiting","config":{"minute":2,"limit_by":"header"}})",
        "2 schema violations (failed conditional validation given value of field 'config.limit_by'; "
        "config.header_name: required field missing)");
    row(R"({"name":"file-log","config":{"path":"a*b"}})", "schema violation (config.path: not a valid filename)");
    row(R"({"name":"jwt","config":"x"})", "schema violation (config: expected a record)");
    row(R"({"name":"oauth2"})",
        "schema violation (config: at least one of these fields must be true: enable_authorization_code, "
        "enable_implicit_grant, enable_client_credentials, enable_password_grant)");
    row(R"({"name":"pre-function","config":{"access":["return ("]}})",
        "schema violation (config.access: {\n  \"error parsing pre-function: [string]:1: unexpected symbol near "
        "'<eof>'\"\n})");
    row(R"({"name":"cors","config":{"origins":["("]}})",
        "schema violation (config.origins: {\n  \"'(' is not a valid regex\"\n})");
    row(R"({"name":"opentelemetry"})",
        "schema violation (config.@entity: {\n  \"at least one of these fields must be non-empty: 'traces_endpoint', "
        "'logs_endpoint'\"\n})");
    row(R"({"name":"ldap-auth","config":{"ldap_host":"h","base_dn":"b","attribute":"a","ldaps":true,"start_tls":true}})",
        "2 schema violations (config.@entity: {\n  \"'ldaps' and 'start_tls' cannot be enabled simultaneously\"\n}; "
        "config.start_tls: value must be false)");
    row(R"({"name":"proxy-cache","config":{"strategy":"memory","memory":{"dictionary_name":"nope"}}})",
        "schema violation (missing shared dict 'nope')");
}

void TestPluginSchemas::wordsRefusals()
{
    QFETCH(QByteArray, plugin);
    QFETCH(QString, message);
    StoreFixture fixture;
    QCOMPARE(fixture.refusal("plugins", plugin.constData()), message);
}

void TestPluginSchemas::limitsScopes()
{
    const auto registry = makeSchemaRegistry();
    QVERIFY(!registry->plugin(u"jwt")->allowsScope(u"consumer"));
    QVERIFY(registry->plugin(u"jwt")->allowsScope(u"route"));
    QVERIFY(registry->plugin(u"rate-limiting")->allowsScope(u"consumer"));
    QVERIFY(!registry->plugin(u"acme")->allowsScope(u"service"));
}

void TestPluginSchemas::marksThePluginsThatRun()
{
    const auto registry = makeSchemaRegistry();
    QStringList running;
    for (const QString &name : registry->pluginNames()) {
        if (registry->plugin(name)->executed)
            running << name;
    }
    for (const QString &name : {u"acl"_s, u"file-log"_s, u"jwt"_s, u"key-auth"_s, u"rate-limiting"_s})
        QVERIFY2(running.contains(name), qPrintable(name));
    QVERIFY(!running.contains(u"ldap-auth"_s));
}

void TestPluginSchemas::hidesNothingFromForms()
{
    const auto registry = makeSchemaRegistry();
    for (const QString &name : registry->pluginNames()) {
        const PluginSchema &plugin = *registry->plugin(name);
        if (!plugin.executed)
            continue;
        QVERIFY2(plugin.label && plugin.help, qPrintable(name));
        for (const Field &field : plugin.config().fields)
            QVERIFY2(field.label || field.key == u"custom_fields_by_lua"_s, qPrintable(name + u'.' + field.key));
    }
}

QTEST_GUILESS_MAIN(TestPluginSchemas)

#include "tst_plugin_schemas.moc"
