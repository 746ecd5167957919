// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/admin_api_import.h"
#include "core/import/import_plan.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/workbench.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace gatehouse {

class LateProgress;

// Brings in a configuration from files (kong.yml, decK, OpenAPI) or from a running Kong. Shows row by row what would be
// added, changed and removed; the import is one step of the history. Thread: control; nothing blocks on the network,
// and files are read and compared on a thread of their own.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(Workbench &workbench, QWidget *parent);

    // Reads files for the preview.
    void showFiles(const QStringList &names);

signals:
    void imported(const QString &from);

private:
    void makeSource(QGridLayout *layout);
    void makePreview();
    [[nodiscard]] bool isFromKong() const;
    [[nodiscard]] ImportMode mode() const;
    void chooseFiles();
    void refreshSource();
    void read();
    void readKong(const QString &place);
    void readFiles(const QStringList &files);
    void readFiles(const QStringList &files, const FileSecrets &secrets);
    void stop();
    void take(const OpenedFile &file);
    void showError(const Error &error);
    void setWorking(bool working);
    void refreshPlan();
    void showPlan(const ImportPlan &plan);
    void apply();

    Workbench &m_workbench;
    AdminApiImport m_kong;
    QComboBox *m_source;
    QComboBox *m_mode;
    QLineEdit *m_place;
    QLineEdit *m_token;
    QPushButton *m_choose;
    QPushButton *m_read;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    QLabel *m_summary;
    QTreeWidget *m_rows;
    QPushButton *m_import = nullptr;
    std::optional<OpenedFile> m_imported; // what was read last
    ImportPlan m_plan;
    LateProgress *m_late = nullptr;
    quint64 m_lookUp = 0; // the last one that was begun
    LatestRun m_reading;
    LatestRun m_planning;
};

} // namespace gatehouse
