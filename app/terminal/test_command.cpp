// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/blocking_client.h"
#include "app/terminal/command.h"
#include "app/terminal/secret_lookup.h"
#include "app/terminal/test_output.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/requests/private_gateway.h"
#include "core/requests/request_collection.h"
#include "core/requests/request_runner.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Sends the requests that were saved beside a configuration, one after the other, and compares each answer\n"
        "with what its request expects. A request without an expectation only has to be answered. Without --config\n"
        "they go to the gateway that runs at --proxy; with it, to one that runs the file only for them. The requests\n"
        "are real ones: they count for limits, are logged and reach the services.\n\n"
        "  gatehousectl test kong.requests.yml\n"
        "  gatehousectl test kong.requests.yml --config kong.yml --json"_s);
    parser.addPositionalArgument(u"FILE"_s, u"The requests (kong.requests.yml)."_s, u"[FILE]"_s);
    parser.addOptions({
        {u"proxy"_s, u"Where the gateway listens (127.0.0.1:8000)."_s, u"ADDR:PORT"_s, u"127.0.0.1:8000"_s},
        {u"config"_s, u"Declarative configuration (kong.yml) to run for these requests."_s, u"FILE"_s},
        {u"admin"_s, u"Where the consumers of a running gateway are read (127.0.0.1:8001)."_s, u"ADDR:PORT"_s,
         u"127.0.0.1:8001"_s},
        {u"json"_s, u"Print JSON."_s},
    });
}

int usageError(const QString &message)
{
    err() << "gatehousectl test: " << message << Qt::endl << "Try 'gatehousectl test --help'." << Qt::endl;
    return exitUsage;
}

Result<RequestCollection> readRequests(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, u"Cannot read %1: %2"_s.arg(fileName, file.errorString())};
    Result<RequestCollection> read = RequestCollection::read(file.readAll());
    if (read)
        return read;
    Error error = read.error();
    error.message = fileName + u": "_s + error.message;
    return error;
}

// One run of the command: where the requests go, and what came of them.
class Testing
{
public:
    Testing(RequestCollection collection, const QCommandLineParser &options)
        : m_collection(std::move(collection))
        , m_options(options)
        , m_project(*m_registry, m_clock)
        , m_gateway(*m_registry)
    {
    }

    Result<> prepare();
    void run();
    [[nodiscard]] int finish();

private:
    [[nodiscard]] bool needsConsumers() const;
    void take(const SavedRequest &request, const RequestOutcome &outcome);

    [[nodiscard]] bool isJson() const { return m_options.isSet(u"json"_s); }

    RequestCollection m_collection;
    const QCommandLineParser &m_options;
    const std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    const SystemClock m_clock;
    SecretLookup m_lookup;
    Project m_project;
    PrivateGateway m_gateway;
    RequestTarget m_target;
    QJsonArray m_results;
    int m_met = 0;
};

bool Testing::needsConsumers() const
{
    return std::any_of(m_collection.requests.begin(), m_collection.requests.end(),
                       [](const SavedRequest &each) { return !each.draft.consumer.isEmpty() && !each.draft.isRaw; });
}

Result<> Testing::prepare()
{
    const bool hasFile = m_options.isSet(u"config"_s);
    m_target.base = u"http://"_s + m_options.value(u"proxy"_s);
    Result<> loaded;
    if (hasFile)
        loaded = openWithSecrets(m_project, m_lookup, m_options.value(u"config"_s));
    else if (needsConsumers())
        loaded = openFromAdmin(m_project, m_options.value(u"admin"_s));
    if (!loaded)
        return loaded;
    m_target.config = m_project.store().config();
    if (!hasFile)
        return {};
    if (const Result<> started = m_gateway.start(m_target.config, PrivateGateway::Ports::PlainAndTls); !started)
        return started;
    for (const QString &warning : m_gateway.warnings())
        err() << "warning: " << warning << Qt::endl;
    m_target.gateway = &m_gateway;
    return {};
}

void Testing::run()
{
    QList<RequestDraft> drafts;
    for (const SavedRequest &request : std::as_const(m_collection.requests))
        drafts << request.draft;
    RequestRunner runner;
    QEventLoop loop;
    QObject::connect(&runner, &RequestRunner::ended, &loop, [this](qsizetype index, const RequestOutcome &outcome) {
        take(m_collection.requests[index], outcome);
    });
    QObject::connect(&runner, &RequestRunner::finished, &loop, &QEventLoop::quit);
    runner.run(drafts, m_target);
    loop.exec();
}

void Testing::take(const SavedRequest &request, const RequestOutcome &outcome)
{
    m_met += outcome.isMet() ? 1 : 0;
    if (isJson())
        m_results.append(resultJson(request, outcome));
    else
        out() << resultLine(request, outcome) << Qt::endl;
}

int Testing::finish()
{
    const auto all = static_cast<int>(m_collection.requests.size());
    if (isJson()) {
        const QJsonObject json{{u"schema"_s, 1}, {u"requests"_s, m_results}, {u"met"_s, m_met}, {u"all"_s, all}};
        out() << QJsonDocument(json).toJson() << Qt::flush;
    } else {
        out() << m_met << " of " << all << " as expected" << Qt::endl;
    }
    return m_met == all ? exitOk : exitFailure;
}

} // namespace

int runTest(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parseArguments(parser, {u"test"_s}, arguments))
        return exitUsage;
    const QStringList words = parser.positionalArguments();
    if (words.size() > 1)
        return usageError(u"give one FILE"_s);
    if (parser.isSet(u"proxy"_s) && parser.isSet(u"config"_s))
        return usageError(u"give --proxy or --config, not both"_s);
    for (const QString &option : {u"proxy"_s, u"admin"_s}) {
        if (!ListenAddress::parse(parser.value(option)))
            return usageError(u"--%1 takes an address such as 127.0.0.1:8000"_s.arg(option));
    }
    Result<RequestCollection> requests = readRequests(words.value(0, u"kong.requests.yml"_s));
    if (!requests)
        return fail(requests.error());
    Testing testing(*requests, parser);
    if (const Result<> prepared = testing.prepare(); !prepared) {
        const int code = fail(prepared.error());
        return prepared.error().kind == ErrorKind::Network ? exitUnavailable : code;
    }
    testing.run();
    return testing.finish();
}

} // namespace gatehouse
