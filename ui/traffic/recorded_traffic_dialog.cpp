// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/recorded_traffic_dialog.h"

#include "ui/dialogs/help_topic.h"
#include "ui/traffic/traffic_detail.h"
#include "ui/traffic/traffic_filter_edit.h"
#include "ui/traffic/traffic_table.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

RecordedTrafficDialog::RecordedTrafficDialog(const QString &fileName, UiSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_model(m_records)
    , m_filter(new TrafficFilterEdit(u"recordedFilter"_s, m_records, this))
    , m_count(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_table(new TrafficTable(m_model, u"recordedTable"_s, settings, this))
    , m_detail(new TrafficDetail(this))
{
    setObjectName(u"recordedTraffic"_s);
    setHelpPage(*this, u"filter-the-traffic.md"_s);
    setWindowTitle(tr("Requests of %1").arg(QFileInfo(fileName).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 640);
    m_count->setObjectName(u"recordedCount"_s);
    m_progress->setAccessibleName(tr("Reading"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_table->setUsualWidths();
    m_table->horizontalHeader()->setSectionResizeMode(TrafficModel::Path, QHeaderView::Stretch);
    auto *header = new QHBoxLayout;
    header->addWidget(m_count, 1);
    header->addWidget(m_filter, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(header);
    layout->addWidget(m_filter->makeProblemLabel(this));
    layout->addWidget(m_progress);
    layout->addWidget(splitter, 1);
    connect(m_filter, &TrafficFilterEdit::filterChanged, this, &RecordedTrafficDialog::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecordedTrafficDialog::refreshDetail);
    m_reading.start([fileName] { return readRecordedRequests(fileName); },
                    [this](const Result<RecordedRequests> &read) { take(read); });
}

void RecordedTrafficDialog::take(const Result<RecordedRequests> &read)
{
    m_progress->hide();
    if (!read) {
        m_count->setText(u"⛔ "_s + read.error().message);
        return;
    }
    m_unreadable = read->unreadable;
    m_records.append(read->records);
    m_table->selectRow(0);
    m_table->scrollToTop();
    m_table->setFocus();
    refreshCount();
}

void RecordedTrafficDialog::applyFilter()
{
    m_model.setFilter(m_filter->filter());
    m_table->selectRow(0);
    refreshCount();
    refreshDetail();
}

void RecordedTrafficDialog::refreshCount()
{
    const QLocale locale;
    QString text = tr("%1 of %2 shown")
                       .arg(locale.toString(m_model.rowCount()), locale.toString(m_records.end() - m_records.begin()));
    if (m_unreadable > 0)
        text += u"   ·   ⚠ "_s + tr("%n line(s) or entries could not be read", nullptr, static_cast<int>(m_unreadable));
    m_count->setText(text);
}

void RecordedTrafficDialog::refreshDetail()
{
    m_detail->showRow(m_model, m_table->currentIndex());
}

} // namespace gatehouse
