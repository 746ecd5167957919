// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse {

class UiSettings;

// The body of a request, with a word on whether it is JSON and a button that lays it out. Thread: control.
class BodyEditor : public QWidget
{
    Q_OBJECT
public:
    explicit BodyEditor(UiSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);

signals:
    void edited();

private:
    void refresh();
    void layOutText();

    QPlainTextEdit *m_text;
    QLabel *m_state;
    QPushButton *m_format;
};

} // namespace gatehouse
