// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"
#include "core/schema/schema_registry.h"

#include <QHash>

namespace gatehouse {

// The trees of several files as one document: their sections stand one after the other, as decK reads them (mergo with
// appended slices in Kong/deck: pkg/file/readfile.go). What a file can say only for all must be the same in all.
// Thread: any. The registry must outlive it.
class MergedDocument
{
public:
    struct Part {
        QString file; // empty: the only one, and not from a file
        YamlNodePtr root;
    };

    // Every root is a map.
    MergedDocument(const SchemaRegistry &registry, const QList<Part> &parts);

    [[nodiscard]] const YamlTree &tree() const noexcept { return m_tree; }

    [[nodiscard]] const QList<Part> &parts() const noexcept { return m_parts; }

    // What keeps the parts from being one document.
    [[nodiscard]] const QList<Problem> &problems() const noexcept { return m_problems; }

    // Top-level keys of one part that no schema knows; they are not in the tree when there are several parts.
    [[nodiscard]] const QList<Problem> &unknownKeys() const noexcept { return m_unknownKeys; }

    // The path in the tree of a path in one part: "services/0" -> "services/7".
    [[nodiscard]] QString pathOf(qsizetype part, const QString &path) const;
    // The file that a path of the tree leads into.
    [[nodiscard]] QString fileOf(const QString &path) const;
    [[nodiscard]] Problem problemAt(const QString &path, const QString &message) const;

private:
    // The items of a section that come from one part begin with `first`.
    struct Stretch {
        qsizetype part;
        int first;
    };

    void addSection(qsizetype part, const YamlEntry &entry, YamlNode &whole);
    void addHead(qsizetype part, const YamlEntry &entry, YamlNode &whole);
    void checkTransform();
    void add(const Part &part, const QString &path, TextPosition at, const QString &message);

    const SchemaRegistry &m_registry;
    QList<Part> m_parts;
    YamlTree m_tree{nullptr};
    QHash<QString, QList<Stretch>> m_stretches;
    QList<Problem> m_problems;
    QList<Problem> m_unknownKeys;
};

} // namespace gatehouse
