// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/form_table.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// Numbers beyond this are taken for names, so that a form cannot make a list of millions.
constexpr int largestIndex = 1000;

std::optional<int> indexOf(const QString &key)
{
    bool isNumber = false;
    const int number = key.toInt(&isNumber);
    return isNumber && number > 0 && number <= largestIndex ? std::optional(number) : std::nullopt;
}

// "a[1].b[x.y]" -> "a[1]", "b[x.y]": dots inside brackets are part of the key.
QStringList splitAtDots(const QString &name)
{
    static const QRegularExpression part(uR"((?:[^.](?:\[[^\]]*\])*)+)"_s);
    QStringList parts;
    auto matches = part.globalMatch(name);
    while (matches.hasNext()) {
        parts.append(matches.next().captured());
    }
    return parts;
}

// "a[1][x]" -> "a", "1", "x"; only the name itself when there are no brackets behind its first character.
QStringList splitAtBrackets(const QString &name)
{
    const qsizetype bracket = name.indexOf(u'[', 1);
    if (bracket < 0) {
        return {name};
    }
    static const QRegularExpression key(uR"(\[([^\]]*)\])"_s);
    QStringList path{name.first(bracket)};
    auto matches = key.globalMatch(name.sliced(bracket));
    while (matches.hasNext()) {
        path.append(matches.next().captured(1));
    }
    return path.size() > 1 ? path : QStringList{name};
}

} // namespace

int FormTable::Node::nextIndex() const
{
    int next = 1;
    while (elements.contains(next)) {
        ++next;
    }
    return next;
}

QJsonValue FormTable::Node::toJson() const
{
    if (isLeaf()) {
        return scalar;
    }
    const bool isList = members.isEmpty() && !elements.isEmpty() && elements.lastKey() == elements.size();
    QJsonArray list;
    QJsonObject object;
    for (auto element = elements.begin(); element != elements.end(); ++element) {
        list.append(element.value()->toJson());
        object.insert(QString::number(element.key()), element.value()->toJson());
    }
    for (auto member = members.begin(); member != members.end(); ++member) {
        object.insert(member.key(), member.value()->toJson());
    }
    return isList ? QJsonValue(list) : QJsonValue(object);
}

FormTable::NodePtr FormTable::leaf(const QJsonValue &value)
{
    auto node = std::make_shared<Node>();
    if (!value.isArray()) {
        node->scalar = value;
        return node;
    }
    const QJsonArray values = value.toArray();
    for (const QJsonValue &each : values) {
        node->elements.insert(static_cast<int>(node->elements.size()) + 1, leaf(each));
    }
    return node;
}

// Puts a value at "a[1][x]" below a container and returns where what follows the next dot goes.
FormTable::NodePtr FormTable::place(const QString &name, const NodePtr &value, const NodePtr &container)
{
    return placeAt(splitAtBrackets(name), value, container);
}

FormTable::NodePtr FormTable::placeAt(const QStringList &path, const NodePtr &value, const NodePtr &container)
{
    const QString &key = path.first();
    const bool isLast = path.size() == 1;
    if (key.isEmpty() && isLast && !value->isLeaf()) {
        // "a[]" with several values: they are the elements. What follows a dot goes beside them.
        for (const NodePtr &element : std::as_const(value->elements)) {
            container->elements.insert(container->nextIndex(), element);
        }
        return container;
    }
    const auto index = key.isEmpty() ? std::optional(isLast ? container->nextIndex() : 1) : indexOf(key);
    const NodePtr next = isLast ? value : std::make_shared<Node>();
    if (index) {
        container->elements.insert(*index, next);
    } else {
        container->members.insert(key, next);
    }
    return isLast ? next : placeAt(path.sliced(1), value, next);
}

FormTable::NodePtr FormTable::nested(const QString &name, const QJsonValue &value)
{
    auto root = std::make_shared<Node>();
    // Kong files names that begin or end with a dot under the key "name".
    if (name.startsWith(u'.') || name.endsWith(u'.')) {
        root->members.insert(u"name"_s, leaf(value));
        return root;
    }
    QStringList parts = splitAtDots(name);
    if (parts.isEmpty()) {
        parts = QStringList{name};
    }
    NodePtr bucket = root;
    for (const QString &part : parts.first(parts.size() - 1)) {
        bucket = place(part, std::make_shared<Node>(), bucket);
    }
    place(parts.last(), leaf(value), bucket);
    return root;
}

void FormTable::mergeMember(NodePtr &slot, const NodePtr &from)
{
    if (!slot) {
        slot = from;
        return;
    }
    if (slot->isLeaf()) {
        auto list = std::make_shared<Node>();
        list->elements.insert(1, slot);
        slot = list;
    }
    merge(*slot, from);
}

void FormTable::merge(Node &to, const NodePtr &from)
{
    if (from->isLeaf()) {
        to.elements.insert(to.nextIndex(), from);
        return;
    }
    for (auto member = from->members.begin(); member != from->members.end(); ++member) {
        mergeMember(to.members[member.key()], member.value());
    }
    for (auto element = from->elements.begin(); element != from->elements.end(); ++element) {
        mergeMember(to.elements[element.key()], element.value());
    }
}

void FormTable::add(const QString &name, const QJsonValue &value)
{
    merge(m_root, nested(name, value));
}

QJsonValue FormTable::toJson() const
{
    return m_root.toJson();
}

} // namespace gatehouse
