// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/application_fixture.h"
#include "ui/entities/entity_page.h"

#include <QAbstractButton>
#include <QTableView>

namespace gatehouse {

// Shows the window with a configuration that has a row of nearly every kind, and on each page the first one in its
// editor, so that whatever looks at all widgets finds them. False when the configuration cannot be opened.
[[nodiscard]] inline bool showEveryPage(ApplicationFixture &fixture)
{
    static constexpr auto document = R"(_format_version: "3.0"
services:
  - name: s1
    url: http://127.0.0.1:9
    routes:
      - name: r1
        paths:
          - /r
        headers:
          x-a:
            - b
consumers:
  - username: c1
    jwt_secrets:
      - key: k1
plugins:
  - name: acl
    config:
      allow:
        - g1
upstreams:
  - name: u1
    targets:
      - target: 127.0.0.1:9
vaults:
  - name: env
    prefix: v1
)";
    if (!fixture.project().openText(document))
        return false;
    fixture.window().show();
    const QList<EntityPage *> pages = fixture.window().findChildren<EntityPage *>();
    for (EntityPage *page : pages) {
        fixture.window().showPage(page->objectName());
        page->findChild<QTableView *>()->selectRow(0);
    }
    fixture.window().showPage(QStringLiteral("requestsPage"));
    fixture.find<QAbstractButton>("requestSave")->click(); // asks for a name
    return true;
}

} // namespace gatehouse
