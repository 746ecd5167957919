// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse::fields {

// The rows schemas are written with: one function per field type, then the kinds many records share (typedefs.lua).
Field boolean(const QString &key);
Field integer(const QString &key);
Field number(const QString &key);
Field text(const QString &key);
Field array(const QString &key, const Field &element);
Field set(const QString &key, const Field &element);
Field map(const QString &key, const Field &keys, const Field &values);
Field record(const QString &key, QList<Field> members, QList<EntityCheck> checks = {}); // required, as nearly all are
Field record(const QString &key, RecordSchema schema);
Field foreign(const QString &key, const QString &table, OnDelete onDelete = OnDelete::Restrict);
Field json(const QString &key);

Field id();
Field createdAt();
Field updatedAt();
Field tags();
Field uuidText(const QString &key);
Field utf8Name(const QString &key);
Field host(const QString &key);
Field hostWithOptionalPort(const QString &key);
Field ipOrCidr(const QString &key);
Field port(const QString &key);
Field timeout(const QString &key); // integer milliseconds, 0 - 2147483646
Field path(const QString &key);
Field url(const QString &key);
Field sni(const QString &key);
Field wildcardHost(const QString &key);
Field headerName(const QString &key);
Field cookieName(const QString &key);
Field httpMethod(const QString &key);
Field protocol(const QString &key);
Field routeHosts(const QString &key);
Field luaCode(const QString &key);

} // namespace gatehouse::fields
