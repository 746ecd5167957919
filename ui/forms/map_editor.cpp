// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/map_editor.h"

#include "core/schema/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int visibleRows = 4;

QString textOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList words;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &each : list)
            words << luaText(each);
        return words.join(u", "_s);
    }
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return luaText(value);
}

} // namespace

MapEditor::MapEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_table(new QTableWidget(0, 2, this))
{
    prepare(m_table);
    setFocusProxy(m_table);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->setColumnWidth(0, m_table->fontMetrics().averageCharWidth() * 24);
    m_table->setTabKeyNavigation(false);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            visibleRows * (m_table->fontMetrics().height() + 8) + 4);
    m_table->setToolTip(tr("F2 edits, Delete removes the row, Ctrl+V takes lines of “name: value”."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        keepEmptyRow();
        emit edited();
        emit finished();
    });
    setRows({});
}

QString MapEditor::cell(int row, int column) const
{
    const QTableWidgetItem *item = m_table->item(row, column);
    return item ? item->text().trimmed() : QString();
}

QJsonValue MapEditor::cellValue(const QString &text) const
{
    const Field &values = *field().values;
    if (values.type == FieldType::Array || values.type == FieldType::Set) {
        QJsonArray list;
        const QStringList words = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &word : words)
            list << word.trimmed();
        return list;
    }
    const QJsonValue parsed = QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).array().first();
    const bool isTyped = values.type != FieldType::Text && !parsed.isUndefined() && !parsed.isNull();
    return isTyped ? parsed : QJsonValue(text);
}

QJsonValue MapEditor::value() const
{
    QJsonObject map;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (const QString key = cell(row, 0); !key.isEmpty())
            map.insert(key, cellValue(cell(row, 1)));
    }
    return map.isEmpty() && !field().isRequired() ? QJsonValue(QJsonValue::Null) : QJsonValue(map);
}

void MapEditor::setValue(const QJsonValue &value)
{
    if (value == this->value())
        return;
    QList<std::pair<QString, QString>> rows;
    const QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        rows.append({it.key(), textOf(it.value())});
    setRows(rows);
}

QString MapEditor::problem() const
{
    QSet<QString> seen;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString key = cell(row, 0);
        if (key.isEmpty() && !cell(row, 1).isEmpty())
            return tr("row %1 has no name").arg(row + 1);
        if (!key.isEmpty() && seen.contains(key))
            return tr("%1 is there twice").arg(key);
        seen.insert(key);
    }
    return {};
}

QWidget *MapEditor::input() const
{
    return m_table;
}

void MapEditor::setRows(const QList<std::pair<QString, QString>> &rows)
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(rows[row].first));
        m_table->setItem(row, 1, new QTableWidgetItem(rows[row].second));
    }
    keepEmptyRow();
}

void MapEditor::keepEmptyRow()
{
    const QSignalBlocker quiet(m_table);
    const int last = m_table->rowCount() - 1;
    if (last < 0 || !cell(last, 0).isEmpty() || !cell(last, 1).isEmpty())
        m_table->insertRow(last + 1);
}

void MapEditor::paste()
{
    QList<std::pair<QString, QString>> rows;
    for (int row = 0; row < m_table->rowCount() - 1; ++row)
        rows.append({cell(row, 0), cell(row, 1)});
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        rows.append({line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed()});
    setRows(rows);
    emit edited();
    emit finished();
}

void MapEditor::removeCurrent()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    keepEmptyRow();
    emit edited();
    emit finished();
}

bool MapEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace gatehouse
