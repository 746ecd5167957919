// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_member.h"
#include "core/runtime/project.h"

#include <QThreadPool>

namespace gatehouse {

// The configuration as a text and a text as a configuration, made on a thread of its own: 10,000 routes take longer
// than a window may stand still. What was asked for before is dropped when it is late.
// Thread: control. The project must outlive it.
class YamlText : public QObject
{
    Q_OBJECT
public:
    enum class Secrets { Shown, Dots };

    explicit YamlText(Project &project, QObject *parent = nullptr);
    ~YamlText() override;

    // One of the project's files when it has several; written() follows.
    void write(Secrets secrets, const QString &file);
    // The text in place of that file; read() or refused() follows.
    void parse(const QByteArray &text, const QString &file);

    // Nothing that was asked for is wanted any more.
    void drop() { ++m_generation; }

signals:
    void written(const gatehouse::PlacedYaml &yaml);
    void read(const gatehouse::OpenedFile &file);
    void refused(const gatehouse::Error &error);

private:
    // Runs on the other thread; what it returns runs here, unless something else was asked for meanwhile.
    void start(std::function<ThreadMember::Task()> work);

    Project &m_project;
    ThreadMember m_mailbox;
    QThreadPool m_pool;
    quint64 m_generation = 0;
};

} // namespace gatehouse
