// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse {

// The messages above the pages, newest last; empty it takes no room. Thread: control.
class MessageArea : public QWidget
{
    Q_OBJECT
public:
    explicit MessageArea(QWidget *parent = nullptr);

    void show(const Message &message);
    void remove(const QString &key);

signals:
    void announced(const QString &text);

private:
    [[nodiscard]] QWidget *makeBar(const Message &message);

    QVBoxLayout *m_layout;
};

} // namespace gatehouse
