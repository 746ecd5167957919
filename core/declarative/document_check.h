// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/document_index.h"
#include "core/declarative/document_items.h"
#include "core/schema/validate.h"

namespace gatehouse {

// Validates the items of a document in Kong's two passes (kong/db/schema/others/declarative_config.lua): first with
// references as texts; when that fails, again with ids drawn and references resolved, and the outcome of the second
// pass counts. Fills DocumentItem::row. Thread: any; the registry and the clock must outlive it.
class DocumentCheck
{
public:
    // Forgiving leaves out what only a node without a database refuses: the policy `cluster`, and nested lists that are
    // fields of their parent in the second pass, where Kong forgets the parent.
    enum class Reading { Exact, Forgiving };

    DocumentCheck(DocumentItems &items, const Clock &clock, Reading reading);

    // Kong's error tree, with those of headErrors() in it; empty when the document is fine.
    [[nodiscard]] QJsonObject errors(const QJsonObject &head);

private:
    enum class Pass { Texts, References };

    [[nodiscard]] QJsonObject sectionErrors(Pass pass) const;
    [[nodiscard]] QJsonValue listErrors(const ItemList &list, Pass pass) const;
    [[nodiscard]] QJsonValue itemErrors(std::size_t number, Pass pass) const;
    [[nodiscard]] QJsonObject fieldErrors(std::size_t number, Pass pass) const;
    void checkTexts();
    // Fills the row of the item.
    [[nodiscard]] QJsonObject textErrors(DocumentItem &item) const;
    [[nodiscard]] QJsonObject policyErrors(const DocumentItem &item) const;
    [[nodiscard]] QJsonObject nestedFieldErrors(DocumentItem &item) const;
    void fillReferences();
    void fillItem(std::size_t number);
    void resolveReferences(DocumentItem &item, const DocumentIndex &index);

    DocumentItems &m_items;
    Reading m_reading;
    Validator m_texts;
    Validator m_references;
    std::vector<QJsonObject> m_textErrors; // of each item
};

// The errors of the keys of a document that are no sections: _format_version and friends.
QJsonObject headErrors(const SchemaRegistry &registry, const QJsonObject &document);

// `value` at a position of a list whose other elements are null, as Kong encodes sparse lists.
void setElement(QJsonArray &list, int index, const QJsonValue &value);

} // namespace gatehouse
