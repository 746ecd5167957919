// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_book.h"

#include "core/declarative/declarative_loader.h"

#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Null: there is no such file.
QByteArray bytesAt(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

RequestBook::RequestBook(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
{
    connect(&project.store(), &ConfigStore::changed, this, [this](const Change &, Origin origin) {
        if (origin == Origin::Open)
            m_isOther = true;
    });
    connect(&project, &Project::fileChanged, this, &RequestBook::follow);
    follow();
}

// A project that was opened has requests of its own; one that was saved under another name takes them along.
void RequestBook::follow()
{
    const QString fileName = RequestCollection::fileFor(m_project.fileName());
    const bool isOther = std::exchange(m_isOther, false);
    if (fileName == m_fileName && !isOther)
        return;
    m_fileName = fileName;
    if (isOther || m_collection.requests.isEmpty()) {
        load();
        return;
    }
    m_isUnreadable = false;
    m_asOnDisk.clear();
    write();
}

void RequestBook::load()
{
    m_asOnDisk = m_fileName.isEmpty() ? QByteArray() : bytesAt(m_fileName);
    Result<RequestCollection> read = RequestCollection::read(m_asOnDisk);
    m_isUnreadable = !read;
    const QList<SavedRequest> requests = read ? read->requests : QList<SavedRequest>();
    m_collection = {{}, read ? read->others : QList<YamlEntry>()};
    for (const SavedRequest &request : requests) {
        m_collection.requests << request;
        m_collection.requests.last().name.clear();
        m_collection.requests.last().name = freeName(request.folder, request.name); // it stands for one request
    }
    if (!read) {
        Error error = read.error();
        error.message = tr("The requests in %1 cannot be read: %2").arg(m_fileName, error.message);
        emit failed(error);
    }
    emit loaded();
    emit changed();
}

void RequestBook::replace(const RequestCollection &collection)
{
    m_collection = collection;
    write();
    emit changed();
}

void RequestBook::write()
{
    if (m_fileName.isEmpty())
        return;
    if (m_isUnreadable || bytesAt(m_fileName) != m_asOnDisk)
        emit failed(
            {ErrorKind::Conflict, tr("%1 holds something else by now, and is not written over.").arg(m_fileName)});
    else
        overwrite();
}

void RequestBook::overwrite()
{
    const QByteArray text = m_collection.text();
    if (const Result<> saved = saveFile(m_fileName, text, FileAccess::Keep); !saved) {
        emit failed(saved.error());
        return;
    }
    m_isUnreadable = false;
    m_asOnDisk = text;
}

qsizetype RequestBook::find(const QString &folder, const QString &name) const
{
    const QList<SavedRequest> &all = m_collection.requests;
    const auto found = std::find_if(all.begin(), all.end(), [&folder, &name](const SavedRequest &each) {
        return each.folder == folder && each.name == name;
    });
    return found == all.end() ? -1 : found - all.begin();
}

QString RequestBook::freeName(const QString &folder, const QString &name) const
{
    QString candidate = name;
    for (int n = 2; find(folder, candidate) >= 0; ++n)
        candidate = u"%1 %2"_s.arg(name).arg(n);
    return candidate;
}

} // namespace gatehouse
