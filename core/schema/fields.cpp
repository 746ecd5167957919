// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/fields.h"

#include "core/schema/vocabulary.h"

namespace gatehouse::fields {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestTimeout = 2147483646; // milliseconds, 2^31 - 2

Field make(const QString &key, FieldType type)
{
    Field field;
    field.key = key;
    field.type = type;
    return field;
}

std::shared_ptr<const Field> shared(const Field &field)
{
    return std::make_shared<const Field>(field);
}

Field timestamp(const QString &key)
{
    Field field = integer(key).automatic();
    field.rules.timestamp = true;
    return field;
}

} // namespace

Field boolean(const QString &key)
{
    return make(key, FieldType::Boolean);
}

Field integer(const QString &key)
{
    return make(key, FieldType::Integer);
}

Field number(const QString &key)
{
    return make(key, FieldType::Number);
}

Field text(const QString &key)
{
    return make(key, FieldType::Text);
}

Field array(const QString &key, const Field &element)
{
    Field field = make(key, FieldType::Array);
    field.elements = shared(element);
    return field;
}

Field set(const QString &key, const Field &element)
{
    Field field = make(key, FieldType::Set);
    field.elements = shared(element);
    return field;
}

Field map(const QString &key, const Field &keys, const Field &values)
{
    Field field = make(key, FieldType::Map);
    field.keys = shared(keys);
    field.values = shared(values);
    return field;
}

Field record(const QString &key, QList<Field> members, QList<EntityCheck> checks)
{
    RecordSchema schema;
    schema.fields = std::move(members);
    schema.checks = std::move(checks);
    return record(key, std::move(schema));
}

Field record(const QString &key, RecordSchema schema)
{
    Field field = make(key, FieldType::Record);
    field.record = std::make_shared<const RecordSchema>(std::move(schema));
    field.required = true;
    return field;
}

Field foreign(const QString &key, const QString &table, OnDelete onDelete)
{
    Field field = make(key, FieldType::Foreign);
    field.reference = table;
    field.onDelete = onDelete;
    return field;
}

Field json(const QString &key)
{
    return make(key, FieldType::Json);
}

Field id()
{
    return uuidText(u"id"_s).automatic();
}

Field createdAt()
{
    return timestamp(u"created_at"_s);
}

Field updatedAt()
{
    return timestamp(u"updated_at"_s);
}

Field tags()
{
    return set(u"tags"_s, text({}).need().checked(vocabulary::tag))
        .named(QT_TRANSLATE_NOOP("schema", "Tags"), QT_TRANSLATE_NOOP("schema", "Words to group and filter by."));
}

Field uuidText(const QString &key)
{
    Field field = text(key);
    field.rules.uuid = true;
    return field;
}

Field utf8Name(const QString &key)
{
    return text(key).once().checked(vocabulary::utf8Name);
}

Field host(const QString &key)
{
    return text(key).checked(vocabulary::host);
}

Field hostWithOptionalPort(const QString &key)
{
    return text(key).checked(vocabulary::hostWithOptionalPort);
}

Field ipOrCidr(const QString &key)
{
    return text(key).checked(vocabulary::ipOrCidr);
}

Field port(const QString &key)
{
    return integer(key).range(0, 65535);
}

Field timeout(const QString &key)
{
    return integer(key).range(0, longestTimeout);
}

Field path(const QString &key)
{
    Field field = text(key).checked(vocabulary::path);
    field.rules.startsWith = u"/"_s;
    field.rules.matchNone = {{u"//"_s, u"must not have empty segments"_s}};
    return field;
}

Field url(const QString &key)
{
    return text(key).checked(vocabulary::url);
}

Field sni(const QString &key)
{
    return text(key).checked(vocabulary::sni);
}

Field wildcardHost(const QString &key)
{
    return text(key).checked(vocabulary::wildcardHost);
}

Field headerName(const QString &key)
{
    return text(key).checked(vocabulary::headerName);
}

Field cookieName(const QString &key)
{
    return text(key).checked(vocabulary::cookieName);
}

Field httpMethod(const QString &key)
{
    return text(key).matching(u"^%u+$"_s);
}

Field protocol(const QString &key)
{
    return text(key).oneOf(
        {u"grpc"_s, u"grpcs"_s, u"http"_s, u"https"_s, u"tcp"_s, u"tls"_s, u"tls_passthrough"_s, u"udp"_s});
}

Field routeHosts(const QString &key)
{
    Field element = text({}).checked(vocabulary::routeHost);
    element.rules.matchAll = {{u"^[^*]*%*?[^*]*$"_s, u"invalid wildcard: must have at most one wildcard"_s}};
    element.rules.matchAny = MatchAny{{u"^%*%."_s, u"%.%*$"_s, u"^[^*]*$"_s},
                                      u"invalid wildcard: must be placed at leftmost or rightmost label"_s};
    return array(key, element);
}

Field luaCode(const QString &key)
{
    return map(key, text({}).minLength(1), text({}).minLength(1));
}

} // namespace gatehouse::fields
