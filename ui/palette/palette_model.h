// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>

#include <functional>
#include <optional>

namespace gatehouse {

// Something the palette can do.
struct PaletteEntry {
    enum class Kind { Command, Entity, Consumer, Route, Tag, Problem, Help, Answer };

    Kind kind = Kind::Command;
    QString title;
    QString detail; // what it is, its shortcut
    std::function<void()> run;
    // What else can be done with it; null: nothing.
    std::function<QList<PaletteEntry>()> actions = nullptr;
};

// The entries that answer what is typed, best first, recently used before others; at most 30. The first letter may
// narrow the kind: > commands, @ consumers, / routes by path, # tags, : problems, ? help. Thread: control.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    // Entries that depend on the text itself: a pasted URL, curl line or token.
    using Answers = std::function<QList<PaletteEntry>(const QString &text)>;

    PaletteModel(const QList<PaletteEntry> &entries,
                 Answers answers,
                 const QStringList &recent,
                 QObject *parent = nullptr);

    void setText(const QString &text);
    // Lists what can be done with one entry in place of everything; answers and prefixes do not count there.
    void showActions(const QList<PaletteEntry> &actions);
    void leaveActions();

    [[nodiscard]] bool showsActions() const noexcept { return m_actions.has_value(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const PaletteEntry &entry(int row) const { return m_shown[row]; }

    static constexpr int detailRole = Qt::UserRole + 1;
    static constexpr qsizetype mostRows = 30;

private:
    QList<PaletteEntry> m_entries;
    std::optional<QList<PaletteEntry>> m_actions;
    Answers m_answers;
    QStringList m_recent; // titles, latest first
    QList<PaletteEntry> m_shown;
};

} // namespace gatehouse
