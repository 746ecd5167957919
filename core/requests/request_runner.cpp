// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_runner.h"

#include "core/requests/private_gateway.h"
#include "core/requests/request_credentials.h"
#include "core/requests/secret_parts.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

QStringList unmetParts(const Expectation &expected, const RequestOutcome &outcome)
{
    QStringList parts;
    if (expected.status != 0 && expected.status != outcome.answer.status)
        parts << Words::tr("the status is %1, not %2").arg(outcome.answer.status).arg(expected.status);
    if (expected.route.isEmpty())
        return parts;
    if (!outcome.explanation)
        parts << Words::tr("the answer does not tell its route, which should be %1").arg(expected.route);
    else if (outcome.explanation->route.isEmpty())
        parts << Words::tr("no route took it, not %1").arg(expected.route);
    else if (outcome.explanation->route != expected.route)
        parts << Words::tr("the route is %1, not %2").arg(outcome.explanation->route, expected.route);
    return parts;
}

} // namespace

RequestRunner::RequestRunner(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RequestRunner::sendNext);
    connect(&m_exchange, &RequestExchange::progressed, this, &RequestRunner::progressed);
    connect(&m_exchange, &RequestExchange::answered, this, &RequestRunner::onAnswered);
    connect(&m_exchange, &RequestExchange::failed, this, [this](const Error &error) {
        m_outcome.error = error;
        end();
    });
}

void RequestRunner::run(const QList<RequestDraft> &drafts, const RequestTarget &target, const ExchangeLimits &limits)
{
    cancel();
    m_drafts = drafts;
    m_target = target;
    m_names = RedactedNames(target.config);
    m_limits = limits;
    m_at = 0;
    m_isRunning = true;
    m_soon.start(0);
}

void RequestRunner::cancel()
{
    m_soon.stop();
    m_exchange.cancel();
    m_isRunning = false;
}

void RequestRunner::sendNext()
{
    if (m_at == m_drafts.size()) {
        m_isRunning = false;
        emit finished();
        return;
    }
    m_outcome = {};
    emit began(m_at);
    if (!m_isRunning)
        return; // somebody has seen enough
    if (const Result<> prepared = prepare(m_drafts[m_at]); !prepared) {
        m_outcome.error = prepared.error();
        end();
        return;
    }
    m_exchange.send(m_outcome.sent, m_limits);
}

Result<> RequestRunner::prepare(const RequestDraft &draft)
{
    Result<PreparedRequest> request = prepareRequest(draft, m_target.base);
    if (!request)
        return request.error();
    noteTypedSecrets(*request, m_names);
    if (!draft.isRaw && !draft.consumer.isEmpty()) {
        const Result<QStringList> notes = addCredentials(*request, m_target.config, {draft.consumer, draft.credential},
                                                         QDateTime::currentSecsSinceEpoch());
        if (!notes)
            return notes.error();
        m_outcome.notes = *notes;
    }
    if (m_target.gateway)
        m_target.gateway->redirect(*request);
    m_outcome.sent = *request;
    return {};
}

void RequestRunner::onAnswered(const RequestAnswer &answer)
{
    m_outcome.answer = answer;
    m_outcome.explanation = explainTrace(answer.trace, answer.startedAt);
    m_outcome.unmet = unmetParts(m_drafts[m_at].expected, m_outcome);
    end();
}

// The next one goes out when whoever listens has come back.
void RequestRunner::end()
{
    const qsizetype index = m_at++;
    m_soon.start(0);
    emit ended(index, m_outcome);
}

} // namespace gatehouse
