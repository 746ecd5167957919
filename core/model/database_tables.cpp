// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/database_tables.h"

#include "core/schema/fields.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

RecordSchema hiddenTable(const QString &name)
{
    RecordSchema schema;
    schema.name = name;
    schema.exported = false;
    schema.hasAdminApi = false;
    return schema;
}

RecordSchema workspaces()
{
    RecordSchema schema = hiddenTable(u"workspaces"_s);
    schema.endpointKey = u"name"_s;
    schema.cacheKey = {u"name"_s};
    schema.fields = {id(),
                     utf8Name(u"name"_s).need(),
                     text(u"comment"_s),
                     createdAt(),
                     updatedAt(),
                     record(u"meta"_s, QList<Field>{}),
                     record(u"config"_s, QList<Field>{})};
    return schema;
}

RecordSchema parameters()
{
    RecordSchema schema = hiddenTable(u"parameters"_s);
    schema.exported = true;
    schema.primaryKey = {u"key"_s};
    schema.cacheKey = {u"key"_s};
    schema.fields = {createdAt(), updatedAt(), text(u"key"_s).need().once(), text(u"value"_s).need()};
    return schema;
}

RecordSchema tagsView()
{
    RecordSchema schema = hiddenTable(u"tags"_s);
    schema.endpointKey = u"tag"_s;
    schema.primaryKey = {u"tag"_s};
    schema.declarative = false;
    schema.fields = {text(u"tag"_s).need(), text(u"entity_name"_s).need(), uuidText(u"entity_id"_s).need()};
    return schema;
}

RecordSchema dataPlanes()
{
    RecordSchema schema = hiddenTable(u"clustering_data_planes"_s);
    schema.adminName = u"clustering/data-planes"_s;
    schema.hasTtl = true;
    Field lastSeen = createdAt();
    lastSeen.key = u"last_seen"_s;
    Field configHash = text(u"config_hash"_s);
    configHash.rules.lengthEquals = 32;
    schema.fields = {
        id().need(),
        lastSeen,
        text(u"ip"_s).need(),
        configHash,
        host(u"hostname"_s).need(),
        text(u"version"_s),
        text(u"sync_status"_s)
            .need()
            .by(u"unknown"_s)
            .oneOf({u"unknown"_s, u"normal"_s, u"kong_version_incompatible"_s, u"plugin_set_incompatible"_s,
                    u"plugin_version_incompatible"_s, u"filter_set_incompatible"_s})};
    return schema;
}

} // namespace

QList<RecordSchema> databaseTableSchemas()
{
    return {workspaces(), parameters(), tagsView(), dataPlanes()};
}

} // namespace gatehouse
