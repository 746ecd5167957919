// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/revision_folder.h"

#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QByteArrayView mark = "# gatehouse ";
constexpr auto suffix = ".yml"_L1;
constexpr qint64 longestHead = 1024 * 1024; // bytes; a line beyond is none of ours

constexpr std::array origins{std::pair{Origin::User, "user"}, std::pair{Origin::AdminApi, "admin_api"},
                             std::pair{Origin::File, "file"}, std::pair{Origin::Restore, "restore"}};

// The names do not change: files have them.
QString toText(Origin origin)
{
    const auto *known =
        std::find_if(origins.begin(), origins.end(), [origin](const auto &each) { return each.first == origin; });
    return QLatin1String(known == origins.end() ? "user" : known->second);
}

Origin originOf(const QString &text)
{
    const auto *known = std::find_if(origins.begin(), origins.end(),
                                     [&text](const auto &each) { return text == QLatin1String(each.second); });
    return known == origins.end() ? Origin::User : known->first;
}

QByteArray headOf(const Revision &revision)
{
    QJsonObject head{{u"number"_s, static_cast<qint64>(revision.number)},
                     {u"time"_s, revision.time.toString(Qt::ISODateWithMs)},
                     {u"origin"_s, toText(revision.origin)},
                     {u"summary"_s, revision.summary},
                     {u"added"_s, revision.counts.added},
                     {u"removed"_s, revision.counts.removed},
                     {u"changed"_s, revision.counts.changed}};
    if (!revision.otherSecrets.isEmpty())
        head.insert(u"other_secrets"_s, QJsonArray::fromStringList(revision.otherSecrets));
    if (revision.isPinned)
        head.insert(u"pinned"_s, revision.note);
    return mark.toByteArray() + QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Revision> readHead(const QString &key, const QByteArray &line)
{
    if (!line.startsWith(mark))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(line.mid(mark.size())).object();
    if (head.isEmpty())
        return std::nullopt;
    Revision revision;
    revision.key = key;
    revision.number = static_cast<quint64>(head.value("number"_L1).toInteger());
    revision.time = QDateTime::fromString(head.value("time"_L1).toString(), Qt::ISODateWithMs);
    revision.origin = originOf(head.value("origin"_L1).toString());
    revision.summary = head.value("summary"_L1).toString();
    revision.counts = {head.value("added"_L1).toInt(), head.value("removed"_L1).toInt(),
                       head.value("changed"_L1).toInt()};
    const QJsonArray secrets = head.value("other_secrets"_L1).toArray();
    for (const QJsonValue &secret : secrets)
        revision.otherSecrets << secret.toString();
    revision.isPinned = head.contains("pinned"_L1);
    revision.note = head.value("pinned"_L1).toString();
    return revision;
}

std::optional<Revision> readHeadOf(const QString &key, const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? readHead(key, file.readLine(longestHead)) : std::nullopt;
}

QString keyOf(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd-HHmmsszzz"_s);
}

Error notFound(const QString &key)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("Revisions", "The revision %1 is not there any more.").arg(key)};
}

} // namespace

QString RevisionFolder::fileOf(const QString &key) const
{
    return m_folder + u'/' + key + suffix;
}

QStringList RevisionFolder::keys() const
{
    if (m_folder.isEmpty())
        return m_inMemory.keys();
    QStringList names = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(suffix.size());
    return names;
}

QList<Revision> RevisionFolder::list() const
{
    QList<Revision> revisions;
    const QStringList all = keys();
    for (const QString &key : all) {
        const auto revision =
            m_folder.isEmpty() ? std::optional(m_inMemory.value(key).revision) : readHeadOf(key, fileOf(key));
        if (revision)
            revisions << *revision;
    }
    return revisions;
}

std::optional<Revision> RevisionFolder::newest() const
{
    const QStringList all = keys();
    if (all.isEmpty())
        return std::nullopt;
    return m_folder.isEmpty() ? std::optional(m_inMemory.last().revision) : readHeadOf(all.last(), fileOf(all.last()));
}

Result<QByteArray> RevisionFolder::text(const QString &key) const
{
    if (m_folder.isEmpty()) {
        const auto known = m_inMemory.constFind(key);
        return known == m_inMemory.constEnd() ? Result<QByteArray>(notFound(key)) : qUncompress(known->packed);
    }
    QFile file(fileOf(key));
    if (!file.open(QIODevice::ReadOnly))
        return notFound(key);
    file.readLine();
    return file.readAll();
}

Result<> RevisionFolder::add(Revision &revision, const QByteArray &text)
{
    const QStringList taken = keys();
    QDateTime time = revision.time;
    while (revision.key.isEmpty() || taken.contains(revision.key)) {
        revision.key = keyOf(time);
        time = time.addMSecs(1);
    }
    return write(revision, text);
}

Result<> RevisionFolder::update(const Revision &revision)
{
    const Result<QByteArray> known = text(revision.key);
    return known ? write(revision, *known) : known.error();
}

Result<> RevisionFolder::write(const Revision &revision, const QByteArray &text)
{
    if (!m_folder.isEmpty())
        return writePrivateFile(fileOf(revision.key), headOf(revision) + text);
    m_inMemory.insert(revision.key, {revision, qCompress(text)});
    return {};
}

void RevisionFolder::remove(const QString &key)
{
    if (m_folder.isEmpty())
        m_inMemory.remove(key);
    else
        QFile::remove(fileOf(key));
}

} // namespace gatehouse
