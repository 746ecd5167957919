// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_sender.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

bool needsGateway(const RequestDraft &draft)
{
    return wholeUrl(draft.url, {}).startsWith(u'/');
}

bool needsTls(const RequestDraft &draft)
{
    return draft.url.trimmed().startsWith("https:"_L1, Qt::CaseInsensitive);
}

} // namespace

RequestSender::RequestSender(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    connect(&m_runner, &RequestRunner::began, this, &RequestSender::began);
    connect(&m_runner, &RequestRunner::ended, this, &RequestSender::ended);
    connect(&m_runner, &RequestRunner::finished, this, [this] {
        m_gateway.reset();
        emit finished();
    });
}

Result<> RequestSender::send(const QList<RequestDraft> &drafts, RequestEditor::Against against)
{
    cancel();
    return against == RequestEditor::Against::Running ? sendToRunning(drafts) : sendToPrivate(drafts);
}

Result<> RequestSender::sendToRunning(const QList<RequestDraft> &drafts)
{
    const Gateway &gateway = m_workbench.gateway();
    const bool isRunning = gateway.state() == Gateway::State::Running;
    if (!isRunning && std::any_of(drafts.begin(), drafts.end(), needsGateway))
        return Error{ErrorKind::NotFound, tr("The gateway is stopped.")};
    m_runner.run(drafts, {gateway.runningConfig(), u"http://"_s + gateway.proxyAddress()});
    return {};
}

Result<> RequestSender::sendToPrivate(const QList<RequestDraft> &drafts)
{
    const Config &config = m_workbench.config();
    if (const Result<> refused = m_workbench.project().refusal(config); !refused)
        return refused.error();
    m_gateway = std::make_unique<PrivateGateway>(m_workbench.store().registry());
    const bool hasTls = std::any_of(drafts.begin(), drafts.end(), needsTls);
    const auto ports = hasTls ? PrivateGateway::Ports::PlainAndTls : PrivateGateway::Ports::Plain;
    if (const Result<> started = m_gateway->start(config, ports); !started) {
        m_gateway.reset();
        return started.error();
    }
    m_runner.run(drafts, {config, QString::fromLatin1(usualBase), m_gateway.get()});
    return {};
}

void RequestSender::cancel()
{
    m_runner.cancel();
    m_gateway.reset();
}

} // namespace gatehouse
