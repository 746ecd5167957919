// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/requests/request_draft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace gatehouse {

// Whose credentials a request gets, and which. Thread: control.
class IdentityRow : public QWidget
{
    Q_OBJECT
public:
    explicit IdentityRow(QWidget *parent = nullptr);

    // Who there is to choose from; what is chosen stays, also when it is gone.
    void setConfig(const Config &config);
    void take(const RequestDraft &draft);
    void putInto(RequestDraft &draft) const;

    void focusConsumer();

signals:
    void edited();

private:
    void nameParts();
    void fillConsumers(const QString &chosen);
    void fillCredentials(const QString &chosen);
    void refresh();

    Config m_config;
    QLabel *m_asLabel;
    QComboBox *m_consumer;
    QLabel *m_usingLabel;
    QComboBox *m_credential;
    QCheckBox *m_raw;
};

} // namespace gatehouse
