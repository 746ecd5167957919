// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_call.h"

namespace gatehouse {

QJsonObject AdminCall::input(const RecordSchema &schema) const
{
    return body.isForm ? infer(body.fields, schema, registry()) : body.fields;
}

StoreOutcome AdminCall::find(const RecordSchema &schema) const
{
    return store().find(schema.name, key(schema));
}

EntityKey AdminCall::key(const RecordSchema &schema) const
{
    return EntityKey::fromPath(schema, segments.value(schema.name));
}

AdminReply reply(const StoreError &error)
{
    return AdminReply::json(error.httpStatus(), error.toJson());
}

} // namespace gatehouse
