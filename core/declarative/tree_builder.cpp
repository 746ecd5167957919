// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/tree_builder.h"

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

TreeBuilder::TreeBuilder(qsizetype textBytes, DuplicateKeys duplicateKeys)
    : m_aliasLimit(std::min(DocumentLimits::aliasNodes, DocumentLimits::aliasNodesPerByte * textBytes))
    , m_duplicateKeys(duplicateKeys)
{
}

bool TreeBuilder::expectsKey() const noexcept
{
    return !m_frames.empty() && m_frames.back().node->kind == YamlNode::Kind::Map && !m_frames.back().hasKey;
}

TreeBuilder::Failure TreeBuilder::begin(YamlNode::Kind kind, TextPosition position, quint64 anchor)
{
    if (expectsKey()) {
        return u"a key must be a text, not a list or a map"_s;
    }
    if (m_frames.size() >= DocumentLimits::depth) {
        return u"nested deeper than %1 levels"_s.arg(DocumentLimits::depth);
    }
    auto node = std::make_shared<YamlNode>();
    node->kind = kind;
    node->position = position;
    m_frames.push_back({std::move(node), anchor});
    return {};
}

TreeBuilder::Failure TreeBuilder::end()
{
    const Frame done = std::move(m_frames.back());
    m_frames.pop_back();
    remember(done.anchor, done.node);
    return add(done.node, done.node->position);
}

TreeBuilder::Failure TreeBuilder::scalar(const Scalar &scalar, TextPosition position, quint64 anchor)
{
    if (expectsKey()) {
        Frame &frame = m_frames.back();
        frame.key = scalar.text;
        frame.keyPosition = position;
        frame.hasKey = true;
        return {};
    }
    auto node = std::make_shared<YamlNode>();
    node->scalar = scalar.value;
    node->isPlain = scalar.isPlain;
    node->position = position;
    remember(anchor, node);
    return add(node, position);
}

TreeBuilder::Failure TreeBuilder::alias(quint64 anchor, TextPosition position)
{
    const YamlNodePtr node = m_anchors.value(anchor);
    if (!node) {
        return u"an alias may not stand inside the value it names"_s;
    }
    if (expectsKey()) {
        return u"an alias cannot be used as a key"_s;
    }
    m_aliasNodes += node->weight;
    if (m_aliasNodes > m_aliasLimit) {
        return u"the aliases of this document expand to more than %1 values"_s.arg(m_aliasLimit);
    }
    return add(node, position);
}

TreeBuilder::Failure TreeBuilder::add(const YamlNodePtr &node, TextPosition)
{
    if (++m_nodes > DocumentLimits::nodes) {
        return u"more than %1 values in one document"_s.arg(DocumentLimits::nodes);
    }
    if (m_frames.empty()) {
        m_root = node;
        return {};
    }
    Frame &frame = m_frames.back();
    frame.node->weight += node->weight;
    if (frame.node->kind == YamlNode::Kind::Map) {
        return addEntry(frame, node);
    }
    frame.node->items.append(node);
    return {};
}

TreeBuilder::Failure TreeBuilder::addEntry(Frame &frame, const YamlNodePtr &node)
{
    frame.hasKey = false;
    if (frame.key == "<<"_L1) {
        return merge(frame, *node);
    }
    const auto known = frame.index.constFind(frame.key);
    if (known == frame.index.constEnd()) {
        appendEntry(frame, {frame.key, frame.keyPosition, node}, false);
        return {};
    }
    YamlEntry &entry = frame.node->entries[*known];
    if (!frame.isMerged[*known] && m_duplicateKeys == DuplicateKeys::Refuse) {
        const QString text = u"the key '%1' stands twice in this map; the first is in line %2"_s;
        m_problems.append({frame.key, text.arg(frame.key).arg(entry.position.line), frame.keyPosition.line,
                           frame.keyPosition.column});
    }
    frame.isMerged[*known] = false;
    entry = {frame.key, frame.keyPosition, node};
    return {};
}

// Keys that are there already win over merged ones, and earlier merges over later ones (lyaml, load_map).
TreeBuilder::Failure TreeBuilder::merge(Frame &frame, const YamlNode &node)
{
    if (node.kind == YamlNode::Kind::Map) {
        mergeMap(frame, node);
        return {};
    }
    const bool isListOfMaps = node.kind == YamlNode::Kind::Sequence &&
                              std::all_of(node.items.begin(), node.items.end(),
                                          [](const YamlNodePtr &item) { return item->kind == YamlNode::Kind::Map; });
    if (!isListOfMaps) {
        return u"the merge key '<<' needs a map or a list of maps"_s;
    }
    for (const YamlNodePtr &item : node.items) {
        mergeMap(frame, *item);
    }
    return {};
}

void TreeBuilder::mergeMap(Frame &frame, const YamlNode &node)
{
    for (const YamlEntry &entry : node.entries) {
        if (!frame.index.contains(entry.key)) {
            appendEntry(frame, entry, true);
        }
    }
}

void TreeBuilder::appendEntry(Frame &frame, const YamlEntry &entry, bool isMerged)
{
    frame.index.insert(entry.key, frame.node->entries.size());
    frame.node->entries.append(entry);
    frame.isMerged.append(isMerged);
}

void TreeBuilder::remember(quint64 anchor, const YamlNodePtr &node)
{
    if (anchor != 0) {
        m_anchors.insert(anchor, node);
    }
}

} // namespace gatehouse
