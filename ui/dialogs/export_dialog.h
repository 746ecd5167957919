// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/document_export.h"
#include "core/runtime/project.h"
#include "ui/settings/ui_settings.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse {

// Writes the configuration for a Kong without a database or for decK, into a file or a folder that runs it. Shows
// before what will be written, against what is there, what the target would not take, and which secrets cannot be
// references. Secrets are never shown in clear. Thread: control. The project must outlive it.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Project &project, UiSettings &settings, QWidget *parent);

signals:
    void exported(const QString &where);

private:
    void makeChoices(QGridLayout *layout);
    void makePlace(QGridLayout *layout);
    [[nodiscard]] QWidget *makePreview();
    [[nodiscard]] ExportOptions options() const;
    [[nodiscard]] bool isBundle() const;
    [[nodiscard]] Result<ExportedDocument>
    documentOf(const Config &config, const Kept &kept, const ExportOptions &options) const;
    void choosePlace();
    void refresh();
    void refreshDifference(const ExportOptions &options);
    void showNotes(const ExportedDocument &document);
    [[nodiscard]] QString kongFile() const; // the file that a difference is against
    void write();
    Result<> writeDocument(const ExportedDocument &document) const;

    Project &m_project;
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
    QPushButton *m_export = nullptr;
    QTimer m_soon; // what is typed is not exported at every key
};

} // namespace gatehouse
