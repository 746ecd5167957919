// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <memory>

namespace gatehouse {

// Counted from 1; 0 when the place is not known.
struct TextPosition {
    int line = 0;
    int column = 0;
};

struct YamlEntry;
struct YamlNode;
using YamlNodePtr = std::shared_ptr<const YamlNode>;

// One value of a document with the place it was written at; maps keep the order of the text. An alias is the same
// node again, so a tree costs no more memory than its text.
struct YamlNode {
    // Verbatim is a scalar whose text is written without quotes or escapes: decK's `${{ env "DECK_X" }}`.
    enum class Kind { Scalar, Sequence, Map, Verbatim };

    Kind kind = Kind::Scalar;
    bool isPlain = false; // a scalar without quotes and tag
    TextPosition position = {};
    QJsonValue scalar = {};        // null, boolean, number or text
    QList<YamlNodePtr> items = {}; // Sequence
    QList<YamlEntry> entries = {}; // Map
    qint64 weight = 1;             // nodes below and including this one, aliases counted every time

    [[nodiscard]] const YamlEntry *find(const QString &key) const;
};

struct YamlEntry {
    QString key;
    TextPosition position;
    YamlNodePtr value;
};

enum class DuplicateKeys { Refuse, LastWins };

// A document as a tree, and its positions by path. Thread: any (immutable). The tree shares its nodes with its copies.
class YamlTree
{
public:
    explicit YamlTree(YamlNodePtr root)
        : m_root(std::move(root))
    {
    }

    // Null when the text holds no document at all.
    [[nodiscard]] const YamlNodePtr &root() const noexcept { return m_root; }

    // The place of the deepest node that exists on the way along "services/0/routes/1/name".
    [[nodiscard]] TextPosition positionOf(QStringView path) const;

private:
    YamlNodePtr m_root;
};

// Reads the first document of a YAML stream and types plain scalars as Kong's reader does (lyaml, YAML 1.1: `off` is a
// boolean, `010` is eight). Bounds: 32 MiB of text, 64 levels, 4 million nodes, aliases at most 1 million nodes and 100
// times the text. Every problem has a line and a column.
Result<YamlTree> parseYaml(const QByteArray &text, DuplicateKeys duplicateKeys = DuplicateKeys::Refuse);

// RFC 8259 text in the same tree with the same bounds; keys may not repeat unless told so.
Result<YamlTree> parseJson(const QByteArray &text, DuplicateKeys duplicateKeys = DuplicateKeys::Refuse);

QJsonValue toJson(const YamlNode &node);

} // namespace gatehouse
