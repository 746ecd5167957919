// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/port_holder.h"

#include <QDir>
#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gatehouse::net {

namespace {

// Inode numbers of the sockets that listen on the port (proc(5), /proc/net/tcp).
QSet<QByteArray> listeningInodes(quint16 port)
{
    constexpr auto listening = "0A";
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    QSet<QByteArray> inodes;
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() > 9 && fields[1].endsWith(wanted) && fields[3] == listening)
                inodes.insert(fields[9]);
        }
    }
    return inodes;
}

bool holdsOne(const QString &process, const QSet<QByteArray> &inodes)
{
    const QDir descriptors(u"/proc/"_s + process + u"/fd"_s);
    const QStringList names = descriptors.entryList(QDir::Files | QDir::System);
    for (const QString &name : names) {
        const QString target = QFile::symLinkTarget(descriptors.filePath(name));
        const qsizetype open = target.indexOf("socket:["_L1);
        if (open >= 0 && inodes.contains(target.mid(open + 8).chopped(1).toLatin1()))
            return true;
    }
    return false;
}

} // namespace

std::optional<PortHolder> portHolder(quint16 port)
{
    const QSet<QByteArray> inodes = listeningInodes(port);
    if (inodes.isEmpty())
        return std::nullopt;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        bool isNumber = false;
        const qint64 pid = process.toLongLong(&isNumber);
        if (!isNumber || !holdsOne(process, inodes))
            continue;
        QFile name(u"/proc/"_s + process + u"/comm"_s);
        return PortHolder{name.open(QIODevice::ReadOnly) ? QString::fromUtf8(name.readAll().trimmed()) : QString(),
                          pid};
    }
    return std::nullopt;
}

} // namespace gatehouse::net
