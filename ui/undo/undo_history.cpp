// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/undo_history.h"

#include "ui/undo/apply_change.h"

#include <utility>

namespace gatehouse {

UndoHistory::UndoHistory(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_config(project.store().config())
{
    connect(&project.store(), &ConfigStore::changed, this, &UndoHistory::onChanged);
    connect(&project, &Project::modifiedChanged, this, [this](bool modified) {
        if (!modified)
            m_stack.setClean();
    });
    connect(&project, &Project::fileChanged, this, [this] {
        if (!m_project.isModified())
            m_stack.setClean();
    });
    connect(&project, &Project::rowsMoved, this, [this](const QString &step) {
        const Kept keptBefore = std::exchange(m_kept, m_project.kept());
        m_stack.push(new ApplyChange(m_project, {{step, {}}, {}, keptBefore, {}}));
    });
    connect(&m_stack, &QUndoStack::cleanChanged, this, [this](bool clean) {
        if (clean)
            m_project.markUnmodified();
    });
}

void UndoHistory::onChanged(const Change &change, Origin origin)
{
    const Config before = std::exchange(m_config, m_project.store().config());
    const Kept keptBefore = std::exchange(m_kept, m_project.kept());
    if (origin == Origin::Open)
        m_stack.clear();
    if (origin == Origin::Open || origin == Origin::Undo || change.isEmpty())
        return;
    ApplyChange::Step step{change, change.wholesale ? before : Config(), keptBefore, {}};
    step.change.text = stepText(change, origin);
    if (origin == Origin::User)
        step.mergeKey = m_mergeKey;
    m_stack.push(new ApplyChange(m_project, step));
}

QString UndoHistory::stepText(const Change &change, Origin origin)
{
    return origin == Origin::AdminApi ? tr("Admin API: %1").arg(change.text) : change.text;
}

void UndoHistory::undo()
{
    if (!m_stack.canUndo())
        return;
    const Change change = static_cast<const ApplyChange *>(m_stack.command(m_stack.index() - 1))->change().inverted();
    m_mergeKey.clear();
    m_stack.undo();
    emit stepped(change);
}

void UndoHistory::redo()
{
    if (!m_stack.canRedo())
        return;
    const Change change = static_cast<const ApplyChange *>(m_stack.command(m_stack.index()))->change();
    m_mergeKey.clear();
    m_stack.redo();
    emit stepped(change);
}

} // namespace gatehouse
