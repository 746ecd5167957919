// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explanation/request_explanation.h"

#include <QStandardItemModel>
#include <QTreeView>

#include <optional>

namespace gatehouse {

// What a request met, a line for each station: passed, refused or not reached, why, and how long it took. Routes that
// lost and earlier tries are below their line. Thread: control.
class WhyView : public QTreeView
{
    Q_OBJECT
public:
    explicit WhyView(QWidget *parent = nullptr);

    // `trace` as the engine recorded it: nothing when it has made room for newer ones, empty when there never was one.
    // `startedAt` is when the request was made, in seconds since the Unix epoch.
    void showTrace(const std::optional<QByteArray> &trace, qint64 startedAt);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void fill();
    void addStep(const ExplainedStep &step);
    void addNote(const QString &text);

    QStandardItemModel m_steps;
    std::optional<QByteArray> m_trace;
    qint64 m_startedAt = 0;
};

} // namespace gatehouse
