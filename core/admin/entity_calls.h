// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/admin_call.h"

namespace gatehouse {

// The generic endpoints (kong/api/endpoints.lua). Thread: control.

AdminReply listRows(AdminCall &call, const RecordSchema &schema);
AdminReply createRow(AdminCall &call, const RecordSchema &schema);
AdminReply getRow(AdminCall &call, const RecordSchema &schema);
AdminReply putRow(AdminCall &call, const RecordSchema &schema);
AdminReply patchRow(AdminCall &call, const RecordSchema &schema);
AdminReply deleteRow(AdminCall &call, const RecordSchema &schema);

// A child table whose `field` refers to a parent table.
struct Relation {
    const RecordSchema *child = nullptr;
    const RecordSchema *parent = nullptr;
    QString field;
};

// The row a child refers to: /routes/{routes}/service.
AdminReply getParent(AdminCall &call, const Relation &relation);
AdminReply putParent(AdminCall &call, const Relation &relation);
AdminReply patchParent(AdminCall &call, const Relation &relation);
AdminReply deleteParent(AdminCall &call, const Relation &relation);

// The rows that refer to a parent: /services/{services}/routes.
AdminReply listChildren(AdminCall &call, const Relation &relation);
AdminReply createChild(AdminCall &call, const Relation &relation);
AdminReply getChild(AdminCall &call, const Relation &relation);
AdminReply putChild(AdminCall &call, const Relation &relation);
AdminReply patchChild(AdminCall &call, const Relation &relation);
AdminReply deleteChild(AdminCall &call, const Relation &relation);

// A found row: its error, 404 when there is none, or nothing when it is there.
std::optional<AdminReply> missing(const StoreOutcome &found);
AdminReply answer(int status, const StoreOutcome &outcome);
QJsonObject primaryKey(const QJsonObject &row);

} // namespace gatehouse
