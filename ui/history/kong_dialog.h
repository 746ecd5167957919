// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/admin_api_import.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class ConfigStore;

// Asks for the Admin API of another gateway and reads its configuration. Nothing is changed there, and the token is not
// kept. Thread: control; nothing blocks on the network. The store must outlive it.
class KongDialog : public QDialog
{
    Q_OBJECT
public:
    KongDialog(const ConfigStore &store, QWidget *parent);

signals:
    void finishedReading(const gatehouse::OpenedFile &file, const QString &place);

private:
    void read();
    void take(const OpenedFile &file);
    void showState(const QString &text, bool isReading);

    AdminApiImport m_kong;
    QLineEdit *m_address;
    QLineEdit *m_token;
    QLabel *m_state;
    QPushButton *m_compare = nullptr;
};

} // namespace gatehouse
