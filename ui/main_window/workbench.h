// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_draft.h"
#include "core/runtime/gateway.h"
#include "core/runtime/project.h"
#include "core/runtime/revisions.h"
#include "core/runtime/secret_keeper.h"
#include "ui/inspect/route_analysis.h"
#include "ui/limits/limits_history.h"
#include "ui/settings/shortcuts.h"
#include "ui/traffic/entity_traffic.h"
#include "ui/traffic/traffic_stats.h"
#include "ui/undo/undo_history.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace gatehouse {

// A sentence above the pages, with what can be done about it. A message replaces the one with the same key.
struct Message {
    enum class Kind { Note, Warning, Error };

    struct Action {
        QString text;
        std::function<void()> run;
    };

    QString key;
    QString text;
    Kind kind = Kind::Note;
    QList<Action> actions = {};
    std::chrono::milliseconds lifetime{0}; // 0: until it is closed or replaced

    static constexpr std::chrono::seconds undoOffer{10}; // the lifetime of what only offers to take a step back
};

// What is done with a request that another page hands to the request tester.
enum class RequestUse { Edit, Send };

// What the pages share, and what one page asks of the window. Thread: control. Lives as long as the window; what it
// refers to outlives it.
class Workbench : public QObject
{
    Q_OBJECT
public:
    Workbench(Project &project,
              Gateway &gateway,
              UiSettings &settings,
              SecretKeeper &secrets,
              Revisions &revisions,
              QObject *parent = nullptr)
        : QObject(parent)
        , m_project(project)
        , m_gateway(gateway)
        , m_settings(settings)
        , m_secrets(secrets)
        , m_revisions(revisions)
        , m_shortcuts(settings)
        , m_history(project)
        , m_routes(project.store())
        , m_traffic(new TrafficStore(gateway, this))
        , m_trafficStats(new TrafficStats(*m_traffic))
        , m_limitsHistory(new LimitsHistory(gateway.limits(), this))
        , m_entityTraffic(new EntityTraffic(*m_traffic))
    {
    }

    [[nodiscard]] Project &project() noexcept { return m_project; }

    [[nodiscard]] ConfigStore &store() noexcept { return m_project.store(); }

    [[nodiscard]] const Config &config() const noexcept { return m_project.store().config(); }

    [[nodiscard]] Gateway &gateway() noexcept { return m_gateway; }

    [[nodiscard]] UiSettings &settings() noexcept { return m_settings; }

    [[nodiscard]] SecretKeeper &secrets() noexcept { return m_secrets; }

    [[nodiscard]] Revisions &revisions() noexcept { return m_revisions; }

    [[nodiscard]] Shortcuts &shortcuts() noexcept { return m_shortcuts; }

    [[nodiscard]] UndoHistory &history() noexcept { return m_history; }

    [[nodiscard]] const RouteAnalysis &routes() const noexcept { return m_routes; }

    [[nodiscard]] TrafficStore &traffic() noexcept { return *m_traffic; }

    [[nodiscard]] const TrafficStats &trafficStats() const noexcept { return *m_trafficStats; }

    [[nodiscard]] const LimitsHistory &limitsHistory() const noexcept { return *m_limitsHistory; }

    [[nodiscard]] const EntityTraffic &entityTraffic() const noexcept { return *m_entityTraffic; }

signals:
    // Shows a row where it is edited.
    void openRequested(const QString &table, const QString &id);
    // The same, with one of its fields in focus.
    void fieldRequested(const QString &table, const QString &id, const QString &path);
    // A row has become the selected one of its list.
    void rowSelected(const QString &table, const QString &id);
    // Begins a new row, some of whose fields are decided, others filled in.
    void draftRequested(const QString &table, const QJsonObject &preset, const QJsonObject &values = {});
    // Shows the traffic that passes a filter (TrafficFilter), and one request of it in full.
    void trafficRequested(const QString &filter, std::optional<quint64> sequence);
    // Makes a token with a jwt credential.
    void mintRequested(const QString &credentialId);
    // Shows a request in the tester, or sends it at once as it is.
    void requestRequested(const gatehouse::RequestDraft &draft, gatehouse::RequestUse use);
    // What keeps the edits of a row from being written; empty: nothing does.
    void editProblems(const QString &table, const QString &id, const QList<gatehouse::Problem> &problems);
    void message(const gatehouse::Message &message);

private:
    Project &m_project;
    Gateway &m_gateway;
    UiSettings &m_settings;
    SecretKeeper &m_secrets;
    Revisions &m_revisions;
    Shortcuts m_shortcuts;
    UndoHistory m_history;
    RouteAnalysis m_routes;
    TrafficStore *m_traffic;
    TrafficStats *m_trafficStats;
    LimitsHistory *m_limitsHistory;
    EntityTraffic *m_entityTraffic;
};

} // namespace gatehouse
