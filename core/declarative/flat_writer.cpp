// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_emitter.h"
#include "core/declarative/yaml_writer.h"
#include "core/schema/validate.h"

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

QJsonObject flatRow(const RecordSchema &schema, const QJsonObject &row, const QJsonObject &nested)
{
    QJsonObject flat = Validator::output(schema, row);
    for (const Field &field : schema.fields) {
        if (field.type == FieldType::Foreign && flat.value(field.key).isObject()) {
            flat.insert(field.key, foreignId(row, field.key));
        }
    }
    const QJsonObject lists = nested.value(schema.name).toObject().value(row.value("id"_L1).toString()).toObject();
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        flat.insert(list.key(), list.value());
    }
    return flat;
}

} // namespace

QByteArray writeFlatYaml(const SchemaRegistry &registry, const Config &config, const QJsonObject &nested)
{
    YamlNode document;
    document.kind = YamlNode::Kind::Map;
    document.entries.append({u"_format_version"_s, {}, scalarNode(u"3.0"_s)});
    document.entries.append({u"_transform"_s, {}, scalarNode(false)});
    const QList<const RecordSchema *> schemas = registry.entities();
    for (const RecordSchema *schema : schemas) {
        const Table &table = config.table(schema->name);
        if (!schema->exported || table.isEmpty()) {
            continue;
        }
        const QList<QJsonObject> rows = table.page({}, table.size());
        auto section = std::make_shared<YamlNode>();
        section->kind = YamlNode::Kind::Sequence;
        for (const QJsonObject &row : rows) {
            section->items.append(nodeOf(flatRow(*schema, row, nested)));
        }
        document.entries.append({schema->name, {}, section});
    }
    return emitYaml(document);
}

} // namespace gatehouse
