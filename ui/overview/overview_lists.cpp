// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_lists.h"

#include "ui/certificates/certificate_facts.h"
#include "ui/entities/entity_columns.h"
#include "ui/entities/traffic_columns.h"
#include "ui/overview/card.h"
#include "ui/traffic/filter_parser.h"
#include "ui/traffic/traffic_model.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostLines = 5;
constexpr double nearlyFull = 0.8;
const auto between = u'\n'; // table and id of a row, as a target

QString timesText(quint64 count)
{
    return QLocale().toString(count) + u" ×"_s;
}

} // namespace

void OverviewLists::Part::show(const QList<RankList::Line> &lines) const
{
    list->setLines(lines);
    empty->setVisible(lines.isEmpty());
}

OverviewLists::OverviewLists(Workbench &workbench, const ProblemStore &problems, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_problems(problems)
    , m_limits(workbench.gateway().limits(), workbench.store())
{
    const QString quiet = tr("No traffic in the last five minutes.");
    m_routePart = makePart(u"topRoutes"_s, tr("Busiest routes, 5 min"), quiet);
    m_consumerPart = makePart(u"topConsumers"_s, tr("Busiest consumers, 5 min"), quiet);
    m_errorPart = makePart(u"topErrors"_s, tr("Most frequent errors, 5 min"), tr("No answer of 400 or above."));
    m_limitPart = makePart(u"fullLimits"_s, tr("Limits close to full"), tr("No limit is used to 80 %."));
    m_problemPart = makePart(u"topProblems"_s, tr("Problems"), tr("None."));
    m_certificatePart =
        makePart(u"endingCertificates"_s, tr("Certificates that expire"), tr("None ends within 30 days."));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(14);
    const std::array parts{m_routePart, m_consumerPart, m_errorPart, m_limitPart, m_problemPart, m_certificatePart};
    for (std::size_t i = 0; i < parts.size(); ++i)
        grid->addWidget(parts[i].card, static_cast<int>(i / 2), static_cast<int>(i % 2));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const Part &part : {m_routePart, m_consumerPart, m_errorPart})
        goToTraffic(part);
    goToRow(m_problemPart, u"problemsPage"_s);
    goToRow(m_certificatePart, u"certificatesPage"_s);
    goToRow(m_limitPart, u"limitsPage"_s);
}

OverviewLists::Part OverviewLists::makePart(const QString &name, const QString &title, const QString &empty)
{
    Part part;
    part.card = new Card(name + u"Card"_s, title, this);
    part.list = new RankList(name, title, part.card);
    part.empty = new QLabel(empty, part.card);
    part.empty->setObjectName(name + u"Empty"_s);
    part.empty->setForegroundRole(QPalette::PlaceholderText);
    part.empty->setWordWrap(true);
    part.card->body()->addWidget(part.empty);
    part.card->body()->addWidget(part.list);
    part.card->body()->addStretch(1);
    return part;
}

void OverviewLists::goToTraffic(const Part &part)
{
    connect(part.list, &RankList::chosen, this,
            [this](const QString &filter) { emit m_workbench.trafficRequested(filter, std::nullopt); });
}

void OverviewLists::goToRow(const Part &part, const QString &otherwise)
{
    connect(part.list, &RankList::chosen, this, [this, otherwise](const QString &target) {
        if (target.isEmpty())
            emit pageRequested(otherwise);
        else
            emit m_workbench.openRequested(target.section(between, 0, 0), target.section(between, 1));
    });
}

void OverviewLists::refreshState()
{
    m_problemPart.show(problems());
    m_certificatePart.show(certificates());
}

void OverviewLists::refreshFigures()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    m_limits.refresh(now);
    m_routePart.show(busiest(EntityTraffic::Kind::Route, u"route"_s, now));
    m_consumerPart.show(busiest(EntityTraffic::Kind::Consumer, u"consumer"_s, now));
    m_errorPart.show(errors(now));
    m_limitPart.show(limits());
}

QList<RankList::Line> OverviewLists::busiest(EntityTraffic::Kind kind, const QString &field, qint64 now) const
{
    QList<RankList::Line> lines;
    const auto ranked = m_workbench.entityTraffic().busiest(kind, mostLines, now);
    for (const EntityTraffic::Ranked &each : ranked) {
        const WorkedOutCell errors = *trafficCell(TrafficFigure::Errors, each.figures, now);
        lines << RankList::Line{{each.name, timesText(each.figures.requests), errors.text},
                                field + u'=' + quotedFilterValue(each.name),
                                errors.tone,
                                each.name + u": "_s + errors.detail};
    }
    return lines;
}

QList<RankList::Line> OverviewLists::errors(qint64 now) const
{
    QList<RankList::Line> lines;
    const auto frequent = m_workbench.entityTraffic().busiest(EntityTraffic::Kind::Error, mostLines, now);
    for (const EntityTraffic::Ranked &each : frequent) {
        const auto &[status, by, route] = each.error;
        const QString text = statusText(status) + u"  "_s + by + (route.isEmpty() ? QString() : u" – "_s + route);
        const QString filter = u"status=%1 by=%2"_s.arg(QString::number(status), quotedFilterValue(by));
        lines << RankList::Line{{text, timesText(each.figures.requests)},
                                route.isEmpty() ? filter : filter + u" route="_s + quotedFilterValue(route),
                                theme::Tone::Plain,
                                tr("%1 from %2, %n time(s)", nullptr, static_cast<int>(each.figures.requests))
                                    .arg(status)
                                    .arg(route.isEmpty() ? by : by + u", "_s + route)};
    }
    return lines;
}

QList<RankList::Line> OverviewLists::limits() const
{
    QList<RankList::Line> lines;
    for (int row = 0; row < m_limits.rowCount() && lines.size() < mostLines; ++row) {
        const auto cell = [this, row](int column, int role = Qt::DisplayRole) {
            return m_limits.index(row, column).data(role);
        };
        const double share = cell(LimitsModel::Used, LimitsModel::shareRole).toDouble();
        if (share < nearlyFull)
            break; // fullest first
        const QString who = cell(LimitsModel::Identifier).toString() + u", "_s + cell(LimitsModel::Scope).toString();
        lines << RankList::Line{{who, cell(LimitsModel::Window).toString(), cell(LimitsModel::Used).toString()},
                                {},
                                share >= 1 ? theme::Tone::ServerError : theme::Tone::ClientError,
                                who + u": "_s + cell(LimitsModel::Used, Qt::AccessibleTextRole).toString()};
    }
    return lines;
}

QList<RankList::Line> OverviewLists::problems() const
{
    QList<RankList::Line> lines;
    for (const ProblemStore::Entry &entry : m_problems.entries()) {
        if (lines.size() == mostLines)
            break;
        const bool isError = entry.severity == ProblemStore::Severity::Error;
        const QString text =
            entry.name.isEmpty() ? entry.problem.message : entry.name + u": "_s + entry.problem.message;
        lines << RankList::Line{{(isError ? u"⛔ "_s : u"⚠ "_s) + text},
                                entry.id.isEmpty() ? QString() : entry.table + between + entry.id,
                                theme::Tone::Plain,
                                text};
    }
    return lines;
}

QList<RankList::Line> OverviewLists::certificates() const
{
    QList<std::pair<QDateTime, RankList::Line>> found;
    const QDateTime now = QDateTime::currentDateTime();
    for (const QString &table : {u"certificates"_s, u"ca_certificates"_s}) {
        const QList<QJsonObject> rows = m_workbench.config().rows(table);
        for (const QJsonObject &row : rows) {
            const auto facts = certificateFacts(row.value("cert"_L1).toString());
            if (!facts || !facts->needsAttention(now))
                continue;
            const QString name = facts->subject.isEmpty() ? shownName(row) : facts->subject;
            const bool isOver = facts->daysLeft(now) < 0;
            found << std::pair(facts->validUntil,
                               RankList::Line{{name, validityText(*facts, now)},
                                              table + between + row.value("id"_L1).toString(),
                                              isOver ? theme::Tone::ServerError : theme::Tone::ClientError,
                                              name + u": "_s + validityText(*facts, now)});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<RankList::Line> lines;
    for (const auto &[end, line] : std::as_const(found).first(std::min(mostLines, found.size())))
        lines << line;
    return lines;
}

} // namespace gatehouse
