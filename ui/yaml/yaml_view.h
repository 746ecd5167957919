// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"
#include "ui/yaml/yaml_text.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace gatehouse {

class FindBar;
class TypingRun;
class YamlEditor;

// The project's YAML, of one of its files when it has several, which follows the configuration and the selected row.
// With secrets shown it can be edited: what was typed is read a moment later and, when it is valid, becomes the
// configuration as a step that can be undone, one for a run of typing; what is wrong is underlined, and the text stays
// as it was typed. While the configuration changes elsewhere and the text is not applied, the two wait for a decision.
// Thread: control. The workbench must outlive it.
class YamlView : public QWidget
{
    Q_OBJECT
public:
    // Follow only shows; Edit has the switch for secrets and editing.
    enum class Use { Follow, Edit };

    YamlView(Workbench &workbench, Use use, QWidget *parent = nullptr);
    ~YamlView() override;

    void find();

    [[nodiscard]] YamlEditor &editor() noexcept { return *m_editor; }

    static constexpr std::chrono::milliseconds pause{300}; // between the last key and the reading

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSwitches();
    [[nodiscard]] QWidget *makeFileRow();
    [[nodiscard]] QString file() const; // on view; empty: there is only one
    void refreshFiles();
    void chooseFileOfSelected();
    void setUnapplied(bool unapplied);
    [[nodiscard]] QWidget *makeStrip();
    void connectText();
    void addFolding();
    void follow();
    void contest();
    void refresh();
    void showText(const PlacedYaml &yaml);
    void onTyped();
    void apply(const OpenedFile &file);
    void showProblems(const QList<Problem> &problems);
    void showStrip(const QString &text, bool asks);
    void showSelected();
    void openAt(int line);

    Workbench &m_workbench;
    YamlText m_text;
    YamlEditor *m_editor;
    TypingRun *m_run;
    FindBar *m_find;
    QCheckBox *m_secrets;
    QComboBox *m_file;
    QWidget *m_fileRow = nullptr;
    QWidget *m_strip = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_goThere = nullptr;
    QPushButton *m_mine = nullptr;
    QPushButton *m_theirs = nullptr;
    QTimer m_typed;
    QList<RowPlace> m_places;
    QList<Problem> m_problems;
    QString m_table; // of the selected row
    QString m_id;
    bool m_isStale = true; // the text is to be made anew when it is seen
    QString m_lastText;
    bool m_isUnapplied = false; // typed, and not (yet) the configuration
    bool m_isContested = false; // unapplied while the configuration has changed elsewhere
    bool m_isSetting = false;   // the text is being set, not typed
    bool m_isApplying = false;  // the change of the configuration is our own
};

} // namespace gatehouse
