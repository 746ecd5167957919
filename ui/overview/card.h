// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace gatehouse {

// A titled area of the overview. Thread: control.
class Card : public QFrame
{
    Q_OBJECT
public:
    Card(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const noexcept { return m_body; }

    // One "label   value" line; the value label is returned.
    QLabel *addLine(const QString &label);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
};

} // namespace gatehouse
