// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"

#include <QUndoCommand>

namespace gatehouse {

// One step of the history: a change that has happened, and what the file kept beside the configuration before and
// after it. Steps with the same merge key, not empty, become one; a step that has come back to where it began vanishes.
// Thread: control. The project must outlive it.
class ApplyChange final : public QUndoCommand
{
public:
    struct Step {
        Change change;
        Config before; // of a wholesale change, else empty
        Kept keptBefore;
        QString mergeKey;
    };

    ApplyChange(Project &project, const Step &step);

    void undo() override;
    void redo() override; // the first call does nothing: the change has happened already

    [[nodiscard]] int id() const override { return m_step.mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override;

    [[nodiscard]] const Change &change() const noexcept { return m_step.change; }

private:
    void apply(const Change &change, const Config &whole, const Kept &kept);

    Project &m_project;
    Step m_step;
    Config m_after; // of a wholesale change, else empty
    Kept m_keptAfter;
    bool m_hasHappened = true;
};

} // namespace gatehouse
