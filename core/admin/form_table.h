// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>

#include <memory>

namespace gatehouse {

// A form as Kong's decoder builds it (kong/api/arguments_decoder.lua): a table that has named members and numbered
// ones at the same time, until it is known to be a list or an object. Thread: any (a value).
class FormTable
{
public:
    // "a.b[1][x]" = value; `value` is a text, true for a name without "=", or a list when the name came repeatedly.
    void add(const QString &name, const QJsonValue &value);

    // A table with the numbers 1 to n and nothing else is a list; gaps leave an object with numbers for keys.
    [[nodiscard]] QJsonValue toJson() const;

private:
    struct Node;
    using NodePtr = std::shared_ptr<Node>;

    // Text keys before number keys; a number is held as such.
    struct Node {
        QJsonValue scalar = QJsonValue::Undefined; // a leaf when set
        QMap<QString, NodePtr> members;
        QMap<int, NodePtr> elements;

        [[nodiscard]] bool isLeaf() const { return !scalar.isUndefined(); }

        [[nodiscard]] bool isEmpty() const { return members.isEmpty() && elements.isEmpty(); }

        [[nodiscard]] int nextIndex() const;
        [[nodiscard]] QJsonValue toJson() const;
    };

    static NodePtr leaf(const QJsonValue &value);
    static NodePtr nested(const QString &name, const QJsonValue &value);
    static NodePtr place(const QString &name, const NodePtr &value, const NodePtr &container);
    static NodePtr placeAt(const QStringList &path, const NodePtr &value, const NodePtr &container);
    static void merge(Node &to, const NodePtr &from);
    static void mergeMember(NodePtr &slot, const NodePtr &from);

    Node m_root;
};

} // namespace gatehouse
