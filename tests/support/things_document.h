// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse {

// An open route and one for the staff, of whom ann is and bob is not; %1 is the port of the service.
inline constexpr const char *thingsDocument = R"(_format_version: "3.0"
services:
- name: s
  url: http://127.0.0.1:%1
  routes:
  - {name: open, paths: [/open]}
  - name: things
    paths: [/things]
    plugins: [{name: jwt}, {name: acl, config: {allow: [staff]}}]
consumers:
- {username: ann, jwt_secrets: [{key: ann-id, secret: ann-secret}], acls: [{group: staff}]}
- {username: bob, jwt_secrets: [{key: bob-id, secret: bob-secret}], acls: [{group: guests}]}
)";

} // namespace gatehouse
