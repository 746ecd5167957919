// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/document_export.h"
#include "core/runtime/secret_keeper.h"
#include "ui/inspect/latest_run.h"
#include "ui/settings/ui_settings.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace gatehouse {

class LateProgress;

// Writes the configuration for a Kong without a database or for decK, into a file or a folder that runs it. Shows
// before what will be written, against what is there, what the target would not take, and which secrets cannot be
// references. Secrets are never shown in clear. What is shown is made on a thread of its own and is what will be
// written. What the file that is there asks for is looked up as a gateway does it. Thread: control. Project and keeper
// must outlive it.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Project &project, SecretKeeper &secrets, UiSettings &settings, QWidget *parent);

    // What a choice comes to.
    struct Preview {
        Result<ExportedDocument> document;
        QString text;
        QString difference;
    };

signals:
    void exported(const QString &where);

private:
    void makeChoices(QGridLayout *layout);
    void makePlace(QGridLayout *layout);
    [[nodiscard]] QWidget *makePreview();
    [[nodiscard]] QLayout *makeProgress();
    [[nodiscard]] ExportOptions options() const;
    [[nodiscard]] bool isBundle() const;
    void choosePlace();
    void refresh();
    void showPreview(const Preview &preview);
    void showNotes(const ExportedDocument &document);
    [[nodiscard]] QString kongFile() const; // the file that a difference is against
    void write();
    Result<> writeDocument(const ExportedDocument &document) const;

    Project &m_project;
    SecretKeeper &m_keeper;
    UiSettings &m_settings;
    QComboBox *m_target;
    QComboBox *m_secrets;
    QComboBox *m_form;
    QCheckBox *m_ids;
    QCheckBox *m_defaults;
    QLineEdit *m_tags;
    QLineEdit *m_place;
    QLabel *m_notes;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_difference;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_export = nullptr;
    QTimer m_soon; // what is typed is not exported at every key
    LateProgress *m_late = nullptr;
    std::optional<ExportedDocument> m_document;
    quint64 m_lookUp = 0; // the last one that was begun
    LatestRun m_run;
};

} // namespace gatehouse
