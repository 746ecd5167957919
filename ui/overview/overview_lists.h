// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/limits/limits_model.h"
#include "ui/main_window/workbench.h"
#include "ui/overview/rank_list.h"
#include "ui/problems/problem_store.h"

class QLabel;

namespace gatehouse {

class Card;

// The cards of the overview that list what stands out: the busiest routes and consumers, the most frequent errors,
// limits that are nearly full, problems, certificates that end. Choosing a line goes there. Thread: control.
class OverviewLists : public QWidget
{
    Q_OBJECT
public:
    OverviewLists(Workbench &workbench, const ProblemStore &problems, QWidget *parent = nullptr);

    // What changes with the configuration.
    void refreshState();
    // What changes by itself: the traffic and the limits.
    void refreshFigures();

signals:
    void pageRequested(const QString &objectName);

private:
    // A card, the list in it, and what it says when the list is empty.
    struct Part {
        Card *card = nullptr;
        RankList *list = nullptr;
        QLabel *empty = nullptr;

        void show(const QList<RankList::Line> &lines) const;
    };

    Part makePart(const QString &name, const QString &title, const QString &empty);
    void goToTraffic(const Part &part);
    void goToRow(const Part &part, const QString &otherwise);
    // Those with the most requests; `field` is what the traffic filter calls them by.
    [[nodiscard]] QList<RankList::Line> busiest(EntityTraffic::Kind kind, const QString &field, qint64 now) const;
    [[nodiscard]] QList<RankList::Line> errors(qint64 now) const;
    [[nodiscard]] QList<RankList::Line> limits() const;
    [[nodiscard]] QList<RankList::Line> problems() const;
    [[nodiscard]] QList<RankList::Line> certificates() const;

    Workbench &m_workbench;
    const ProblemStore &m_problems;
    LimitsModel m_limits;
    Part m_routePart;
    Part m_consumerPart;
    Part m_errorPart;
    Part m_limitPart;
    Part m_problemPart;
    Part m_certificatePart;
};

} // namespace gatehouse
