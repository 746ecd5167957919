// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_book.h"
#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"
#include "ui/requests/request_editor.h"
#include "ui/requests/request_sender.h"
#include "ui/requests/request_tree.h"
#include "ui/settings/view_memory.h"

#include <QHash>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gatehouse {

class AnswerView;
class LateProgress;

// The request tester: a request is put together, sent as a consumer to the running gateway or to the working
// configuration, and explained; requests are kept and run together. Thread: control. The workbench must outlive it.
class RequestsPage : public Page
{
    Q_OBJECT
public:
    explicit RequestsPage(Workbench &workbench, QWidget *parent = nullptr);
    ~RequestsPage() override;

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("requests.md"); }

    void focusContent() override;
    void focusFilter() override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] bool can(ListCommand command) const override;
    [[nodiscard]] bool offers(ListCommand command) const override;
    void run(ListCommand command) override;
    void adoptListActions(const QList<QAction *> &actions) override;
    [[nodiscard]] bool takes(const QMimeData &dragged) const override;
    void take(const QMimeData &dragged) override;

    // In place of the request that is not saved.
    void showDraft(const RequestDraft &draft, RequestUse use);

signals:
    void startRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeEditorArea();
    QWidget *makeList();
    void makeRunAll();
    void connectParts();
    void onChosen();
    void showCurrent();
    void onEdited();
    void send();
    void repeat(const RequestDraft &draft);
    void runAll();
    void stop();
    void onEnded(qsizetype index, const RequestOutcome &outcome);
    void onRepeated(const RequestOutcome &outcome);
    void tellTotal();
    void refreshRunning();
    void refreshList();
    void copyCurl() const;
    void askName();
    void saveCurrent();
    void saveAs(const RequestKey &key);
    void rename();
    void renameFolder(const QString &folder);
    void moveTo(const RequestKey &from, const RequestKey &to);
    void duplicate();
    void remove();
    void bringBack(const QList<std::pair<qsizetype, SavedRequest>> &removed);
    void tellFailure(const Error &error);
    [[nodiscard]] RequestDraft draftOf(const RequestKey &key) const;
    [[nodiscard]] const SavedRequest *saved(const RequestKey &key) const;
    [[nodiscard]] QList<RequestKey> savedKeys(const QString &folder) const;
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] RequestTree::Mark markOf(const RequestKey &key) const;

    Workbench &m_workbench;
    RequestBook m_book;
    RequestSender m_sender;
    RequestSender m_repeater;
    ViewMemory m_memory;
    RequestTree *m_tree;
    QLabel *m_hint;
    RequestEditor *m_editor;
    AnswerView *m_answer;
    QPushButton *m_runAll;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    LateProgress *m_late;
    QLabel *m_total;
    RequestKey m_shown;
    QHash<RequestKey, RequestDraft> m_drafts;     // as they are edited; of saved ones only those that differ
    QHash<RequestKey, RequestOutcome> m_outcomes; // the last ones
    QList<RequestKey> m_sent;                     // that are under way, in this order
    RequestDraft m_repeated;
    RedactedNames m_names;
    bool m_isRunningAll = false;
};

} // namespace gatehouse
