// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/declarative/document_rows.h"
#include "core/declarative/environment.h"
#include "core/declarative/file_text.h"
#include "core/declarative/kept.h"
#include "core/declarative/row_place.h"
#include "core/model/config.h"

namespace gatehouse {

// What POST /config makes of a document.
struct PostedDocument {
    QJsonObject errors;   // Kong's error tree; empty = accepted
    QJsonObject document; // what the errors are about, with derived ids; empty when the text is no document
    Config config;
    QJsonObject entities;   // table -> id -> row, as the answer prints it
    QJsonObject nestedRows; // table -> id -> {field: rows} of lists that Kong keeps in the row of their parent
    QString hash;           // 32 hexadecimal digits
};

// A file opened for editing.
struct OpenedFile {
    Config config;
    Kept kept;
    QList<Problem> warnings; // what is kept without having an effect
    QString hash;
    QList<RowPlace> places; // in the order of the text
};

// Reads declarative documents, Kong's way for the Admin API and forgivingly for a user's file: the engine is the same,
// but a file may hold things that are unknown, they are kept and written back. Every problem of a file has its place.
// Thread: any; registry and clock must outlive it.
class DeclarativeLoader
{
public:
    DeclarativeLoader(const SchemaRegistry &registry, const Clock &clock);

    [[nodiscard]] PostedDocument post(const QByteArray &text) const;
    [[nodiscard]] PostedDocument post(const QJsonObject &document) const;
    // The files as one document with decK's placeholders filled in; one that cannot be filled in is an error of the
    // text.
    [[nodiscard]] PostedDocument post(const QList<FileText> &files, const Environment &environment) const;

    [[nodiscard]] Result<OpenedFile> open(const QByteArray &text, const Environment &environment) const;
    // Several files as one configuration; problems name the file, and Kept what stands in which.
    [[nodiscard]] Result<OpenedFile> open(const QList<FileText> &files, const Environment &environment) const;
    [[nodiscard]] Result<OpenedFile> openFile(const QString &fileName, const Environment &environment) const;

private:
    [[nodiscard]] PostedDocument posted(const QByteArray &text, const YamlNodePtr &node) const;
    [[nodiscard]] PostedDocument process(const QJsonObject &written) const;
    [[nodiscard]] Config configOf(const DocumentItems &items, const DocumentRows &rows, bool transform) const;

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
};

// The hash of a configuration that holds nothing.
QString emptyConfigurationHash();

// kong/db/errors.lua, code 14. `flattened` adds the errors beside their entities.
enum class Flatten { No, Yes };
QJsonObject declarativeError(const SchemaRegistry &registry, const PostedDocument &posted, Flatten flatten);

// Who may read a saved file. Keep: as before, a new file is private; Private: its owner only; Shared: a new file is for
// everybody.
enum class FileAccess { Keep, Private, Shared };

// Writes a file at once or not at all, keeping what a link points at.
Result<> saveFile(const QString &fileName, const QByteArray &text, FileAccess access = FileAccess::Keep);

} // namespace gatehouse
