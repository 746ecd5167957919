// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_model.h"

#include "ui/palette/fuzzy_match.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int recentBonus = 40;

std::optional<PaletteEntry::Kind> kindOfPrefix(QChar prefix)
{
    switch (prefix.unicode()) {
    case u'>':
        return PaletteEntry::Kind::Command;
    case u'@':
        return PaletteEntry::Kind::Consumer;
    case u'/':
        return PaletteEntry::Kind::Route;
    case u'#':
        return PaletteEntry::Kind::Tag;
    case u':':
        return PaletteEntry::Kind::Problem;
    case u'?':
        return PaletteEntry::Kind::Help;
    default:
        return std::nullopt;
    }
}

// Without a prefix: entities and commands.
bool isOffered(PaletteEntry::Kind kind, std::optional<PaletteEntry::Kind> wanted)
{
    if (wanted)
        return kind == *wanted;
    return kind != PaletteEntry::Kind::Tag && kind != PaletteEntry::Kind::Problem && kind != PaletteEntry::Kind::Help;
}

} // namespace

PaletteModel::PaletteModel(const QList<PaletteEntry> &entries,
                           Answers answers,
                           const QStringList &recent,
                           QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(entries)
    , m_answers(std::move(answers))
    , m_recent(recent)
{
    setText({});
}

void PaletteModel::setText(const QString &text)
{
    const QList<PaletteEntry> &entries = m_actions ? *m_actions : m_entries;
    const std::optional<PaletteEntry::Kind> wanted = text.isEmpty() || m_actions ? std::nullopt : kindOfPrefix(text[0]);
    // The slash is part of the path that is looked for.
    const QString typed = wanted && *wanted != PaletteEntry::Kind::Route ? text.mid(1) : text;
    QList<std::pair<int, qsizetype>> found;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const PaletteEntry &entry = entries[i];
        if (!isOffered(entry.kind, wanted))
            continue;
        const QString &searched = wanted == PaletteEntry::Kind::Route ? entry.detail : entry.title;
        const std::optional<int> score = fuzzyScore(searched, typed);
        if (!score)
            continue;
        const qsizetype used = m_recent.indexOf(entry.title);
        found.append({*score + (used < 0 ? 0 : recentBonus - static_cast<int>(used)), i});
    }
    const qsizetype kept = std::min(found.size(), mostRows);
    std::partial_sort(found.begin(), found.begin() + kept, found.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    beginResetModel();
    m_shown = m_actions ? QList<PaletteEntry>() : m_answers(text);
    for (qsizetype i = 0; i < kept && m_shown.size() < mostRows; ++i)
        m_shown << entries[found[i].second];
    endResetModel();
}

void PaletteModel::showActions(const QList<PaletteEntry> &actions)
{
    m_actions = actions;
    setText({});
}

void PaletteModel::leaveActions()
{
    m_actions.reset();
    setText({});
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteEntry &entry = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case detailRole:
        return entry.detail;
    case Qt::AccessibleTextRole:
        return QString(entry.title + u", "_s + entry.detail);
    default:
        return {};
    }
}

} // namespace gatehouse
