// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/document_index.h"
#include "core/declarative/document_items.h"

#include <QList>

namespace gatehouse {

// Something that is wrong between the items of a document, with its path in the text.
struct DocumentProblem {
    QString path;
    QString message;
    QString first = {}; // of what is declared twice: the path of the item that was first
};

// Turns the checked items of a document into rows: ids, parents, references; and finds what is declared twice or refers
// to nothing (kong/db/schema/others/declarative_config.lua, validate_references and flatten).
// Thread: any (the items must outlive it).
class DocumentRows
{
public:
    explicit DocumentRows(DocumentItems &items);

    // Finishes DocumentItem::id and ::row. False when there are errors.
    [[nodiscard]] bool finish();

    [[nodiscard]] QJsonObject errors() const;

    [[nodiscard]] const QList<DocumentProblem> &problems() const noexcept { return m_problems; }

    // Items in the order in which Kong registers them: children before their parent.
    [[nodiscard]] const std::vector<std::size_t> &order() const noexcept { return m_order; }

    // The document with derived ids written into it, as Kong shows it beside flattened errors.
    [[nodiscard]] QJsonObject withIds(const QJsonObject &document) const;

private:
    void drawIds();
    void registerList(const ItemList &list);
    void registerItem(DocumentItem &item);
    bool registerKey(const DocumentItem &item);
    void checkReferences(const DocumentItem &item);
    void setReferences(DocumentItem &item) const;
    void checkUniqueFields();
    void checkUniqueFields(const DocumentItem &item, QHash<QString, QSet<QString>> &seen);
    void reportAt(const DocumentItem &item, const QString &key, const QString &message);
    [[nodiscard]] QString firstWith(const DocumentItem &item, const QString &key) const;
    [[nodiscard]] QJsonValue listWithIds(const ItemList &list) const;

    DocumentItems &m_items;
    DocumentIndex m_index;
    std::vector<std::size_t> m_order;
    QList<DocumentProblem> m_problems;
    QHash<QString, QMap<int, QString>> m_byPosition;   // table -> position in its list -> error
    QHash<QString, QJsonObject> m_byKey;               // table -> key of the row -> error or list of errors
    QHash<QString, QMap<int, QJsonObject>> m_inParent; // table of the parent -> its position -> error tree
};

} // namespace gatehouse
