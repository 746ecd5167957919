// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/redacted_names.h"
#include "core/requests/request_draft.h"
#include "ui/main_window/workbench.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QTabWidget;

namespace gatehouse {

class BodyEditor;
class ExpectationEditor;
class IdentityRow;
class LateProgress;
class PairTable;
class UrlLine;

// A request to be sent, and whom it is sent to. Thread: control. The workbench must outlive it.
class RequestEditor : public QWidget
{
    Q_OBJECT
public:
    enum class Against { Running, Working };

    explicit RequestEditor(Workbench &workbench, QWidget *parent = nullptr);

    [[nodiscard]] const RequestDraft &draft() const noexcept { return m_draft; }

    // Not told by edited().
    void setDraft(const RequestDraft &draft);
    [[nodiscard]] Against against() const;

    // A request that is under way for a while can be given up.
    void setRunning(bool running);
    void focusUrl();
    void focusConsumer();

signals:
    void edited();
    void sendRequested();
    void cancelRequested();
    void saveRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeUrlRow();
    QWidget *makeAgainstRow();
    void makeTabs();
    QWidget *makeHeadersTab();
    void connectParts();
    void showDraft();
    void showParameters();
    void takeCurl(const RequestDraft &draft);
    void undoCurl();
    void change();
    void refreshConfig();
    void refreshTabs();
    void refreshAgainst();

    Workbench &m_workbench;
    RequestDraft m_draft;
    std::optional<RequestDraft> m_beforeCurl; // while it can be brought back
    RedactedNames m_secretNames;
    bool m_isOld = true; // what depends on the configuration
    QComboBox *m_method;
    UrlLine *m_url;
    QPushButton *m_send;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    LateProgress *m_late;
    QPushButton *m_save;
    IdentityRow *m_identity;
    QRadioButton *m_running;
    QRadioButton *m_working;
    QLabel *m_againstWords;
    QTabWidget *m_tabs;
    PairTable *m_parameters;
    PairTable *m_headers;
    QCheckBox *m_reveal;
    BodyEditor *m_body;
    ExpectationEditor *m_expected;
};

} // namespace gatehouse
