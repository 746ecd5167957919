// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_tree.h"

#include "core/base/parallel.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <vector>

namespace gatehouse {
namespace {

struct Step {
    YamlNodePtr node;
    TextPosition position;
};

Step stepInto(const YamlNode &node, QStringView name)
{
    if (node.kind == YamlNode::Kind::Map) {
        const YamlEntry *entry = node.find(name.toString());
        return entry ? Step{entry->value, entry->position} : Step{};
    }
    bool isIndex = false;
    const int index = name.toInt(&isIndex);
    if (!isIndex || index < 0 || index >= node.items.size()) {
        return {};
    }
    return {node.items[index], node.items[index]->position};
}

} // namespace

const YamlEntry *YamlNode::find(const QString &key) const
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&key](const YamlEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

TextPosition YamlTree::positionOf(QStringView path) const
{
    if (!m_root) {
        return {};
    }
    Step at{m_root, m_root->position};
    const auto names = path.split(u'/', Qt::SkipEmptyParts);
    for (const QStringView name : names) {
        const Step next = stepInto(*at.node, name);
        if (!next.node) {
            break;
        }
        at = next;
    }
    return at.position;
}

QJsonValue toJson(const YamlNode &node)
{
    if (node.kind == YamlNode::Kind::Scalar || node.kind == YamlNode::Kind::Verbatim) {
        return node.scalar;
    }
    if (node.kind == YamlNode::Kind::Sequence) {
        std::vector<QJsonValue> values(static_cast<std::size_t>(node.items.size()));
        forEachIndex(values.size(), [&](std::size_t i) { values[i] = toJson(*node.items[static_cast<qsizetype>(i)]); });
        QJsonArray array;
        std::copy(values.begin(), values.end(), std::back_inserter(array));
        return array;
    }
    QJsonObject object;
    for (const YamlEntry &entry : node.entries) {
        object.insert(entry.key, toJson(*entry.value));
    }
    return object;
}

} // namespace gatehouse
