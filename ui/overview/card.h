// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gatehouse {

class FlowLayout;

// A titled area of the overview. Thread: control.
class Card : public QFrame
{
    Q_OBJECT
public:
    Card(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const noexcept { return m_body; }

    // One "label   value" line; the value label is returned.
    QLabel *addLine(const QString &label);

    // The same beside others, as words in a paragraph.
    QLabel *addFigure(FlowLayout &row, const QString &label);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addPair(QBoxLayout &line, const QString &label);

    QVBoxLayout *m_body;
};

} // namespace gatehouse
