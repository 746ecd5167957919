// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"

class QTabWidget;

namespace gatehouse {

class CheckTab;
class DecodeTab;
class MintTab;

// Tokens in three panes that are not mixed up: taken apart, checked against the gateway, made. Nothing leaves the
// process. Thread: control.
class JwtPage : public Page
{
    Q_OBJECT
public:
    explicit JwtPage(Workbench &workbench, QWidget *parent = nullptr);

    void decode(const QString &token);
    void mint(const QString &credentialId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("jwt-tool.md"); }

    void focusContent() override;

private:
    void check(const QString &token, const QString &routeId);

    QTabWidget *m_tabs;
    DecodeTab *m_decode;
    CheckTab *m_check;
    MintTab *m_mint;
};

} // namespace gatehouse
