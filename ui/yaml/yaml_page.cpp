// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/yaml_page.h"

#include "ui/main_window/page_parts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

YamlPage::YamlPage(Workbench &workbench, QWidget *parent)
    : Page(u"yamlPage"_s, tr("YAML"), u"yaml"_s, parent)
    , m_view(new YamlView(workbench, YamlView::Use::Edit, this))
{
    m_view->setObjectName(u"yamlView"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(makePageTitle(title(), this));
    layout->addWidget(m_view, 1);
}

} // namespace gatehouse
