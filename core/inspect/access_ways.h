// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access_matrix.h"
#include "core/model/change_draft.h"

namespace gatehouse {

// One way to change who gets through an acl. Thread: any (plain value).
struct AccessWay {
    enum class Kind {
        JoinGroup,    // the consumer joins the groups
        LeaveGroups,  // the consumer leaves them
        Allow,        // onto the allow list, and off the deny list
        StopAllowing, // off the allow list
        Deny,         // onto the deny list, and off the allow list
        StopDenying,  // off the deny list
        SwitchOff,    // the acl itself: a list must name somebody
    };

    Kind kind = Kind::JoinGroup;
    QString consumerId; // of JoinGroup and LeaveGroups
    QString pluginId;   // the acl, of the others
    QStringList groups;

    bool operator==(const AccessWay &other) const = default;
};

// The ways to let a consumer through the acl of a route that refuses it. Pure; thread: any.
[[nodiscard]] QList<AccessWay> waysIn(const AccessLine &consumer, const AccessColumn &route);

// The next of allow, not named, deny that the acl of a route can say of a group; an acl has one list, and a list names
// somebody. The route has an acl.
[[nodiscard]] AccessWay nextRule(const QString &group, const RouteAcl &acl);

// Writes what the way changes.
[[nodiscard]] StoreOutcome take(ChangeDraft &draft, const AccessWay &way);

// The consumers that a way can change something for; nobody else is touched.
[[nodiscard]] QStringList concerned(const Config &config, const AccessWay &way);

} // namespace gatehouse
