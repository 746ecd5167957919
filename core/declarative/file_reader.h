// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"
#include "core/declarative/keepable.h"
#include "core/declarative/merged_document.h"

namespace gatehouse {

// Reads a user's files (DeclarativeLoader::open): placeholders, what is unknown, and where everything stands.
// Thread: any, one reading each; registry and clock must outlive it.
class FileReader
{
public:
    FileReader(const SchemaRegistry &registry, const Clock &clock);

    // One text is read as a file without a name; with names, each row remembers the file it stands in.
    [[nodiscard]] Result<OpenedFile> read(const QList<FileText> &files, const Environment &environment);

private:
    // A part's placeholders that were filled in.
    struct Filled {
        qsizetype part;
        Placeholders::Filled value;
    };

    [[nodiscard]] Result<YamlNodePtr> readTree(qsizetype part, const QByteArray &text, const Environment &environment);
    [[nodiscard]] Result<OpenedFile> readDocument(const MergedDocument &whole);
    [[nodiscard]] OpenedFile
    finished(const DocumentItems &items, const DocumentRows &rows, const MergedDocument &whole) const;
    void putRow(const DocumentItem &item, OpenedFile &file) const;
    void keepUnknown(const DocumentItems &items, const MergedDocument &whole, OpenedFile &file) const;
    void keepNotes(const DocumentItem &item, const YamlTree &tree, const QString &path, OpenedFile &file) const;
    void keepSpellings(const DocumentItems &items, const MergedDocument &whole, OpenedFile &file) const;
    void keepSections(const MergedDocument &whole, Kept &kept) const;

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    QList<Filled> m_filled;
    QList<Unknown> m_unknown;
    bool m_transform = true;
    bool m_isMigrated = false;
};

} // namespace gatehouse
