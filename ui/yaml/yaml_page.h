// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/yaml/yaml_view.h"

namespace gatehouse {

// The whole configuration as YAML. Thread: control. The workbench must outlive it.
class YamlPage : public Page
{
    Q_OBJECT
public:
    explicit YamlPage(Workbench &workbench, QWidget *parent = nullptr);

    void focusFilter() override { m_view->find(); }

    [[nodiscard]] bool shows(const Change &) const override { return true; }

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("edit-the-yaml.md"); }

private:
    YamlView *m_view;
};

} // namespace gatehouse
