// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_tree.h"

#include <QHash>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int folderRole = Qt::UserRole + 1;
constexpr int nameRole = Qt::UserRole + 2;
constexpr int textRole = Qt::UserRole + 3; // without its mark
constexpr int rowPadding = 8;

RequestKey keyOf(const QModelIndex &index)
{
    return {index.data(folderRole).toString(), index.data(nameRole).toString()};
}

} // namespace

size_t qHash(const RequestKey &key, size_t seed)
{
    return qHashMulti(seed, key.folder, key.name);
}

RequestTree::RequestTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(u"requestTree"_s);
    setAccessibleName(tr("Saved requests"));
    setModel(&m_items);
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setIndentation(fontMetrics().height());
    setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &RequestTree::chosen);
}

QStandardItem *RequestTree::makeItem(const RequestKey &key, const QString &text) const
{
    auto *item = new QStandardItem(text); // the model owns it
    item->setData(key.folder, folderRole);
    item->setData(key.name, nameRole);
    item->setData(text, textRole);
    item->setSizeHint({0, fontMetrics().height() + rowPadding});
    mark(*item);
    return item;
}

void RequestTree::mark(QStandardItem &item) const
{
    const RequestKey key{item.data(folderRole).toString(), item.data(nameRole).toString()};
    const Mark shown = m_markOf ? m_markOf(key) : Mark();
    const QString text = item.data(textRole).toString();
    item.setText(shown.glyph.isEmpty() ? text : QString(shown.glyph + u' ' + text));
    item.setData(shown.words.isEmpty() ? text : QString(text + u", "_s + shown.words), Qt::AccessibleTextRole);
}

void RequestTree::showRequests(const RequestCollection &collection)
{
    const RequestKey before = current();
    {
        const QSignalBlocker quiet(selectionModel());
        m_items.clear();
        m_items.appendRow(makeItem({}, tr("Not saved")));
        QHash<QString, QStandardItem *> folders;
        for (const SavedRequest &request : collection.requests) {
            QStandardItem *parent = m_items.invisibleRootItem();
            if (!request.folder.isEmpty()) {
                if (!folders.contains(request.folder)) {
                    folders.insert(request.folder, makeItem({request.folder, {}}, request.folder));
                    m_items.appendRow(folders[request.folder]);
                }
                parent = folders[request.folder];
            }
            parent->appendRow(makeItem({request.folder, request.name}, request.name));
        }
        expandAll();
    }
    select(before);
}

void RequestTree::refreshMarks()
{
    for (int row = 0; row < m_items.rowCount(); ++row) {
        QStandardItem *item = m_items.item(row);
        mark(*item);
        for (int below = 0; below < item->rowCount(); ++below)
            mark(*item->child(below));
    }
}

RequestKey RequestTree::current() const
{
    return keyOf(currentIndex());
}

QModelIndex RequestTree::indexOf(const RequestKey &key) const
{
    for (int row = 0; row < m_items.rowCount(); ++row) {
        const QModelIndex index = m_items.index(row, 0);
        if (keyOf(index) == key)
            return index;
        for (int below = 0; below < m_items.rowCount(index); ++below) {
            if (keyOf(m_items.index(below, 0, index)) == key)
                return m_items.index(below, 0, index);
        }
    }
    return m_items.index(0, 0);
}

void RequestTree::select(const RequestKey &key)
{
    setCurrentIndex(indexOf(key));
}

} // namespace gatehouse
