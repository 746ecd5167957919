// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/main_window/workbench.h"

#include <QJsonArray>
#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;

namespace gatehouse {

// Makes a token with a credential of the working configuration. The claim that names the credential is locked; the
// token is hidden until it is asked for. A private key is read for it and kept nowhere else. Thread: control.
class MintTab : public QWidget
{
    Q_OBJECT
public:
    MintTab(Workbench &workbench, QWidget *parent);

    void chooseCredential(const QString &id);
    void focusFirst();

signals:
    void checkRequested(const QString &token, const QString &routeId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    void addKeyRow(QGridLayout &form);
    QWidget *makeClaims();
    QWidget *makeOutput();
    void orderTabs();
    QPushButton *addButton(const QString &objectName, const QString &text, QWidget *parent);
    void refresh();
    void refreshCredential();
    void askForKey();
    void addFirst();
    void forget();
    void mint();
    void setShown(bool shown);
    void copyCurl();
    [[nodiscard]] QJsonObject credential() const;
    [[nodiscard]] QJsonObject pluginConfig() const;
    [[nodiscard]] QString keyClaimName() const;
    [[nodiscard]] Result<QByteArray> token() const;
    [[nodiscard]] QJsonObject extraClaims() const;

    Workbench &m_workbench;
    QComboBox *m_credential;
    QComboBox *m_route;
    QLabel *m_keyClaim = nullptr;
    QLineEdit *m_key;
    QComboBox *m_expires;
    QWidget *m_keyRow;
    QLabel *m_keyLabel = nullptr;
    QLabel *m_keyFile;
    QTableView *m_claims;
    QStandardItemModel m_model;
    QPushButton *m_mint = nullptr;
    QPushButton *m_first = nullptr; // in its place when there is no credential
    QLabel *m_state;
    QLineEdit *m_token;
    QToolButton *m_show;
    QList<QPushButton *> m_uses; // of the token
    QJsonArray m_madeOf;         // credential and plugin; empty: there is no token
    QByteArray m_privateKey;     // as long as the credential is chosen
    QTimer m_hide;
};

} // namespace gatehouse
