// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"
#include "core/declarative/yaml_writer.h"

#include <QMap>
#include <QStringList>

namespace gatehouse {

// Where a project stands is one text: the name of a file; of a folder, whose *.yml, *.yaml and *.json are one
// configuration, but not those of folders in it; or of several of these, one a line.
[[nodiscard]] QString placeOfFiles(const QStringList &names);

// A folder or several files, even if it is one by now.
[[nodiscard]] bool hasSeveralFiles(const QString &place);

// What the requests of a project are kept in, beside it; no part of its configuration.
inline constexpr auto requestsSuffix = ".requests.yml";

// As the place names them, those of a folder in alphabetical order; hidden files and those with the requests' suffix
// are none of them.
[[nodiscard]] QStringList filesAt(const QString &place);
[[nodiscard]] bool existsAt(const QString &place);

// The folder that a place is, or that its first file stands in.
[[nodiscard]] QString folderAt(const QString &place);

// What a person calls it: "kong.yml", or the name of the folder.
[[nodiscard]] QString nameOfPlace(const QString &place);

// The place itself, in one line.
[[nodiscard]] QString lineOfPlace(const QString &place);

// All files, or why one of them cannot be read.
[[nodiscard]] Result<QList<FileText>> readFilesAt(const QString &place);

// The texts of all files that can be read, for a look at what is in them.
[[nodiscard]] QByteArray textAt(const QString &place);

// A configuration as it was read from its place.
struct PlaceReading {
    OpenedFile file;
    QList<FileText> texts; // of several files
};

// Reads a configuration with what its place is: several files remember which row stands where.
[[nodiscard]] Result<PlaceReading>
readAt(const DeclarativeLoader &loader, const QString &place, const Environment &environment);

// The texts of a project of several files as they were read. Decides which files a saving writes. Thread: any copy on
// its own thread. Lives as long as the opened project; the registry must outlive it.
class ProjectFiles
{
public:
    explicit ProjectFiles(const SchemaRegistry &registry)
        : m_registry(registry)
    {
    }

    // What the files say together is `file`.
    void adopt(const QList<FileText> &read, const OpenedFile &file);

    void clear() { adopt({}, {}); }

    // Of the texts of all files those that are not on disk now, whoever has written there. A file that says again what
    // it said when it was read gets the bytes that it had then.
    [[nodiscard]] QList<FileText> changed(const QList<FileText> &texts) const;

    [[nodiscard]] QStringList names() const { return m_asRead.keys(); }

private:
    const SchemaRegistry &m_registry;
    QMap<QString, QByteArray> m_asRead;
    Config m_config;
    Kept m_kept;
};

struct SavedFiles {
    QStringList names; // of those that were written, also when others could not be
    Result<> result;
};

// Writes each file at once or not at all, whatever happens to the others. The error names those that failed and those
// that did not.
[[nodiscard]] SavedFiles saveFiles(const QList<FileText> &files);

} // namespace gatehouse
