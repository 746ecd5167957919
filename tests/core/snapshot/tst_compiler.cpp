// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/project.h"
#include "tests/support/certificates.h"
#include "tests/support/compile_setup.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstCompiler : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void choosesTheMostSpecificInstance_data();
    void choosesTheMostSpecificInstance();
    void leavesDisabledServicesOut();
    void namesPluginsItDoesNotExecute();
    void spreadsTargetsByWeight();
    void makesOnlyTlsContextsThatAreNew();
    void compilesTenThousandRoutesAtOnce();
    void worksOnlyChangedRowsOutAgain();

private:
    Compiled compileText(const QByteArray &yaml);
    static int statusOf(const Compiled &compiled, const ConsumerFacts *consumer);

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    CompileSetup m_setup;
    std::unique_ptr<Project> m_project;
};

void TstCompiler::initTestCase()
{
    m_setup.identity = *net::makeSelfSigned();
}

Compiled TstCompiler::compileText(const QByteArray &yaml)
{
    m_project = std::make_unique<Project>(*m_registry, m_setup.clock);
    const Result<> opened = m_project->openText(yaml);
    if (!opened)
        qFatal("%s", qUtf8Printable(toText(opened.error())));
    const Result<Compiled> compiled = compile(m_project->store().config(), m_setup.services(), 1);
    if (!compiled)
        qFatal("%s", qUtf8Printable(toText(compiled.error())));
    return *compiled;
}

// Which request-termination runs on the first route: each instance of the rows below answers its own status.
int TstCompiler::statusOf(const Compiled &compiled, const ConsumerFacts *consumer)
{
    for (const PluginSlot &slot : compiled.snapshot->routes.front().chain->entries) {
        const Plugin *plugin = slot.instanceFor(consumer);
        if (!plugin)
            return 0;
        Exchange exchange;
        return plugin->onRequest(exchange, {}, {}).answer().status;
    }
    return 0;
}

void TstCompiler::choosesTheMostSpecificInstance_data()
{
    // kong/runloop/plugins_iterator.lua: the order of precedence, each row without all that came before it.
    QTest::addColumn<int>("skipped");
    QTest::addColumn<int>("expected");
    for (int i = 0; i < 8; ++i)
        QTest::addRow("without the first %d", i) << i << 201 + i;
}

void TstCompiler::choosesTheMostSpecificInstance()
{
    QFETCH(const int, skipped);
    QFETCH(const int, expected);
    const QList<QByteArray> scopes{"route: r, service: s, consumer: c",
                                   "route: r, consumer: c",
                                   "service: s, consumer: c",
                                   "route: r, service: s",
                                   "consumer: c",
                                   "route: r",
                                   "service: s",
                                   ""};
    QByteArray yaml = "_format_version: '3.0'\nservices: [{name: s, host: h.test}]\n"
                      "routes: [{name: r, service: s, paths: [/]}]\nconsumers: [{username: c}]\nplugins:\n";
    for (qsizetype i = skipped; i < scopes.size(); ++i) {
        yaml += "- {name: request-termination, config: {status_code: " + QByteArray::number(201 + i) + "}" +
                (scopes[i].isEmpty() ? QByteArray() : ", " + scopes[i]) + "}\n";
    }
    const Compiled compiled = compileText(yaml);
    QCOMPARE(statusOf(compiled, compiled.snapshot->consumers->byIdOrUsername("c")), expected);
}

void TstCompiler::leavesDisabledServicesOut()
{
    const Compiled compiled =
        compileText("_format_version: '3.0'\n"
                    "services:\n- {name: idle, host: h.test, enabled: false, routes: [{name: a, paths: [/a]}]}\n"
                    "- {name: busy, host: h.test, routes: [{name: b, paths: [/b]}]}\n");
    QCOMPARE(compiled.snapshot->routes.size(), 1U);
    QCOMPARE(compiled.snapshot->routes.front().facts.name, std::string("b"));
}

void TstCompiler::namesPluginsItDoesNotExecute()
{
    const Compiled compiled = compileText("_format_version: '3.0'\nplugins: [{name: prometheus}]\n");
    QCOMPARE(compiled.warnings.size(), 1);
    QVERIFY(compiled.warnings.first().contains(u"prometheus"_s));
}

void TstCompiler::spreadsTargetsByWeight()
{
    const Compiled compiled =
        compileText("_format_version: '3.0'\nupstreams: [{name: u.test, targets: [{target: '127.0.0.1:1', weight: 200},"
                    " {target: '127.0.0.1:2', weight: 100}, {target: '127.0.0.1:3', weight: 0}]}]\n"
                    "services: [{name: s, host: u.test, routes: [{name: r, paths: [/]}]}]\n");
    const BalancerPlan &balancer = *compiled.snapshot->services.front().balancer;
    QCOMPARE(balancer.settings->targets.size(), 3U);
    QCOMPARE(balancer.settings->targets.front().weight, 200U);
    m_setup.upstreams.adopt(compiled.snapshot->upstreams);
    QCOMPARE(balancer.upstream->peers()->peers.size(), 3U);
    QCOMPARE(balancer.upstream->peers()->totalWeight, 300U);
}

void TstCompiler::makesOnlyTlsContextsThatAreNew()
{
    const auto quoted = [](const char *pem) -> QByteArray {
        return "\"" + QByteArray(pem).replace("\n", "\\n") + "\"";
    };
    const auto document = [&quoted](const QByteArray &path, const QByteArray &depth) -> QByteArray {
        return "_format_version: '3.0'\n"
               "ca_certificates: [{id: 52a4ba2e-2d6c-4f7e-8b0a-0c3a52a1a0d1, cert: " +
               quoted(samples::authority) + "}]\ncertificates: [{cert: " + quoted(samples::certificateA) +
               ", key: " + quoted(samples::keyA) +
               ", snis: [{name: a.example}]}]\nservices:\n- {name: s, url: 'https://h.test', tls_verify: true, "
               "ca_certificates: [52a4ba2e-2d6c-4f7e-8b0a-0c3a52a1a0d1], tls_verify_depth: " +
               depth + ", routes: [{name: r, paths: [" + path + "]}]}\n";
    };
    const std::uint64_t before = m_setup.tlsContexts.made();
    const Compiled first = compileText(document("/a", "1"));
    QCOMPARE(m_setup.tlsContexts.made() - before, 3U); // the default certificate, the certificate, the service
    const Compiled second = compileText(document("/b", "1"));
    QCOMPARE(m_setup.tlsContexts.made() - before, 3U);
    QCOMPARE(second.snapshot->services.front().tls, first.snapshot->services.front().tls);
    const Compiled third = compileText(document("/b", "2"));
    QCOMPARE(m_setup.tlsContexts.made() - before, 4U);
}

void TstCompiler::compilesTenThousandRoutesAtOnce()
{
    QByteArray yaml = "_format_version: '3.0'\nservices:\n- name: s\n  host: h.test\n  routes:\n";
    for (int i = 0; i < 10'000; ++i)
        yaml += "  - {name: r" + QByteArray::number(i) + ", paths: [/p" + QByteArray::number(i) + "]}\n";
    QElapsedTimer time;
    time.start();
    const Compiled compiled = compileText(yaml);
    qInfo("read and compile: %lld ms", time.elapsed());
    QCOMPARE(compiled.snapshot->routes.size(), 10'000U);
}

void TstCompiler::worksOnlyChangedRowsOutAgain()
{
    const QByteArray head = "_format_version: '3.0'\nconsumers: [{username: c}]\nservices:\n- {name: s, host: h.test, ";
    const Compiled first = compileText(head + "routes: [{name: a, paths: [/a]}, {name: b, paths: [/b]}]}\n");
    ConfigStore &store = m_project->store();
    const auto compileNow = [&] { return *compile(store.config(), m_setup.services(), 2); };
    QVERIFY(store.update(u"routes"_s, {u"name"_s, u"b"_s}, {{u"name"_s, u"c"_s}}, Origin::User));
    const Compiled second = compileNow();
    QCOMPARE(second.snapshot->consumers, first.snapshot->consumers);
    QCOMPARE(second.snapshot->routes[0].facts.json, first.snapshot->routes[0].facts.json);
    QCOMPARE(second.snapshot->routes[1].facts.name, std::string("c"));
    QVERIFY(store.update(u"consumers"_s, {u"username"_s, u"c"_s}, {{u"username"_s, u"d"_s}}, Origin::User));
    const Compiled third = compileNow();
    QVERIFY(third.snapshot->consumers->byIdOrUsername("d"));
    QVERIFY(!third.snapshot->consumers->byIdOrUsername("c"));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstCompiler)

#include "tst_compiler.moc"
