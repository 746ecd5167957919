// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/traffic_filter.h"
#include "ui/traffic/traffic_records.h"

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;
class QLabel;

namespace gatehouse {

// Where a traffic filter is typed. While the text cannot be understood the filter before it stays, and the field says
// why. Offers the names of fields, and for a field the values that the records have. Thread: control; the records
// outlive it.
class TrafficFilterEdit : public QLineEdit
{
    Q_OBJECT
public:
    TrafficFilterEdit(const QString &objectName, const TrafficRecords &records, QWidget *parent = nullptr);

    void setPreset(TrafficFilter::Preset preset);
    // Both at once: one change of the filter.
    void setFilter(TrafficFilter::Preset preset, const QString &text);
    // Adds a term that must hold besides.
    void addTerm(const QString &term);

    [[nodiscard]] TrafficFilter::Preset preset() const noexcept { return m_preset; }

    [[nodiscard]] const TrafficFilter &filter() const noexcept { return m_filter; }

    // Shows problemText() while there is one, and takes no place while there is none.
    [[nodiscard]] QLabel *makeProblemLabel(QWidget *parent) const;

    // A sentence, empty when all is well.
    [[nodiscard]] QString problemText() const;

signals:
    void filterChanged();
    void problemChanged();

private:
    void read();
    void offer();
    void insert(const QString &completion);
    [[nodiscard]] qsizetype wordBegin() const;
    [[nodiscard]] QStringList completions(const QString &word) const;
    [[nodiscard]] QStringList valuesOf(FilterSubject subject) const;

    const TrafficRecords &m_records;
    TrafficFilter::Preset m_preset = TrafficFilter::Preset::All;
    TrafficFilter m_filter;
    QString m_problem;
    QStringListModel m_offered;
    QCompleter *m_completer;
};

} // namespace gatehouse
