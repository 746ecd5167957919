// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"

#include <QByteArray>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QModelIndex;

namespace gatehouse {

class TimingBar;
class TrafficModel;
class WhyView;

// The selected request in full: what happened in a sentence, what it met and why, where the time went, who took part.
// Thread: control.
class TrafficDetail : public QWidget
{
    Q_OBJECT
public:
    explicit TrafficDetail(QWidget *parent = nullptr);

    // A row of the model; an invalid index: nothing.
    void showRow(const TrafficModel &model, const QModelIndex &row);
    // The keyboard goes to what the request met.
    void focusWhy();

private:
    // `trace` as TrafficRecords has it.
    void showRecord(const TrafficRecord &record, const std::optional<QByteArray> &trace);
    void showNothing();
    [[nodiscard]] std::array<QWidget *, 4> parts() const; // below the headline
    void setPartsVisible(bool visible);

    QLabel *m_headline;
    QLabel *m_sentence;
    WhyView *m_why;
    QLabel *m_facts;
    TimingBar *m_bar;
};

// What happened to a request, in words a developer can act on.
[[nodiscard]] QString explanation(const TrafficRecord &record);

} // namespace gatehouse
