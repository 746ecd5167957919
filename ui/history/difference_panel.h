// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/revision_comparison.h"
#include "ui/history/difference_model.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/workbench.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeView;

namespace gatehouse {

// What a revision is compared with.
enum class ComparedWith { Previous, Running, File, Revision };

// A revision compared with something else, as a tree. Snapshots are read and compared on other threads; what is shown
// is always the last that was asked for. Thread: control. The workbench must outlive it.
class DifferencePanel : public QWidget
{
    Q_OBJECT
public:
    explicit DifferencePanel(Workbench &workbench, QWidget *parent = nullptr);

    // `other` is the revision that it is compared with, if it is one.
    void compare(const QString &key, ComparedWith with, const QString &other = {});
    // With what another gateway runs, read through its Admin API.
    void compareWith(const QString &key, const OpenedFile &kong, const QString &place);
    void clear();

    [[nodiscard]] QTreeView &tree() noexcept { return *m_tree; }

    // The row of the tree that is the current one; null: none is.
    [[nodiscard]] const RowChange *currentChange() const;

    // What is shown has two sides, the revision and what it is compared with; null while nothing is shown.
    enum class Side { Revision, Other };
    [[nodiscard]] const ReadRevision *side(Side side) const;
    [[nodiscard]] QString nameOf(Side side) const;

signals:
    void changed();

private:
    struct Question {
        QString revision; // what it is called
        QString other;
        QString title;
        QStringList keys;            // of the snapshots, the older first
        ComparedSide otherSide = {}; // when there is but one
        bool isTo = false;           // the revision is what the other one became
        QStringList secrets = {};    // see compareSides()
    };

    [[nodiscard]] Question questionFor(const Revision &revision, ComparedWith with, const QString &other) const;
    [[nodiscard]] Question between(const Revision &revision, const Revision *other) const;
    [[nodiscard]] QStringList secretsSince(const QString &key, const QString &until = {}) const;
    void ask(const Question &question);
    void compareTexts(const Question &question, const QList<QByteArray> &texts);
    void take(const Question &question, const Result<Comparison> &result);

    Workbench &m_workbench;
    DifferenceModel m_model;
    QLabel *m_title;
    QTreeView *m_tree;
    std::optional<Comparison> m_shown;
    Question m_question;
    quint64 m_asked = 0; // the last question
    LatestRun m_comparing;
};

} // namespace gatehouse
