// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/private_gateway.h"
#include "core/requests/request_runner.h"
#include "ui/main_window/workbench.h"
#include "ui/requests/request_editor.h"

#include <memory>

namespace gatehouse {

// Sends requests to the running gateway, or to one that runs the working configuration for them. Thread: control. The
// workbench must outlive it.
class RequestSender : public QObject
{
    Q_OBJECT
public:
    explicit RequestSender(Workbench &workbench, QObject *parent = nullptr);

    // Fails at once when there is nobody to ask: the gateway is stopped (ErrorKind::NotFound), or the working
    // configuration cannot be run.
    Result<> send(const QList<RequestDraft> &drafts, RequestEditor::Against against);
    void cancel();

    [[nodiscard]] bool isRunning() const noexcept { return m_runner.isRunning(); }

signals:
    void began(qsizetype index);
    void ended(qsizetype index, const gatehouse::RequestOutcome &outcome);
    void finished();

private:
    Result<> sendToRunning(const QList<RequestDraft> &drafts);
    Result<> sendToPrivate(const QList<RequestDraft> &drafts);

    Workbench &m_workbench;
    std::unique_ptr<PrivateGateway> m_gateway; // while its requests are under way
    RequestRunner m_runner;
};

} // namespace gatehouse
