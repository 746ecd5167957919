// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"

class QAction;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTabWidget;

namespace gatehouse {

class KeyboardPage;

// What a person may set, each with the key it has in the settings file. Addresses count at the next start of the
// gateway, the number of workers, everything about looks and the keys of commands at once. Thread: control. The
// workbench must outlive it.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    // `keepSecrets` is the switch of the File menu.
    SettingsPage(Workbench &workbench, QAction &keepSecrets, QWidget *parent = nullptr);

    void focusFilter() override;

private:
    struct Choice {
        QString word;
        QString text;
    };

    [[nodiscard]] QWidget *makeGeneral(SecretKeeper &secrets, QAction &keepSecrets);
    void addSection(const QString &title);
    QLineEdit *addAddress(Setting setting, const QString &label, bool mayBeEmpty);
    void addWorkers();
    void addTray();
    void addLanguages();
    QSpinBox *addNumber(Setting setting, const QString &label, int least, int most);
    void addTextScale();
    void addSecrets(SecretKeeper &secrets, QAction &keepSecrets);
    QComboBox *addChoice(Setting setting, const QString &label, const QList<Choice> &choices);
    void addRow(Setting setting, const QString &label, QWidget *editor);
    void filter(const QString &text);

    UiSettings &m_settings;
    Gateway &m_gateway;
    QLineEdit *m_filter;
    QFormLayout *m_form;
    QLabel *m_restart;
    QTabWidget *m_tabs;
    KeyboardPage *m_keyboard;
    QList<std::pair<QString, QWidget *>> m_rows; // words to search for, the editor
};

} // namespace gatehouse
