// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"
#include "core/declarative/keepable.h"

namespace gatehouse {

// Reads one user's file (DeclarativeLoader::open): placeholders, what is unknown, and where everything stands.
// Thread: any, one file each; registry and clock must outlive it.
class FileReader
{
public:
    FileReader(const SchemaRegistry &registry, const Clock &clock);

    [[nodiscard]] Result<OpenedFile> read(const QByteArray &text, const Environment &environment);

private:
    [[nodiscard]] Result<YamlTree> readTree(const QByteArray &text, const Environment &environment);
    [[nodiscard]] Result<OpenedFile> readItems(QJsonObject document, const YamlTree &tree);
    [[nodiscard]] OpenedFile finished(const DocumentItems &items, const DocumentRows &rows, const YamlTree &tree);
    void putRow(const DocumentItem &item, OpenedFile &file) const;
    void keepUnknown(const DocumentItems &items, const YamlTree &tree, OpenedFile &file) const;
    void keepNotes(const DocumentItem &item, const YamlTree &tree, const QString &path, OpenedFile &file) const;
    void keepSpellings(const DocumentItems &items, OpenedFile &file) const;
    void keepSections(const YamlTree &tree, Kept &kept) const;

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    QList<Placeholders::Filled> m_filled;
    QList<Unknown> m_unknown;
    bool m_transform = true;
};

} // namespace gatehouse
