// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"

#include <QMap>
#include <QObject>

namespace gatehouse {

// The warnings a person does not want to see again, each with the reason. They stand in the project's settings
// (.gatehouse.yml), never in the configuration; those of a project without a file are written when it gets one.
// Thread: control. The project must outlive it.
class MutedProblems : public QObject
{
    Q_OBJECT
public:
    explicit MutedProblems(Project &project, QObject *parent = nullptr);

    // Nothing: the problem is not muted.
    [[nodiscard]] std::optional<QString> reason(const QString &problem) const;

    // Fails when the settings cannot be written; nothing is changed then.
    Result<> mute(const QString &problem, const QString &reason);
    Result<> unmute(const QString &problem);

signals:
    void changed();

private:
    void load();
    Result<> keep(const QMap<QString, QString> &muted);

    Project &m_project;
    QString m_fileName;
    QMap<QString, QString> m_muted;
};

} // namespace gatehouse
