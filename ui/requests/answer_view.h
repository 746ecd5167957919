// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_runner.h"
#include "ui/main_window/workbench.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace gatehouse {

class WhyView;

// What came of a request: the status, whether it is as expected, what the request met and why, the answer itself.
// Credentials are dots until they are revealed, and then for a while only. Thread: control.
class AnswerView : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerView(Workbench &workbench, QWidget *parent = nullptr);

    void showOutcome(const RequestOutcome &outcome, const Expectation &expected);
    // Nothing has been sent yet.
    void showNothing();
    // There is no gateway to ask.
    void showStopped();

    [[nodiscard]] bool hasAnswer() const;

    // Puts the curl line of what was sent on the clipboard; false: nothing was.
    bool copyCurl();

    // What the outcome is called in the list of saved requests: a mark, and words for it.
    struct Sign {
        QString mark;
        QString words;
    };

    [[nodiscard]] static Sign signOf(const RequestOutcome &outcome, const Expectation &expected);

signals:
    void startRequested();

private:
    QWidget *makeHead();
    QWidget *makeNotice();
    void makeTabs();
    QWidget *makeRawTab();
    QWidget *makeCopyButton();
    void showNotice(const QString &text, bool offersStart);
    void showHead(const Expectation &expected);
    void showBody();
    void showTexts();
    void copyWithSecrets();
    void refreshColours();

    void changeEvent(QEvent *event) override;

    RequestOutcome m_outcome;
    bool m_hasOutcome = false;
    QStackedWidget *m_stack;
    QLabel *m_notice;
    QPushButton *m_start;
    QLabel *m_status;
    QLabel *m_facts;
    QLabel *m_verdict;
    QLabel *m_notes;
    QTabWidget *m_tabs;
    WhyView *m_why;
    QLabel *m_bodyNote;
    QPlainTextEdit *m_body;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_raw;
    QCheckBox *m_reveal;
    QTimer m_hideAgain;
};

} // namespace gatehouse
