// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explanation/request_explanation.h"
#include "core/model/config.h"
#include "core/plugins/redacted_names.h"
#include "core/requests/request_exchange.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace gatehouse {

class PrivateGateway;

// Who answers requests. Thread: control.
struct RequestTarget {
    Config config;                           // its consumers, and what asks for their credentials
    QString base;                            // of URLs that are only a path: "http://127.0.0.1:8000"
    const PrivateGateway *gateway = nullptr; // takes all of them; null: they go where their URLs say. Outlives the run
};

// What came of a request.
struct RequestOutcome {
    std::optional<Error> error; // why there is no answer
    PreparedRequest sent;
    QStringList notes; // about its credentials; no secrets
    RequestAnswer answer;
    std::optional<RequestExplanation> explanation; // nothing: the answer came from no gateway of ours
    QStringList unmet;                             // what is not as it was expected, a sentence each

    [[nodiscard]] bool isMet() const { return !error && unmet.isEmpty(); }
};

// Sends requests one after the other, each with the credentials it asks for, made at that moment. Nothing waits.
// Thread: control, with an event loop.
class RequestRunner : public QObject
{
    Q_OBJECT
public:
    explicit RequestRunner(QObject *parent = nullptr);

    // A run that is under way is given up.
    void run(const QList<RequestDraft> &drafts, const RequestTarget &target, const ExchangeLimits &limits = {});
    void cancel();

    [[nodiscard]] bool isRunning() const noexcept { return m_isRunning; }

signals:
    void began(qsizetype index);
    void progressed(qint64 bodySize);
    void ended(qsizetype index, const gatehouse::RequestOutcome &outcome);
    void finished(); // all have ended; not after cancel()

private:
    void sendNext();
    [[nodiscard]] Result<> prepare(const RequestDraft &draft);
    void onAnswered(const RequestAnswer &answer);
    void end();

    QList<RequestDraft> m_drafts;
    RequestTarget m_target;
    RedactedNames m_names;
    ExchangeLimits m_limits;
    RequestExchange m_exchange;
    QTimer m_soon;
    RequestOutcome m_outcome;
    qsizetype m_at = 0;
    bool m_isRunning = false;
};

} // namespace gatehouse
