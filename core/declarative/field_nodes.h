// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"
#include "core/schema/record_schema.h"

namespace gatehouse {

// The fields of one row as nodes of a document. Thread: any.

enum class Defaults { Write, LeaveOut };

// Null when there is nothing to write.
YamlNodePtr fieldNode(const Field &field, const QJsonValue &value, Defaults defaults);

// The field as the subschema of the row describes it: the config of a plugin.
const Field &effectiveField(const RecordSchema &schema, const Field &field, const QJsonObject &row);

// Names first, then what the row is about, its config, its tags.
QList<const Field *> fieldsInReadingOrder(const RecordSchema &schema);

// The address of a service in the short form `url`; empty for other rows and where it would say something else.
QString urlOf(const RecordSchema &schema, const QJsonObject &row);
// Whether this url means the address the row has.
bool isUrlOf(const RecordSchema &schema, const QJsonObject &row, const QJsonValue &url);
bool isPartOfUrl(const QString &field);

// Where in a row a text stands; empty when it does not.
QStringList pathOfValue(const QJsonValue &row, const QJsonValue &value);
QJsonValue valueAtPath(const QJsonValue &value, const QStringList &path);
YamlNodePtr withValueAt(const YamlNodePtr &node, const QStringList &path, const YamlNodePtr &value);

} // namespace gatehouse
