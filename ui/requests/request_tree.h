// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_collection.h"

#include <QStandardItemModel>
#include <QTreeView>

#include <functional>

namespace gatehouse {

// Which request of the list: a folder and a name in it; a folder alone has no name, the one that is not saved neither.
struct RequestKey {
    QString folder = {};
    QString name = {};

    [[nodiscard]] bool isSaved() const { return !name.isEmpty(); }

    [[nodiscard]] bool isFolder() const { return name.isEmpty() && !folder.isEmpty(); }

    bool operator==(const RequestKey &) const = default;
};

[[nodiscard]] size_t qHash(const RequestKey &key, size_t seed = 0);

// The saved requests in their folders, each with what its last answer was, and first the one that is not saved.
// Thread: control.
class RequestTree : public QTreeView
{
    Q_OBJECT
public:
    explicit RequestTree(QWidget *parent = nullptr);

    // What stands before a name, and what is said of it.
    struct Mark {
        QString glyph;
        QString words;
    };

    void setMarks(std::function<Mark(const RequestKey &)> markOf) { m_markOf = std::move(markOf); }

    void showRequests(const RequestCollection &collection);
    void refreshMarks();
    [[nodiscard]] RequestKey current() const;
    void select(const RequestKey &key);

signals:
    void chosen(); // another one is the current one

private:
    [[nodiscard]] QStandardItem *makeItem(const RequestKey &key, const QString &text) const;
    void mark(QStandardItem &item) const;
    [[nodiscard]] QModelIndex indexOf(const RequestKey &key) const;

    QStandardItemModel m_items;
    std::function<Mark(const RequestKey &)> m_markOf;
};

} // namespace gatehouse
