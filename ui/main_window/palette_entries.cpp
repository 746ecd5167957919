// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow offers in its command palette: every command of its menus, every row, tag, problem and help page.
#include "core/inspect/match_report.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/requests/curl_line.h"
#include "ui/dialogs/help_window.h"
#include "ui/entities/children_tab.h"
#include "ui/entities/entity_commands.h"
#include "ui/jwt_tool/jwt_page.h"
#include "ui/main_window/help_desk.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/menu_walk.h"
#include "ui/palette/command_palette.h"
#include "ui/problems/problem_store.h"
#include "ui/traffic/traffic_tab.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype recentKept = 8;

// Actions of a menu and of its submenus, named with the submenus above them.
void addCommands(const QMenu &menu, QList<PaletteEntry> &entries)
{
    forEachAction(menu, {}, [&entries](QAction &action, const QString &path) {
        if (!action.isEnabled())
            return;
        const QString text = QString(action.text()).remove(u'&');
        entries << PaletteEntry{PaletteEntry::Kind::Command, path.isEmpty() ? text : path + u": "_s + text,
                                action.shortcut().toString(QKeySequence::NativeText),
                                [run = &action] { run->trigger(); }};
    });
}

} // namespace

void MainWindow::showPalette(const QString &text)
{
    QList<PaletteEntry> entries;
    const QList<QAction *> menus = menuBar()->actions();
    for (const QAction *menu : menus)
        addCommands(*menu->menu(), entries);
    addRowEntries(entries);
    for (const ProblemStore::Entry &problem : m_problems->entries())
        entries << PaletteEntry{PaletteEntry::Kind::Problem, problem.problem.message, problem.problem.path,
                                [this] { showPage(u"problemsPage"_s); }};
    const QStringList pages = HelpWindow::pageTitles();
    for (const QString &title : pages)
        entries << PaletteEntry{PaletteEntry::Kind::Help, title, tr("help"),
                                [this, title] { m_help->showTitle(title); }};
    auto *palette = new CommandPalette(
        entries, [this](const QString &typed) { return answersTo(typed); },
        m_settings.value(Setting::RecentCommands).toStringList(), this);
    connect(palette, &CommandPalette::used, this, [this](const QString &title) {
        QStringList recent = m_settings.value(Setting::RecentCommands).toStringList();
        recent.removeAll(title);
        recent.prepend(title);
        m_settings.setValue(Setting::RecentCommands, QStringList(recent.mid(0, recentKept)));
    });
    palette->setText(text);
    palette->open();
}

void MainWindow::addRowEntries(QList<PaletteEntry> &entries)
{
    const ConfigStore &store = m_project.store();
    const QList<const RecordSchema *> schemas = store.registry().entities();
    for (const RecordSchema *schema : schemas) {
        const QString kind = schema->label ? QCoreApplication::translate("schema", schema->label) : schema->name;
        const QList<QJsonObject> rows = store.config().rows(schema->name);
        for (const QJsonObject &row : rows) {
            const QString id = row.value("id"_L1).toString();
            const auto open = [this, table = schema->name, id] { showRow(table, id); };
            const QString title = childTitle(*schema, row);
            const auto actions = [this, table = schema->name, id] { return actionsOf(table, id); };
            entries << PaletteEntry{PaletteEntry::Kind::Entity, title, kind, open, actions};
            if (schema->name == "consumers"_L1)
                entries << PaletteEntry{PaletteEntry::Kind::Consumer, title, kind, open, actions};
            const QStringList paths = row.value("paths"_L1).toVariant().toStringList();
            for (const QString &path : paths)
                entries << PaletteEntry{PaletteEntry::Kind::Route, title, path, open, actions};
            const QStringList own = row.value("tags"_L1).toVariant().toStringList();
            for (const QString &tag : own)
                entries << PaletteEntry{PaletteEntry::Kind::Tag, tag, u"%1 %2"_s.arg(kind, title), open};
        }
    }
}

// What else can be done with a row, besides opening it.
QList<PaletteEntry> MainWindow::actionsOf(const QString &table, const QString &id)
{
    const QJsonObject row = m_project.store().config().find(table, id).value_or(QJsonObject());
    QList<PaletteEntry> actions;
    const auto add = [&actions](const QString &title, const std::function<void()> &run) {
        actions << PaletteEntry{PaletteEntry::Kind::Command, title, {}, run};
    };
    add(tr("Open"), [this, table, id] { showRow(table, id); });
    if (table == "routes"_L1)
        add(tr("Try it"), [this, table, id] { m_rowCommands->tryRequest(table, id); });
    if (table == "consumers"_L1)
        add(tr("Send a request as this consumer"), [this, table, id] { m_rowCommands->tryRequest(table, id); });
    if (table == "routes"_L1)
        add(tr("Copy a curl line"), [this, table, id] { m_rowCommands->copyCurl(table, id); });
    if (const QString filter = trafficFilterFor(table, row); !filter.isEmpty())
        add(tr("Why: its last request in full"), [this, filter] { showLastRequest(filter); });
    if (m_project.store().registry().entity(table)->field(u"enabled")) {
        const bool isOn = row.value("enabled"_L1).toBool(true);
        add(isOn ? tr("Disable") : tr("Enable"),
            [this, table, id, isOn] { m_rowCommands->setEnabled(table, {id}, !isOn); });
    }
    add(tr("Copy as YAML"), [this, table, id] { m_rowCommands->copyYaml(table, {id}); });
    add(tr("Copy as Admin API call"), [this, table, id] { m_rowCommands->copyAdminCall(table, id); });
    add(tr("Delete"), [this, table, id] { m_rowCommands->remove(table, {id}); });
    return actions;
}

void MainWindow::showLastRequest(const QString &filter)
{
    const TrafficStore &store = m_workbench->traffic();
    const TrafficFilter accepted(TrafficFilter::Preset::All, filter);
    std::optional<quint64> last;
    for (quint64 i = store.end(); i > store.begin() && !last; --i) {
        if (accepted.accepts(store.at(i - 1)))
            last = i - 1;
    }
    emit m_workbench->trafficRequested(filter, last);
}

// A token (three parts in base64url with dots between them, RFC 7515 3.1), a URL or a curl line.
QList<PaletteEntry> MainWindow::answersTo(const QString &text)
{
    const QByteArray typed = text.trimmed().toUtf8();
    JwtToken token;
    if (typed.count('.') == 2 && token.parse({typed.constData(), static_cast<std::size_t>(typed.size())}) == nullptr)
        return {PaletteEntry{PaletteEntry::Kind::Answer, tr("Decode this token"), tr("JWT"),
                             [this, text] { showToken(text); }}};
    if (const auto curl = parseCurlLine(text.trimmed()))
        return {openInTester(*curl), answerTo({curl->method, curl->url, curl->headers})};
    const bool isUrl = text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
    return isUrl ? QList{answerTo({u"GET"_s, text.trimmed()})} : QList<PaletteEntry>();
}

PaletteEntry MainWindow::openInTester(const RequestDraft &draft)
{
    return {PaletteEntry::Kind::Answer, tr("Open in request tester"), draft.method + u' ' + draft.url,
            [this, draft] { emit m_workbench->requestRequested(draft, RequestUse::Edit); }};
}

// Which route a request would take, by the real router over what is being edited.
PaletteEntry MainWindow::answerTo(const TestRequest &request)
{
    const QString asked = request.method + u' ' + request.url;
    const Result<EvaluationOrder> order = EvaluationOrder::of(m_project.store().config());
    const auto showRoutes = [this] { showPage(u"routesPage"_s); };
    if (!order)
        return {PaletteEntry::Kind::Answer, order.error().message, asked, showRoutes};
    const MatchReport report = testMatch(*order, request);
    if (!report.problem.isEmpty())
        return {PaletteEntry::Kind::Answer, report.problem, asked, showRoutes};
    if (report.routeId.isEmpty())
        return {PaletteEntry::Kind::Answer, tr("No route matches this request"), asked, showRoutes};
    const QString name = shownName(order->config().find(u"routes"_s, report.routeId).value_or(QJsonObject()));
    const QString detail = report.upstreamUrl.isEmpty() ? asked : asked + u" → "_s + report.upstreamUrl;
    return {PaletteEntry::Kind::Answer, tr("Route %1 matches this request").arg(name), detail,
            [this, id = report.routeId] { showRow(u"routes"_s, id); }};
}

void MainWindow::showToken(const QString &token)
{
    auto *page = findChild<JwtPage *>();
    showPage(page->objectName());
    page->decode(token);
}

} // namespace gatehouse
