// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse {

// A token taken apart while it is pasted: its header, and its claims with what the times among them mean. Nothing is
// verified. Thread: control.
class DecodeTab : public QWidget
{
    Q_OBJECT
public:
    explicit DecodeTab(QWidget *parent);

    void setToken(const QString &token);
    void focusToken();

signals:
    void checkRequested(const QString &token);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeInput();
    QWidget *makeOutput();
    void decode();
    void fillClaims();
    void refreshTimes();

    QPlainTextEdit *m_token;
    QLabel *m_state;
    QPushButton *m_paste;
    QPushButton *m_check;
    QPlainTextEdit *m_header;
    QStandardItemModel m_model;
    QJsonObject m_claims;
    QTimer m_second;
};

} // namespace gatehouse
