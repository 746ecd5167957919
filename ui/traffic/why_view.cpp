// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/why_view.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using Mark = ExplainedStep::Mark;

enum Column { Station, Time, Reason, columns };

QStandardItem *makeItem(const QString &text)
{
    auto *item = new QStandardItem(text); // the model owns it
    item->setEditable(false);
    return item;
}

} // namespace

WhyView::WhyView(QWidget *parent)
    : QTreeView(parent)
    , m_steps(0, columns)
{
    setObjectName(u"whyView"_s);
    setAccessibleName(tr("Why: what the request met"));
    setModel(&m_steps);
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setMinimumHeight(rowHeight() * 4);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(
        QHeaderView::ResizeToContents); // a few rows; a long reason is scrolled to, never cut
}

QSize WhyView::sizeHint() const
{
    return {400, rowHeight() * 6};
}

int WhyView::rowHeight() const
{
    return fontMetrics().height() + 6;
}

void WhyView::showTrace(const std::optional<QByteArray> &trace, qint64 startedAt)
{
    m_trace = trace;
    m_startedAt = startedAt;
    fill();
}

void WhyView::fill()
{
    m_steps.removeRows(0, m_steps.rowCount());
    if (!m_trace) {
        addNote(tr("The details of this request have made room for newer ones."));
        return;
    }
    const std::optional<RequestExplanation> explanation = explainTrace(*m_trace, m_startedAt);
    if (!explanation) {
        addNote(tr("No details were recorded for this request."));
        return;
    }
    for (const ExplainedStep &step : explanation->steps)
        addStep(step);
    setCurrentIndex(m_steps.index(0, Station));
    clearSelection();
}

void WhyView::addStep(const ExplainedStep &step)
{
    QStandardItem *station = makeItem(markText(step.mark) + u"  "_s + step.subject);
    const QString spoken = step.mark == Mark::Passed    ? tr("%1, passed")
                           : step.mark == Mark::Refused ? tr("%1, refused")
                                                        : tr("%1, not reached");
    station->setData(spoken.arg(step.subject), Qt::AccessibleTextRole);
    QStandardItem *reason = makeItem(step.text);
    QStandardItem *time = makeItem(step.ms < 0 ? QString() : durationText(step.ms));
    time->setSizeHint({fontMetrics().horizontalAdvance(u"0000 ms "_s), rowHeight()}); // rows are as high as the first
    time->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    time->setForeground(theme::quietText(palette()));
    if (step.mark == Mark::Refused) {
        QFont bold = font();
        bold.setBold(true);
        station->setFont(bold);
        station->setForeground(theme::tone(theme::Tone::ClientError, palette()));
    } else if (step.mark == Mark::Skipped) {
        station->setForeground(theme::quietText(palette()));
        reason->setForeground(theme::quietText(palette()));
    }
    for (const QString &line : step.more)
        station->appendRow({makeItem(QString()), makeItem(QString()), makeItem(line)});
    m_steps.appendRow({station, time, reason});
}

void WhyView::addNote(const QString &text)
{
    m_steps.appendRow({makeItem(u"–"_s), makeItem(QString()), makeItem(text)});
}

void WhyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_steps.rowCount() > 0)
        fill(); // the items hold colours
    QTreeView::changeEvent(event);
}

} // namespace gatehouse
