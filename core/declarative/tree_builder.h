// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"

#include <QHash>

#include <vector>

namespace gatehouse {

// Limits of a document (CWE-776 and friends); tests sit at each limit and one beyond.
struct DocumentLimits {
    static constexpr qsizetype textBytes = 32 * 1024 * 1024;
    static constexpr std::size_t depth = 64;
    static constexpr qint64 nodes = 4'000'000;
    static constexpr qint64 aliasNodes = 1'000'000;
    static constexpr qint64 aliasNodesPerByte = 100;
};

// Turns the events of a parser into a tree: merge keys, duplicate keys and all bounds are dealt with here.
// Thread: any, one document each. A method that returns a text has failed for good; the text says why.
class TreeBuilder
{
public:
    TreeBuilder(qsizetype textBytes, DuplicateKeys duplicateKeys);

    using Failure = QString;

    struct Scalar {
        QJsonValue value = {};
        QString text = {}; // where it may be a key
        bool isPlain = false;
    };

    Failure begin(YamlNode::Kind kind, TextPosition position, quint64 anchor);
    Failure end();
    Failure scalar(const Scalar &scalar, TextPosition position, quint64 anchor);
    Failure alias(quint64 anchor, TextPosition position);

    [[nodiscard]] bool isDone() const noexcept { return m_frames.empty() && m_root; }

    [[nodiscard]] const YamlNodePtr &root() const noexcept { return m_root; }

    [[nodiscard]] const QList<Problem> &problems() const noexcept { return m_problems; }

    // Whether the next scalar is the key of a map.
    [[nodiscard]] bool expectsKey() const noexcept;

private:
    struct Frame {
        std::shared_ptr<YamlNode> node;
        quint64 anchor = 0;
        bool hasKey = false;
        QString key = {};
        TextPosition keyPosition = {};
        QHash<QString, qsizetype> index = {};
        QList<bool> isMerged = {};
    };

    Failure add(const YamlNodePtr &node, TextPosition position);
    Failure addEntry(Frame &frame, const YamlNodePtr &node);
    Failure merge(Frame &frame, const YamlNode &node);
    void mergeMap(Frame &frame, const YamlNode &node);
    void appendEntry(Frame &frame, const YamlEntry &entry, bool isMerged);
    void remember(quint64 anchor, const YamlNodePtr &node);

    qint64 m_aliasLimit;
    qint64 m_nodes = 0;
    qint64 m_aliasNodes = 0;
    DuplicateKeys m_duplicateKeys;
    std::vector<Frame> m_frames;
    QHash<quint64, YamlNodePtr> m_anchors;
    YamlNodePtr m_root;
    QList<Problem> m_problems;
};

} // namespace gatehouse
