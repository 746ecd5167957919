// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gatehouse {

// Says over a widget what letting go there would do. Thread: control. Belongs to the widget it stands over.
class DropLabel : public QLabel
{
    Q_OBJECT
public:
    explicit DropLabel(QWidget *over);

    // Empty: hides it.
    void showText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gatehouse
