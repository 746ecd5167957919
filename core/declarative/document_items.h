// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

#include <QJsonObject>
#include <QJsonValue>

#include <vector>

namespace gatehouse {

// The items of one list of a document: a section ("services") or a list nested in an item.
struct ItemList {
    const RecordSchema *schema = nullptr;
    std::vector<std::size_t> items = {}; // numbers of items, in the order written
};

// One entity as a document writes it, nested lists split off.
struct DocumentItem {
    const RecordSchema *schema = nullptr;
    const Field *parentField = nullptr; // the field that points at the parent; null in a section
    std::ptrdiff_t parent = -1;
    int index = 0; // position in its list
    bool isRecord = true;
    bool isSkipped = false;       // set aside by the reader, see Kept
    bool isFieldOfParent = false; // the list has the name of a field: `snis` of a certificate
    QJsonObject fields = {};      // as written, without nested lists and notes
    QJsonObject notes = {};       // _comment, _ignore
    QJsonObject listErrors = {};  // nested lists that are no lists
    std::vector<ItemList> lists = {};

    QString id = {};       // explicit or derived; empty while it will be random
    QJsonObject row = {};  // filled in by the check, finished by makeRows()
    QJsonObject full = {}; // second pass: `fields` with ids and resolved references

    [[nodiscard]] bool isNested() const { return parentField != nullptr; }
};

// Every entity of a document, parents before their children, and the lists they stand in (topological order of the
// entities, as Kong walks them). Thread: any (a value; the registry must outlive it).
class DocumentItems
{
public:
    // Null elements of lists are skipped instead of reported when told so.
    enum class NullItems { Report, Skip };

    DocumentItems(const SchemaRegistry &registry, const QJsonObject &document, NullItems nullItems);

    [[nodiscard]] const SchemaRegistry &registry() const noexcept { return *m_registry; }

    [[nodiscard]] std::vector<DocumentItem> &items() noexcept { return m_items; }

    [[nodiscard]] const std::vector<DocumentItem> &items() const noexcept { return m_items; }

    [[nodiscard]] const std::vector<ItemList> &sections() const noexcept { return m_sections; }

    // Sections that are no lists, and keys that are unknown.
    [[nodiscard]] const QJsonObject &errors() const noexcept { return m_errors; }

    // "services/0/routes/1"
    [[nodiscard]] QString pathOf(const DocumentItem &item) const;

private:
    struct Child {
        const RecordSchema *schema;
        const Field *field;
    };

    [[nodiscard]] std::vector<Child> childrenOf(const RecordSchema &schema);
    void addItem(ItemList &list, const QJsonValue &value, const DocumentItem &start);
    void splitItem(std::size_t number, const QJsonObject &written);
    bool addList(const QJsonValue &value, std::vector<ItemList> &lists, const DocumentItem &start);

    const SchemaRegistry *m_registry;
    NullItems m_nullItems;
    QList<const RecordSchema *> m_order;
    QHash<const RecordSchema *, std::vector<Child>> m_children;
    std::vector<DocumentItem> m_items;
    std::vector<ItemList> m_sections;
    QJsonObject m_errors;
};

// An input field of a row that is kept in rows of its own: `snis` of a certificate.
bool isTransientField(const RecordSchema &schema, const QString &key);

// The elements of a value that Lua would take for a list (an empty map is one); nothing when it is none.
std::optional<QJsonArray> asList(const QJsonValue &value);

// `{"1": a, "2": b}` for a list where a record is expected, as Lua sees no difference.
QJsonObject asRecord(const QJsonValue &value);

} // namespace gatehouse
