// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/shortcuts_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace gatehouse {

class KeysEdit;

// The part of the settings where commands get their keys. Keys that another command has are not given away silently:
// it is named, and gives them up when it is told to. Thread: control. Settings and shortcuts must outlive it.
class KeyboardPage : public QWidget
{
    Q_OBJECT
public:
    KeyboardPage(UiSettings &settings, Shortcuts &shortcuts, QWidget *parent = nullptr);

    // Leaves the commands with a word in their title or keys; returns how many.
    int filter(const QString &words);

private:
    void makeTable();
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeEditor();
    [[nodiscard]] QString currentId() const;
    void showCurrent();
    void choose(const QKeySequence &keys);
    void takeOver();

    UiSettings &m_settings;
    Shortcuts &m_shortcuts;
    ShortcutsModel m_model;
    QSortFilterProxyModel m_filtered;
    QTableView *m_table;
    QLabel *m_label;
    KeysEdit *m_keys;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QLabel *m_note;
    QPushButton *m_takeOver;
    QKeySequence m_wanted; // by another command
};

} // namespace gatehouse
