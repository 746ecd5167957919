// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/upstream_test.h"
#include "ui/main_window/workbench.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class EntityForm;

// A service as one URL, which follows its protocol, host, port and path and sets them, and a test of the backend
// behind it. Thread: control.
class ServiceStrip : public QWidget
{
    Q_OBJECT
public:
    ServiceStrip(Workbench &workbench, EntityForm &form, QWidget *parent = nullptr);

    // The service as it stands in the form.
    void showRecord(const QJsonObject &service);

private:
    void layOut();
    void takeUrl(const QString &text);
    void toggleTest();
    [[nodiscard]] UpstreamTest::Target target() const;

    Workbench &m_workbench;
    EntityForm &m_form;
    QJsonObject m_service;
    QLineEdit *m_url;
    QLabel *m_fault;
    QPushButton *m_test;
    QLabel *m_result;
    UpstreamTest m_run;
};

} // namespace gatehouse
