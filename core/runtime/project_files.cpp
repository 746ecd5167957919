// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project_files.h"

#include "core/declarative/tree_builder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostFiles = 1000; // far more than people keep apart, far less than would be a mistake to read

struct Words {
    Q_DECLARE_TR_FUNCTIONS(project)
};

} // namespace

QString placeOfFiles(const QStringList &names)
{
    QStringList places;
    for (const QString &name : names)
        places << QFileInfo(name).absoluteFilePath();
    return places.join(u'\n');
}

bool hasSeveralFiles(const QString &place)
{
    const QFileInfo info(place);
    return info.isDir() || (place.contains(u'\n') && !info.exists());
}

QStringList filesAt(const QString &place)
{
    if (place.isEmpty())
        return {};
    QStringList files;
    if (!hasSeveralFiles(place))
        return {place};
    if (!QFileInfo(place).isDir()) {
        for (const QString &each : place.split(u'\n'))
            files += filesAt(each);
        return files;
    }
    const QFileInfoList found =
        QDir(place).entryInfoList({u"*.yml"_s, u"*.yaml"_s, u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : found) {
        if (!file.fileName().endsWith(QLatin1String(requestsSuffix)))
            files << file.filePath();
    }
    return files;
}

bool existsAt(const QString &place)
{
    const QStringList files = filesAt(place);
    return !files.isEmpty() &&
           std::all_of(files.begin(), files.end(), [](const QString &file) { return QFileInfo::exists(file); });
}

QString folderAt(const QString &place)
{
    const QFileInfo info(place.section(u'\n', 0, 0));
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

QString nameOfPlace(const QString &place)
{
    return hasSeveralFiles(place) ? QDir(folderAt(place)).dirName() : QFileInfo(place).fileName();
}

QString lineOfPlace(const QString &place)
{
    return place.split(u'\n').join(u", "_s);
}

Result<QList<FileText>> readFilesAt(const QString &place)
{
    const QStringList files = filesAt(place);
    if (files.isEmpty())
        return Error{ErrorKind::NotFound,
                     Words::tr("There is no .yml, .yaml or .json file in %1.").arg(lineOfPlace(place))};
    if (files.size() > mostFiles)
        return Error{
            ErrorKind::Invalid,
            Words::tr("%1 holds more than %2 files: it is no project.").arg(lineOfPlace(place)).arg(mostFiles)};
    QList<FileText> texts;
    qsizetype room = DocumentLimits::textBytes;
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io, Words::tr("Cannot read %1: %2").arg(name, file.errorString())};
        texts.append({name, file.read(room + 1)});
        room -= texts.last().text.size();
        if (room < 0)
            return Error{ErrorKind::Invalid, Words::tr("The files of %1 are larger together than one may be (%2 MiB).")
                                                 .arg(lineOfPlace(place))
                                                 .arg(DocumentLimits::textBytes / (1024 * 1024))};
    }
    return texts;
}

QByteArray textAt(const QString &place)
{
    QByteArray text;
    for (const QString &name : filesAt(place)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            text += file.read(DocumentLimits::textBytes + 1) + '\n';
    }
    return text;
}

Result<PlaceReading> readAt(const DeclarativeLoader &loader, const QString &place, const Environment &environment)
{
    const Result<QList<FileText>> texts = hasSeveralFiles(place) ? readFilesAt(place) : QList<FileText>();
    if (!texts)
        return texts.error();
    const Result<OpenedFile> opened =
        texts->isEmpty() ? loader.openFile(place, environment) : loader.open(*texts, environment);
    if (!opened)
        return opened.error();
    return PlaceReading{*opened, *texts};
}

void ProjectFiles::adopt(const QList<FileText> &read, const OpenedFile &file)
{
    m_asRead.clear();
    for (const FileText &each : read)
        m_asRead.insert(each.name, each.text);
    m_config = file.config;
    m_kept = file.kept;
}

// Files of an older _format_version go together to the one that is written, and back: they must be the same.
QList<FileText> ProjectFiles::changed(const QList<FileText> &texts) const
{
    QHash<QString, QByteArray> unchanged; // what would have been written at once after the reading
    for (const FileText &file : writeFiles(m_registry, m_config, m_kept))
        unchanged.insert(file.name, file.text);
    const bool isSame = std::all_of(texts.begin(), texts.end(), [&unchanged](const FileText &file) {
        return unchanged.value(file.name) == file.text;
    });
    QList<FileText> result;
    for (const FileText &file : texts) {
        const bool isAsRead =
            isSame || (!m_kept.isMigrated && m_asRead.contains(file.name) && unchanged.value(file.name) == file.text);
        const QByteArray bytes = isAsRead ? m_asRead.value(file.name) : file.text;
        QFile onDisk(file.name);
        if (!onDisk.open(QIODevice::ReadOnly) || onDisk.readAll() != bytes)
            result.append({file.name, bytes});
    }
    return result;
}

SavedFiles saveFiles(const QList<FileText> &files)
{
    QStringList done;
    QList<Problem> problems;
    for (const FileText &file : files) {
        if (const Result<> saved = saveFile(file.name, file.text); !saved) {
            problems.append({{}, saved.error().message});
            continue;
        }
        done << QFileInfo(file.name).fileName();
    }
    if (problems.isEmpty())
        return {done, {}};
    const QString rest = done.isEmpty() ? Words::tr("No file was written.")
                                        : Words::tr("These files were written: %1.").arg(done.join(u", "_s));
    return {done,
            Error{ErrorKind::Io, Words::tr("Not all changes are saved; they are still here. %1").arg(rest), problems}};
}

} // namespace gatehouse
