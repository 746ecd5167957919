// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace gatehouse {

class YamlEditor;

// Finds a text in an editor while it is typed; Return goes on, Shift+Return back, Escape closes. Thread: control.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(YamlEditor &editor, QWidget *parent = nullptr);

    // Shows the bar, ready to type.
    void begin();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search(bool backward);
    void searchFromStart();

    YamlEditor &m_editor;
    QLineEdit *m_text;
    QLabel *m_outcome;
};

} // namespace gatehouse
