// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "ui/main_window/page.h"
#include "ui/settings/ui_settings.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace gatehouse {

// What a person may set, each with the key it has in the settings file. Addresses count at the next start of the
// gateway, the number of workers and everything about looks at once. Thread: control. Settings and gateway must
// outlive it.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    SettingsPage(UiSettings &settings, Gateway &gateway, QWidget *parent = nullptr);

    void focusFilter() override;

private:
    struct Choice {
        QString word;
        QString text;
    };

    void addSection(const QString &title);
    QLineEdit *addAddress(Setting setting, const QString &label, bool mayBeEmpty);
    void addWorkers();
    void addLanguages();
    void addTextScale();
    void addChoice(Setting setting, const QString &label, const QList<Choice> &choices);
    void addRow(Setting setting, const QString &label, QWidget *editor);
    void filter(const QString &text);

    UiSettings &m_settings;
    Gateway &m_gateway;
    QLineEdit *m_filter;
    QFormLayout *m_form;
    QLabel *m_restart;
    QList<std::pair<QString, QWidget *>> m_rows; // words to search for, the editor
};

} // namespace gatehouse
