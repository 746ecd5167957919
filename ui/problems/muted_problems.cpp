// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/muted_problems.h"

#include "core/runtime/project_settings.h"

namespace gatehouse {

MutedProblems::MutedProblems(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_fileName(project.fileName())
{
    connect(&project, &Project::fileChanged, this, [this] {
        if (m_fileName != m_project.fileName())
            load();
    });
    load();
}

// A project that gets its first file takes along what it has.
void MutedProblems::load()
{
    const bool hadFile = !m_fileName.isEmpty();
    const QMap<QString, QString> before = m_muted;
    m_fileName = m_project.fileName();
    const Result<ProjectSettings> settings =
        m_fileName.isEmpty() ? Result<ProjectSettings>(ProjectSettings()) : readProjectSettings(m_fileName);
    m_muted = settings ? settings->muted : QMap<QString, QString>();
    if (!hadFile && !before.isEmpty() && !m_fileName.isEmpty() && m_muted.isEmpty())
        (void)keep(before);
    emit changed();
}

std::optional<QString> MutedProblems::reason(const QString &problem) const
{
    const auto found = m_muted.find(problem);
    return found == m_muted.end() ? std::nullopt : std::optional(*found);
}

Result<> MutedProblems::mute(const QString &problem, const QString &reason)
{
    QMap<QString, QString> muted = m_muted;
    muted.insert(problem, reason);
    return keep(muted);
}

Result<> MutedProblems::unmute(const QString &problem)
{
    QMap<QString, QString> muted = m_muted;
    muted.remove(problem);
    return keep(muted);
}

Result<> MutedProblems::keep(const QMap<QString, QString> &muted)
{
    if (!m_fileName.isEmpty()) {
        Result<ProjectSettings> settings = readProjectSettings(m_fileName);
        if (!settings)
            return settings.error();
        settings->muted = muted;
        if (const Result<> written = writeProjectSettings(m_fileName, *settings); !written)
            return written;
    }
    m_muted = muted;
    emit changed();
    return {};
}

} // namespace gatehouse
