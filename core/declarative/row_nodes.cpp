// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/row_nodes.h"

#include "core/declarative/document_items.h"
#include "core/declarative/field_nodes.h"
#include "core/declarative/secret_placeholders.h"
#include "core/declarative/yaml_emitter.h"
#include "core/schema/validate.h"

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

std::shared_ptr<YamlNode> makeNode(YamlNode::Kind kind)
{
    auto node = std::make_shared<YamlNode>();
    node->kind = kind;
    return node;
}

// A hash of a hash: writing the stored row out and reading it again would change it.
bool isChangedByReading(const RecordSchema &schema, const QJsonObject &row)
{
    return !schema.transformations.isEmpty() && Validator::transform(schema, row, row) != row;
}

bool isTransformedField(const RecordSchema &schema, const QString &field)
{
    return std::any_of(schema.transformations.begin(), schema.transformations.end(),
                       [&field](const Transformation &each) { return each.input.contains(field); });
}

QString nameOf(const RecordSchema &schema, const QJsonObject &row)
{
    const Field *field = schema.endpointKey.isEmpty() ? nullptr : schema.field(schema.endpointKey);
    return field && field->unique ? row.value(field->key).toString() : QString();
}

} // namespace

RowNodes::RowNodes(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options)
    : m_registry(registry)
    , m_config(config)
    , m_kept(kept)
    , m_options(options)
{
    if (!kept.files.isEmpty()) {
        m_files.emplace(registry, config, kept);
    }
    m_isTransformed = !kept.isTransformed && everyCredentialIsSpelled();
    m_needsSecondPass = options.dialect == Dialect::DbLess && holdsRowsThatNeedParents();
    findReferredRows();
}

YamlNodePtr RowNodes::section(const QString &table, const QString &file)
{
    const RecordSchema *schema = m_registry.entity(table);
    auto list = makeNode(YamlNode::Kind::Sequence);
    const QList<QJsonObject> rows = schema && schema->declarative ? topRows(*schema, file) : QList<QJsonObject>();
    for (const QJsonObject &row : rows) {
        list->items.append(rowNode(*schema, row));
    }
    list->items += keptRows(table, {}, file);
    return list->items.isEmpty() ? nullptr : list;
}

QList<QJsonObject> RowNodes::topRows(const RecordSchema &schema, const QString &file)
{
    const auto known = m_topRows.constFind(schema.name);
    if (known != m_topRows.constEnd()) {
        return known->value(file);
    }
    QHash<QString, QList<QJsonObject>> &byFile = m_topRows[schema.name];
    const QList<QJsonObject> rows = m_config.rows(schema.name);
    for (const QJsonObject &row : rows) {
        if (!nestingParent(schema, row)) {
            byFile[m_files ? m_files->fileOf(schema, row) : QString()].append(row);
        }
    }
    return byFile.value(file);
}

// A row stands under its parent when it has exactly one, in the same file.
std::optional<SoleParent> RowNodes::nestingParent(const RecordSchema &schema, const QJsonObject &row) const
{
    const std::optional<SoleParent> parent = soleParentOf(schema, row);
    if (parent && m_files) {
        const auto parentRow = m_config.find(parent->field->reference, parent->id);
        if (parentRow &&
            m_files->fileOf(*m_registry.entity(parent->field->reference), *parentRow) != m_files->fileOf(schema, row)) {
            return std::nullopt;
        }
    }
    // Kong forgets the parent of nested names of certificates as soon as a credential needs its second pass.
    const bool isFieldOfParent = parent && isTransientField(*m_registry.entity(parent->field->reference), schema.name);
    return isFieldOfParent && m_needsSecondPass ? std::nullopt : parent;
}

YamlNodePtr RowNodes::rowNode(const RecordSchema &schema, const QJsonObject &row)
{
    const QString id = row.value("id"_L1).toString();
    const QString rowKey = Kept::rowKey(schema.name, id);
    YamlNodePtr node = fieldsNode(schema, row);
    node = withExtras(node, rowKey);
    node = withSpellings(node, schema, row);
    if (m_options.secrets) {
        node = m_options.secrets->putInto(node, schema, row);
    }
    auto result = std::make_shared<YamlNode>(*node);
    addChildren(schema, id, *result);
    m_places.insert(result.get(), {schema.name, id});
    return result;
}

YamlNodePtr RowNodes::fieldsNode(const RecordSchema &schema, const QJsonObject &row) const
{
    const bool isNested = nestingParent(schema, row).has_value();
    const bool hasUrl = !m_kept.withoutUrl.contains(Kept::rowKey(schema.name, row.value("id"_L1).toString()));
    const QString url = hasUrl ? urlOf(schema, row) : QString();
    auto node = makeNode(YamlNode::Kind::Map);
    const QList<const Field *> fields = fieldsInReadingOrder(schema);
    for (const Field *field : fields) {
        if (!url.isEmpty() && isPartOfUrl(field->key)) {
            if (field->key == "host"_L1) {
                node->entries.append({u"url"_s, {}, scalarNode(url)});
            }
            continue;
        }
        const bool isReference = field->type == FieldType::Foreign;
        if (isReference && isNested && field->key != "client_certificate"_L1) {
            continue;
        }
        const YamlNodePtr value = isReference ? referenceNode(*field, row) : valueNode(schema, *field, row);
        if (value) {
            node->entries.append({field->key, {}, value});
        }
    }
    if (schema.hasTtl && row.value("ttl"_L1).isDouble()) {
        node->entries.append({u"ttl"_s, {}, scalarNode(row.value("ttl"_L1))});
    }
    if (isIdWritten(schema, row)) {
        node->entries.append({u"id"_s, {}, scalarNode(row.value("id"_L1))});
    }
    return node;
}

YamlNodePtr RowNodes::valueNode(const RecordSchema &schema, const Field &field, const QJsonObject &row) const
{
    const bool isDerived = field.key == "cert_digest"_L1 && m_isTransformed;
    if (isDerived || field.transient || field.key == "id"_L1 || field.key == "created_at"_L1 ||
        field.key == "updated_at"_L1) {
        return nullptr;
    }
    return fieldNode(effectiveField(schema, field, row), row.value(field.key),
                     m_options.defaults ? Defaults::Write : Defaults::LeaveOut);
}

YamlNodePtr RowNodes::referenceNode(const Field &field, const QJsonObject &row) const
{
    const QString id = foreignId(row, field.key);
    if (id.isEmpty()) {
        return nullptr;
    }
    const RecordSchema &schema = *m_registry.entity(field.reference);
    const auto parent = m_config.find(field.reference, id);
    const QString name = parent ? nameOf(schema, *parent) : QString();
    return scalarNode(name.isEmpty() ? id : name);
}

bool RowNodes::isIdWritten(const RecordSchema &schema, const QJsonObject &row) const
{
    const QString key = Kept::rowKey(schema.name, row.value("id"_L1).toString());
    return m_options.ids || m_kept.withId.contains(key) || m_referredById.contains(key);
}

void RowNodes::addChildren(const RecordSchema &schema, const QString &id, YamlNode &node)
{
    QList<SchemaRegistry::Referrer> referrers = m_registry.referrers(schema.name);
    std::stable_partition(referrers.begin(), referrers.end(),
                          [](const SchemaRegistry::Referrer &each) { return each.schema->name != "plugins"_L1; });
    for (const SchemaRegistry::Referrer &referrer : std::as_const(referrers)) {
        const RecordSchema &child = *referrer.schema;
        if (!child.declarative) {
            continue;
        }
        auto list = makeNode(YamlNode::Kind::Sequence);
        const QList<QJsonObject> rows = m_config.table(child.name).rowsWhere(referrer.field->key, id);
        for (const QJsonObject &row : rows) {
            const auto parent = nestingParent(child, row);
            if (parent && parent->field->key == referrer.field->key) {
                list->items.append(rowNode(child, row));
            }
        }
        list->items += keptRows(child.name, Kept::rowKey(schema.name, id));
        if (!list->items.isEmpty()) {
            node.entries.append({child.name, {}, list});
        }
    }
}

YamlNodePtr RowNodes::withExtras(YamlNodePtr node, const QString &rowKey) const
{
    const QList<Kept::Extra> extras = m_kept.extras.value(rowKey);
    for (const Kept::Extra &extra : extras) {
        node = withValueAt(node, extra.path, extra.value);
    }
    return node;
}

YamlNodePtr RowNodes::withSpellings(YamlNodePtr node, const RecordSchema &schema, const QJsonObject &row) const
{
    const QString rowKey = Kept::rowKey(schema.name, row.value("id"_L1).toString());
    const QList<Kept::Spelling> spellings = m_kept.spellings.value(rowKey);
    for (const Kept::Spelling &spelling : spellings) {
        const bool isHashWritten =
            !m_isTransformed && !m_kept.isTransformed && isTransformedField(schema, spelling.path.first());
        const bool isUrl = spelling.path == QStringList{u"url"_s} && isUrlOf(schema, row, spelling.stored);
        if (isUrl || (!isHashWritten && valueAtPath(row, spelling.path) == spelling.stored)) {
            node = withValueAt(node, spelling.path, spelling.written);
        }
    }
    return node;
}

QList<YamlNodePtr> RowNodes::keptRows(const QString &table, const QString &parent, const QString &file) const
{
    QList<YamlNodePtr> nodes;
    for (const Kept::Row &row : m_kept.rows) {
        if (row.table == table && row.parent == parent && (!m_files || !parent.isEmpty() || row.file == file)) {
            nodes.append(row.value);
        }
    }
    return nodes;
}

bool RowNodes::everyCredentialIsSpelled() const
{
    const auto isSpelled = [this](const RecordSchema &schema, const QJsonObject &row) {
        const auto spellings = m_kept.spellings.value(Kept::rowKey(schema.name, row.value("id"_L1).toString()));
        return std::any_of(spellings.begin(), spellings.end(), [&](const Kept::Spelling &spelling) {
            return isTransformedField(schema, spelling.path.first()) &&
                   valueAtPath(row, spelling.path) == spelling.stored;
        });
    };
    const QList<const RecordSchema *> schemas = m_registry.entities();
    for (const RecordSchema *schema : schemas) {
        const QList<QJsonObject> rows =
            schema->transformations.isEmpty() ? QList<QJsonObject>() : m_config.rows(schema->name);
        for (const QJsonObject &row : rows) {
            if (isChangedByReading(*schema, row) && !isSpelled(*schema, row)) {
                return false;
            }
        }
    }
    return true;
}

bool RowNodes::holdsRowsThatNeedParents() const
{
    const QList<const RecordSchema *> schemas = m_registry.entities();
    return std::any_of(schemas.begin(), schemas.end(), [this](const RecordSchema *schema) {
        const bool needsParent = std::any_of(schema->transformations.begin(), schema->transformations.end(),
                                             [](const Transformation &each) { return !each.needs.isEmpty(); });
        return needsParent && !m_config.table(schema->name).isEmpty();
    });
}

void RowNodes::findReferredRows()
{
    const QList<const RecordSchema *> schemas = m_registry.entities();
    for (const RecordSchema *schema : schemas) {
        const QList<QJsonObject> rows = schema->declarative ? m_config.rows(schema->name) : QList<QJsonObject>();
        for (const QJsonObject &row : rows) {
            noteReferences(*schema, row);
        }
    }
}

void RowNodes::noteReferences(const RecordSchema &schema, const QJsonObject &row)
{
    const auto nested = nestingParent(schema, row);
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        if (id.isEmpty() || (nested && nested->field->key == field.key)) {
            continue;
        }
        const auto parent = m_config.find(field.reference, id);
        if (parent && nameOf(*m_registry.entity(field.reference), *parent).isEmpty()) {
            m_referredById.insert(Kept::rowKey(field.reference, id));
        }
    }
}

} // namespace gatehouse
