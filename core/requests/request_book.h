// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_collection.h"
#include "core/runtime/project.h"

#include <QObject>

namespace gatehouse {

// The saved requests of a project: read with it from the file beside it, written there whenever they change. Those of
// a project without a file wait in memory until it has one. A file that cannot be read, or that somebody else has
// changed, is not written over. Thread: control. The project must outlive it.
class RequestBook : public QObject
{
    Q_OBJECT
public:
    explicit RequestBook(Project &project, QObject *parent = nullptr);

    [[nodiscard]] const RequestCollection &collection() const noexcept { return m_collection; }

    // In place of all; on failure it counts nevertheless, and failed() tells why it is not in the file.
    void replace(const RequestCollection &collection);
    // What the file says, in place of what is here.
    void load();
    // Writes what is here, whatever the file says.
    void overwrite();

    // The request of that name in that folder; -1: there is none.
    [[nodiscard]] qsizetype find(const QString &folder, const QString &name) const;
    // "read order", or "read order 2" when that is taken in the folder.
    [[nodiscard]] QString freeName(const QString &folder, const QString &name) const;

    [[nodiscard]] const QString &fileName() const noexcept { return m_fileName; }

signals:
    void loaded(); // nothing of what was there before is left; changed() follows
    void changed();
    void failed(const gatehouse::Error &error); // ErrorKind::Conflict: the file is not what was last read or written

private:
    void follow();
    void write();

    Project &m_project;
    RequestCollection m_collection;
    QString m_fileName; // empty: the project has none
    QByteArray m_asOnDisk;
    bool m_isUnreadable = false;
    bool m_isOther = true; // the project has been replaced since
};

} // namespace gatehouse
