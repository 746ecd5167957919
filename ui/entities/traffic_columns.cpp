// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/traffic_columns.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

EntityTraffic::Kind trafficKind(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Services:
        return EntityTraffic::Kind::Service;
    case EntityKind::Consumers:
        return EntityTraffic::Kind::Consumer;
    default:
        return EntityTraffic::Kind::Route;
    }
}

WorkedOutCell errorsCell(const EntityTraffic::Figures &figures)
{
    const double share = 100.0 * static_cast<double>(figures.errors()) / static_cast<double>(figures.requests);
    const QString percent = QLocale().toString(share, 'f', 1) + u" %"_s;
    const QString detail =
        TrafficColumns::tr("%1 of %2 requests were answered with 400 or above, %3 of them with 500 or above")
            .arg(figures.errors())
            .arg(figures.requests)
            .arg(figures.serverErrors);
    if (figures.serverErrors > 0)
        return {u"⊘ "_s + percent, detail, share, theme::Tone::ServerError};
    if (figures.clientErrors > 0)
        return {u"✗ "_s + percent, detail, share, theme::Tone::ClientError};
    return {percent, detail, share, theme::Tone::Plain};
}

WorkedOutCell deniedCell(const EntityTraffic::Figures &figures)
{
    const QString number = QLocale().toString(figures.denied);
    const QString detail =
        TrafficColumns::tr("%1 of %2 requests were answered with 401 or 403").arg(figures.denied).arg(figures.requests);
    if (figures.denied == 0)
        return {number, detail, 0, theme::Tone::Plain};
    return {u"✗ "_s + number, detail, static_cast<double>(figures.denied), theme::Tone::ClientError};
}

} // namespace

QString agoText(qint64 seconds)
{
    if (seconds < 10)
        return TrafficColumns::tr("just now");
    if (seconds < 60)
        return TrafficColumns::tr("%n s ago", "seconds", static_cast<int>(seconds / 10 * 10));
    if (seconds < 3600)
        return TrafficColumns::tr("%n min ago", "minutes", static_cast<int>(seconds / 60));
    if (seconds < 24 * 3600)
        return TrafficColumns::tr("%n h ago", "hours", static_cast<int>(seconds / 3600));
    return TrafficColumns::tr("%n d ago", "days", static_cast<int>(seconds / (24 * 3600)));
}

std::optional<WorkedOutCell> trafficCell(TrafficFigure figure, const EntityTraffic::Figures &figures, qint64 nowSeconds)
{
    if (figure == TrafficFigure::LastSeen) {
        if (figures.lastSeen == 0)
            return std::nullopt;
        const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(figures.lastSeen), QLocale::ShortFormat);
        return WorkedOutCell{.text = agoText(nowSeconds - figures.lastSeen / 1000),
                             .detail = time,
                             .order = static_cast<double>(figures.lastSeen)};
    }
    if (figures.requests == 0)
        return std::nullopt;
    switch (figure) {
    case TrafficFigure::Errors:
        return errorsCell(figures);
    case TrafficFigure::Denied:
        return deniedCell(figures);
    case TrafficFigure::UpstreamP95:
        if (figures.upstreamP95 < 0)
            return std::nullopt;
        return WorkedOutCell{.text = QLocale().toString(figures.upstreamP95, 'f', figures.upstreamP95 < 10 ? 2 : 0) +
                                     u" ms"_s,
                             .detail = TrafficColumns::tr("95 % of the upstream's answers began within this time"),
                             .order = figures.upstreamP95};
    default:
        return WorkedOutCell{.text = QLocale().toString(figures.requests),
                             .detail = TrafficColumns::tr("%n request(s) in the last five minutes", nullptr,
                                                          static_cast<int>(figures.requests)),
                             .order = static_cast<double>(figures.requests)};
    }
}

TrafficColumns::TrafficColumns(EntityKind kind, const EntityTraffic &traffic, EntityTableModel &model, QWidget *list)
    : QObject(list)
    , m_text(entityKindText(kind))
    , m_traffic(traffic)
    , m_model(model)
{
    for (int i = 0; i < m_text.columns.size(); ++i) {
        if (m_text.columns[i].figure != TrafficFigure::None)
            m_columns << i;
    }
    if (m_columns.isEmpty())
        return;
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &TrafficColumns::refresh);
    list->installEventFilter(this);
}

bool TrafficColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        refresh();
        m_timer.start();
    } else if (event->type() == QEvent::Hide) {
        m_timer.stop();
    }
    return QObject::eventFilter(watched, event);
}

void TrafficColumns::refresh()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QList<EntityTableModel::Cells> cells(m_columns.size());
    const bool isQuiet = m_traffic.isEmpty(trafficKind(m_text.kind));
    for (int row = 0; row < m_model.rowCount() && !isQuiet; ++row) {
        const QJsonObject &entity = m_model.entity(row);
        const EntityTraffic::Figures figures = m_traffic.figures(trafficKind(m_text.kind), entity, now);
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (const auto cell = trafficCell(m_text.columns[m_columns[i]].figure, figures, now))
                cells[i].insert(entity.value("id"_L1).toString(), *cell);
        }
    }
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_model.setCells(m_columns[i], cells[i]);
}

} // namespace gatehouse
