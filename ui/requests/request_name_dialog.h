// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/request_tree.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace gatehouse {

// Asks what a request is called, and in which folder it is. Thread: control. Deletes itself when it is closed.
class RequestNameDialog : public QDialog
{
    Q_OBJECT
public:
    // `isTaken` tells whether another request has the key.
    RequestNameDialog(const RequestKey &key,
                      const QStringList &folders,
                      std::function<bool(const RequestKey &)> isTaken,
                      QWidget *parent);

signals:
    void named(const gatehouse::RequestKey &key);

private:
    [[nodiscard]] RequestKey key() const;
    void refresh();

    std::function<bool(const RequestKey &)> m_isTaken;
    QLineEdit *m_name;
    QComboBox *m_folder;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace gatehouse
