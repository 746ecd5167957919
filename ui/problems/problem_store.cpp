// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_store.h"

#include "ui/entities/entity_columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProblemStore::ProblemStore(Project &project, Gateway &gateway, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_gateway(gateway)
    , m_muted(project)
{
    connect(&m_muted, &MutedProblems::changed, this, &ProblemStore::rebuild);
    connect(&m_project, &Project::fileChanged, this, &ProblemStore::rebuild);
    connect(&m_gateway, &Gateway::started, this, [this] {
        m_rejected.reset();
        rebuild();
    });
    connect(&m_gateway, &Gateway::stopped, this, &ProblemStore::rebuild);
    connect(&m_gateway, &Gateway::published, this, [this] {
        m_rejected.reset();
        rebuild();
    });
    connect(&m_gateway, &Gateway::rejected, this, &ProblemStore::setStartError);
    rebuild();
}

void ProblemStore::setOpenError(const QString &fileName, const Error &error)
{
    m_openFile = fileName;
    m_openError = error;
    rebuild();
}

void ProblemStore::clearOpenError()
{
    m_openError.reset();
    rebuild();
}

void ProblemStore::setStartError(const Error &error)
{
    m_rejected = error;
    rebuild();
}

void ProblemStore::setEditProblems(const QString &table, const QString &id, const QList<Problem> &problems)
{
    erase_if(m_edits, [&](const Entry &entry) { return entry.table == table && entry.id == id; });
    const QString name = shownName(m_project.store().config().find(table, id).value_or(QJsonObject()));
    for (const Problem &problem : problems)
        m_edits.append({Severity::Error, problem.file, problem, table, id, name});
    rebuild();
}

QString ProblemStore::helpSection(const Entry &entry) const
{
    const auto row = m_project.store().config().find(entry.table, entry.id);
    return row && entry.table == "plugins"_L1 ? row->value("name"_L1).toString() : entry.table;
}

void ProblemStore::setFindings(const QList<Entry> &findings)
{
    if (findings.isEmpty() && m_findings.isEmpty())
        return;
    m_findings = findings;
    rebuild();
}

void ProblemStore::add(Severity severity, const QString &file, const Error &error)
{
    if (error.problems.isEmpty())
        m_entries.append({severity, file, {{}, error.message}});
    for (const Problem &problem : error.problems)
        m_entries.append({severity, problem.file.isEmpty() ? file : problem.file, problem});
}

QString ProblemStore::Entry::text() const
{
    const QString where = u"%1 %2 %3"_s.arg(table, name, problem.path).simplified();
    return where.isEmpty() ? problem.message : where + u": "_s + problem.message;
}

Result<> ProblemStore::mute(const Entry &entry, const QString &reason)
{
    return m_muted.mute(entry.text(), reason);
}

Result<> ProblemStore::unmute(const Entry &entry)
{
    return m_muted.unmute(entry.text());
}

void ProblemStore::showMuted(bool shown)
{
    m_showsMuted = shown;
    rebuild();
}

void ProblemStore::takeMutedOut()
{
    m_mutedCount = 0;
    for (Entry &entry : m_entries) {
        const std::optional<QString> reason =
            entry.severity == Severity::Warning ? m_muted.reason(entry.text()) : std::nullopt;
        entry.isMuted = reason.has_value();
        entry.mutedBecause = reason.value_or(QString());
        m_mutedCount += entry.isMuted ? 1 : 0;
    }
    if (!m_showsMuted)
        erase_if(m_entries, [](const Entry &entry) { return entry.isMuted; });
}

void ProblemStore::rebuild()
{
    m_entries = m_edits;
    if (m_openError)
        add(Severity::Error, m_openFile, *m_openError);
    if (m_rejected)
        add(Severity::Error, {}, *m_rejected);
    for (const Problem &problem : m_project.warnings())
        m_entries.append({Severity::Warning, problem.file.isEmpty() ? m_project.fileName() : problem.file, problem});
    const QStringList warnings = m_gateway.warnings();
    for (const QString &warning : warnings)
        m_entries.append({Severity::Warning, {}, {{}, warning}});
    m_entries.append(m_findings);
    takeMutedOut();
    emit changed();
}

} // namespace gatehouse
