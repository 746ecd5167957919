// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/blocking_client.h"
#include "app/terminal/command.h"
#include "app/terminal/explain_output.h"
#include "app/terminal/secret_lookup.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/requests/private_gateway.h"
#include "core/requests/request_credentials.h"

#include <QCommandLineParser>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Sends a request and says in words what happened to it: the route, each plugin and why it let the request "
        u"pass\n"
        "or not, the upstream; the last line is the status of the answer. Without --config the gateway is asked that\n"
        "runs at the URL's address on this machine; with it, one that runs the file only for this request. The "
        "request\n"
        "is a real one: it counts for limits, is logged and reaches the service.\n\n"
        "  gatehousectl explain GET http://localhost:8000/orders --as mobile-app\n"
        "  gatehousectl explain POST /orders -H 'Content-Type: application/json' -d '{}' --config kong.yml\n"
        "  gatehousectl explain GET http://localhost:8000/ -H 'Host: api.example.com' --json"_s);
    parser.addPositionalArgument(u"METHOD"_s, u"GET, POST, ..."_s);
    parser.addPositionalArgument(u"URL"_s, u"The URL, or only its path for http://127.0.0.1:8000."_s);
    parser.addOptions({
        {u"as"_s, u"Give the request the credentials of this consumer: a new token, or its key."_s, u"CONSUMER"_s},
        {{u"H"_s, u"header"_s}, u"One more header field. May be repeated."_s, u"'NAME: VALUE'"_s},
        {{u"d"_s, u"data"_s}, u"The body of the request."_s, u"BODY"_s},
        {u"config"_s, u"Declarative configuration (kong.yml) to run for this request."_s, u"FILE"_s},
        {u"admin"_s, u"Where --as reads the configuration of a running gateway (127.0.0.1:8001)."_s, u"ADDR:PORT"_s,
         u"127.0.0.1:8001"_s},
        {u"json"_s, u"Print JSON."_s},
    });
}

int usageError(const QString &message)
{
    err() << "gatehousectl explain: " << message << Qt::endl << "Try 'gatehousectl explain --help'." << Qt::endl;
    return exitUsage;
}

int failWith(const Error &error)
{
    const int code = fail(error);
    return error.kind == ErrorKind::Network ? exitUnavailable : code;
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

RequestDraft draftOf(const QString &method, const QString &url, const QCommandLineParser &options)
{
    RequestDraft draft;
    draft.method = method;
    draft.url = url;
    draft.body = options.value(u"d"_s);
    draft.isRaw = true;
    const QStringList headers = options.values(u"H"_s);
    for (const QString &header : headers)
        draft.headers.append({header.section(u':', 0, 0), header.section(u':', 1)});
    return draft;
}

// One run of the command: where the request goes, with what, and what came of it.
class Explaining
{
public:
    Explaining(PreparedRequest request, const QCommandLineParser &options)
        : m_request(std::move(request))
        , m_options(options)
        , m_project(*m_registry, m_clock)
        , m_gateway(*m_registry)
    {
    }

    Result<> prepare(const ListenAddress &admin);
    Result<> send();
    void print();

private:
    Result<> startGateway();

    PreparedRequest m_request;
    const QCommandLineParser &m_options;
    const std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    const SystemClock m_clock;
    SecretLookup m_lookup;
    Project m_project;
    PrivateGateway m_gateway;
    QStringList m_notes;
    QByteArray m_trace;
    std::optional<RequestExplanation> m_explanation;
};

Result<> Explaining::startGateway()
{
    const auto ports = m_request.endpoint.tls ? PrivateGateway::Ports::PlainAndTls : PrivateGateway::Ports::Plain;
    if (const Result<> started = m_gateway.start(m_project.store().config(), ports); !started)
        return started.error();
    for (const QString &warning : m_gateway.warnings())
        err() << "warning: " << warning << Qt::endl;
    m_gateway.redirect(m_request);
    return {};
}

Result<> Explaining::prepare(const ListenAddress &admin)
{
    const bool hasFile = m_options.isSet(u"config"_s);
    const QString consumer = m_options.value(u"as"_s);
    if (hasFile || !consumer.isEmpty()) {
        const Result<> loaded = hasFile ? openWithSecrets(m_project, m_lookup, m_options.value(u"config"_s))
                                        : openFromAdmin(m_project, admin.toString());
        if (!loaded)
            return loaded.error();
    }
    if (!consumer.isEmpty()) {
        const Result<QStringList> notes =
            addCredentials(m_request, m_project.store().config(), {consumer}, QDateTime::currentSecsSinceEpoch());
        if (!notes)
            return notes.error();
        m_notes = *notes;
    }
    return hasFile ? startGateway() : Result<>();
}

Result<> Explaining::send()
{
    const Result<RequestAnswer> answer = exchange(m_request);
    if (!answer)
        return answer.error();
    m_trace = answer->trace;
    m_explanation = explainTrace(m_trace, QDateTime::currentSecsSinceEpoch());
    if (m_explanation)
        return {};
    const QString where = m_request.endpoint.host + u':' + QString::number(m_request.endpoint.port);
    return Error{ErrorKind::NotFound, u"%1 answered %2 and does not explain it: the request is malformed, or no "
                                      "gateway of this kind is there."_s.arg(where, QString::number(answer->status))};
}

void Explaining::print()
{
    const QString consumer = m_options.value(u"as"_s);
    const ExplainedRequest explained{m_request, consumer, m_notes, m_trace, *m_explanation};
    if (m_options.isSet(u"json"_s))
        out() << explanationJson(explained) << Qt::flush;
    else
        out() << explanationText(explained) << Qt::flush;
}

} // namespace

int runExplain(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parseArguments(parser, {u"explain"_s}, arguments))
        return exitUsage;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2)
        return usageError(u"give METHOD and URL"_s);
    const auto admin = ListenAddress::parse(parser.value(u"admin"_s));
    if (!admin)
        return usageError(u"--admin takes an address such as 127.0.0.1:8001"_s);
    const Result<PreparedRequest> request = prepareRequest(draftOf(words[0], words[1], parser));
    if (!request)
        return usageError(request.error().message);
    if (!parser.isSet(u"config"_s) && !isThisMachine(request->endpoint.host)) {
        return usageError(u"only a gateway on this machine explains its answers; name another host with "
                          "-H 'Host: %1', or give --config"_s.arg(request->endpoint.host));
    }
    Explaining explaining(*request, parser);
    if (const Result<> prepared = explaining.prepare(*admin); !prepared)
        return failWith(prepared.error());
    if (const Result<> sent = explaining.send(); !sent)
        return failWith(sent.error());
    explaining.print();
    return exitOk;
}

} // namespace gatehouse
