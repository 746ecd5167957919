// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"
#include "ui/entities/entity_columns.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>

namespace gatehouse {

// What a cell shows that does not stand in the configuration.
struct WorkedOutCell {
    QString text;
    QString detail = {}; // in full, for tool tips and screen readers; empty: the text says it
    double order = 0;    // for sorting
    theme::Tone tone = theme::Tone::Plain;

    bool operator==(const WorkedOutCell &) const = default;
};

// The rows of one kind of entity. Shows its own copy of the configuration and follows the store edit by edit, so that
// selection and scrolling survive a change. Thread: control. The store must outlive it.
class EntityTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    EntityTableModel(EntityKind kind, const ConfigStore &store, QObject *parent = nullptr);

    static constexpr int idRole = Qt::UserRole + 1;

    using Cells = QHash<QString, WorkedOutCell>; // by the id of the row

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] QString cellText(int row, int column) const;
    // What a filter looks at that names no column: the cells that are not worked out, case-folded, one a line.
    [[nodiscard]] QString searchText(int row) const;
    // Makes the texts of all cells now, so that the first keystroke in a filter does not have to.
    void makeCells() const;

    [[nodiscard]] const QJsonObject &entity(int row) const { return m_rows[row]; }

    [[nodiscard]] const Config &config() const noexcept { return m_config; }

    // What a column without a text of its own shows; a row without a cell shows that there is nothing.
    void setCells(int column, const Cells &cells);
    [[nodiscard]] WorkedOutCell workedOutCell(int row, int column) const;
    // The same for texts that are asked for when they are needed, by the id of the row.
    void setTexts(int column, std::function<QString(const QString &)> textOf);
    // The texts are to be made anew.
    void refreshTexts();

    // Whether its texts are those of setCells() or setTexts().
    [[nodiscard]] bool isWorkedOut(int column) const { return m_text.columns[column].text == nullptr; }

    // -1 when no column has that key.
    [[nodiscard]] int columnOf(const QString &key) const;

private:
    struct RowTexts {
        QStringList cells; // empty until they are made
        QString searched;
    };

    [[nodiscard]] const RowTexts &textsOf(int row) const;
    [[nodiscard]] QVariant alignment(int column) const;
    [[nodiscard]] QString textOf(int row, int column, const QString &id) const;
    void onChanged(const Change &change);
    void applyEdit(const Edit &edit);
    void reload();
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] bool isRelated(const QString &table) const;

    const EntityKindText &m_text;
    const ConfigStore &m_store;
    Config m_config;
    QHash<int, Cells> m_workedOut;                                // by column
    QHash<int, std::function<QString(const QString &)>> m_textOf; // by column
    QList<QJsonObject> m_rows;
    mutable QList<RowTexts> m_texts; // per row
};

} // namespace gatehouse
