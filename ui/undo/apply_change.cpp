// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/apply_change.h"

#include "core/base/logging.h"

#include <algorithm>
#include <utility>

namespace gatehouse {

ApplyChange::ApplyChange(Project &project, const Step &step)
    : QUndoCommand(step.change.text)
    , m_project(project)
    , m_step(step)
    , m_keptAfter(project.kept())
{
    if (step.change.wholesale)
        m_after = project.store().config();
}

void ApplyChange::undo()
{
    apply(m_step.change.inverted(), m_step.before, m_step.keptBefore);
}

void ApplyChange::redo()
{
    if (!std::exchange(m_hasHappened, false))
        apply(m_step.change, m_after, m_keptAfter);
}

// A step whose rows have gone in another way (a time to live is over) cannot be taken and leaves the history.
void ApplyChange::apply(const Change &change, const Config &whole, const Kept &kept)
{
    m_project.setKept(kept);
    if (change.wholesale) {
        m_project.store().replace(whole, Origin::Undo, change.text);
        return;
    }
    if (const Result<> applied = m_project.store().apply(change, Origin::Undo); !applied) {
        qCWarning(lcUi, "%s", qUtf8Printable(applied.error().message));
        setObsolete(true);
    }
}

bool ApplyChange::mergeWith(const QUndoCommand *other)
{
    const auto &next = static_cast<const ApplyChange &>(*other);
    if (next.m_step.mergeKey != m_step.mergeKey || next.m_step.change.wholesale != m_step.change.wholesale)
        return false;
    for (const Edit &edit : next.m_step.change.edits) {
        const auto same =
            std::find_if(m_step.change.edits.begin(), m_step.change.edits.end(),
                         [&edit](const Edit &mine) { return mine.table == edit.table && mine.id == edit.id; });
        if (same == m_step.change.edits.end())
            m_step.change.edits << edit;
        else
            same->after = edit.after;
    }
    m_keptAfter = next.m_keptAfter;
    m_after = next.m_after;
    erase_if(m_step.change.edits, [](const Edit &edit) { return edit.before == edit.after; });
    setObsolete(m_step.change.isEmpty());
    return true;
}

} // namespace gatehouse
