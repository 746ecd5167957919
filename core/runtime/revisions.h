// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "core/runtime/revision_folder.h"
#include "core/runtime/revision_reader.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace gatehouse {

// Every configuration that has run, to look back at and to come back to: when the gateway has accepted one that is not
// the same as before, it becomes a Revision with a snapshot of its own. They are kept below the state folder, by the
// place of the project; those of a project that was never saved are in memory until it is. The last 200 are kept, and
// all that are pinned. What runs unchanged after a start gets no revision of its own, only the new number.
// Snapshots are made and written on a thread of its own; those of a large configuration when nothing has changed for a
// moment, so that they take nothing from an edit. When many wait, those of one origin become one revision.
// Thread: control, with an event loop. Project and gateway must outlive it.
class Revisions : public QObject
{
    Q_OBJECT
public:
    Revisions(Project &project, Gateway &gateway, const QString &folder, QObject *parent = nullptr);
    ~Revisions() override;

    // $XDG_STATE_HOME/gatehouse/history
    [[nodiscard]] static QString defaultFolder();

    // From newest to oldest.
    [[nodiscard]] const QList<Revision> &list() const noexcept { return m_list; }

    [[nodiscard]] const Revision *find(const QString &key) const;

    void pin(const QString &key, const QString &note);
    void unpin(const QString &key);

    // The texts of snapshots, in the order of the keys; `take` is called on this thread while `context` lives.
    using Texts = Result<QList<QByteArray>>;
    void read(const QStringList &keys, QObject *context, const std::function<void(const Texts &)> &take);

    // Reads them as configurations; callable on any thread.
    [[nodiscard]] std::function<RevisionReader()> readerMaker() const;

    [[nodiscard]] const SchemaRegistry &registry() const { return m_project.store().registry(); }

    static constexpr qsizetype mostKept = 200; // besides those that are pinned
    static constexpr qsizetype mostWaiting = 10;
    static constexpr qsizetype fewRows = 1000; // written without waiting
    static constexpr std::chrono::seconds pause{1};

signals:
    void changed();
    void failed(const gatehouse::Error &error); // a revision could not be kept

private:
    class Recorder; // on the other thread

    // A configuration that runs, on its way to its snapshot.
    struct Draft {
        Revision revision;
        Config config;
        std::function<PreparedSave()> make;
        Environment environment;
    };

    void follow(const Change &change, Origin origin);
    void followPlace();
    void record();
    void writeNext();
    void change(const QString &key, const std::function<void(Revision &)> &edit);
    // Runs on the other thread; the list follows.
    void post(const std::function<Result<>(Recorder &)> &work, const std::function<void()> &then = {});
    void takeOver(const Result<> &result, const QList<Revision> &list);

    Project &m_project;
    Gateway &m_gateway;
    QString m_folder;
    QString m_place;                // of the project whose revisions are listed
    Origin m_origin = Origin::User; // of the last change
    QString m_step;                 // what has replaced everything since the last revision
    bool m_isOpening = false;
    bool m_isWriting = false;
    QList<Draft> m_waiting; // from oldest to newest
    QTimer m_soon;
    QList<Revision> m_list;
    std::shared_ptr<Recorder> m_recorder;
    QThreadPool m_writer;
};

} // namespace gatehouse
