// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "core/runtime/project.h"
#include "ui/problems/muted_problems.h"

#include <QObject>

namespace gatehouse {

// Everything that is wrong or unusual right now: what the opened file holds that the gateway only keeps, why a file
// could not be opened, what the running configuration asks for in vain, why a change was not applied.
// Thread: control. Lives as long as the main window.
class ProblemStore : public QObject
{
    Q_OBJECT
public:
    enum class Severity { Error, Warning };

    struct Entry {
        Severity severity = Severity::Warning;
        QString file; // empty: the configuration in memory
        Problem problem;
        QString table = {}; // of the row whose editor can repair it, its id and what it is called
        QString id = {};
        QString name = {};
        bool isMuted = false; // a muted one is among the entries only while they are shown
        QString mutedBecause = {};

        // What it is about and what it says: the same problem says the same.
        [[nodiscard]] QString text() const;
    };

    ProblemStore(Project &project, Gateway &gateway, QObject *parent = nullptr);

    [[nodiscard]] const QList<Entry> &entries() const noexcept { return m_entries; }

    // A file that could not be opened; the configuration in memory is still the one from before.
    void setOpenError(const QString &fileName, const Error &error);
    void clearOpenError();
    void setStartError(const Error &error);
    // What keeps the edits of a row from being written; paths begin at the row. Empty: nothing does.
    void setEditProblems(const QString &table, const QString &id, const QList<Problem> &problems);
    // What was found by looking closer: what runs and yet cannot be meant so.
    void setFindings(const QList<Entry> &findings);

    // Warnings only; errors stay. Fails when it cannot be kept.
    Result<> mute(const Entry &entry, const QString &reason);
    Result<> unmute(const Entry &entry);
    void showMuted(bool shown);

    [[nodiscard]] bool showsMuted() const noexcept { return m_showsMuted; }

    [[nodiscard]] int mutedCount() const noexcept { return m_mutedCount; }

    // What the reference calls the row that can repair a problem; empty when there is none.
    [[nodiscard]] QString helpSection(const Entry &entry) const;

signals:
    void changed();

private:
    void rebuild();
    void takeMutedOut();
    void add(Severity severity, const QString &file, const Error &error);

    Project &m_project;
    Gateway &m_gateway;
    MutedProblems m_muted;
    bool m_showsMuted = false;
    int m_mutedCount = 0;
    QList<Entry> m_entries;
    QList<Entry> m_edits;
    QList<Entry> m_findings;
    QString m_openFile;
    std::optional<Error> m_openError;
    std::optional<Error> m_rejected; // why the last change is not running
};

} // namespace gatehouse
