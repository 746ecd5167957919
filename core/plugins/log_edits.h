// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

class QJsonObject;

namespace gatehouse {

// Fields that a log plugin's custom_fields_by_lua sets or deletes in the record of a request; a dot in a name leads
// into an object (kong/pdk/log.lua, set_serialize_value). Only chunks that return a constant have an effect. Thread:
// any (immutable once built). Lives as long as its plugin.
class LogEdits
{
public:
    explicit LogEdits(const QJsonObject &customFields);

    [[nodiscard]] bool isEmpty() const noexcept { return m_root.children.empty(); }

    // The names whose chunks are no constants.
    [[nodiscard]] const QStringList &ignoredNames() const noexcept { return m_ignoredNames; }

    // Room that apply() may need for a record of that size.
    [[nodiscard]] std::size_t limit(std::size_t recordSize) const noexcept { return recordSize + m_added; }

    // Writes the record, one JSON object, with the changes made; returns its size.
    std::size_t apply(std::string_view record, char *out) const;

private:
    struct Node {
        std::string key;   // as JSON, with its quotes
        std::string value; // JSON; empty: the field is deleted or has children
        bool isLeaf = false;
        std::vector<Node> children;
    };

    static Node &childOf(Node &parent, const QString &name);
    void add(const QString &path, std::string value);
    static const Node *find(const Node &parent, std::string_view key) noexcept;
    static char *write(const Node &node, std::string_view object, char *out);

    Node m_root;
    std::size_t m_added = 0;
    QStringList m_ignoredNames;
};

} // namespace gatehouse
