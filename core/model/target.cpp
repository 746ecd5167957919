// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/target.h"

#include "core/schema/fields.h"
#include "core/schema/host_address.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

constexpr int defaultPort = 8000;

std::optional<QString> targetAddress(const QJsonValue &value)
{
    if (normalizeHost(value.toString()).address)
        return {};
    return u"Invalid target ('%1'); not a valid hostname or ip address"_s.arg(value.toString());
}

// Seconds with a fraction, unlike the time stamps of all other entities.
Field preciseStamp(const QString &key)
{
    Field field = number(key).automatic();
    field.rules.timestamp = true;
    return field;
}

std::optional<StoreError> formatInput(const WriteContext &, QJsonObject &input)
{
    const QJsonValue target = input.value("target"_L1);
    if (!target.isString())
        return {};
    const std::optional<QString> formatted = formatTarget(target.toString());
    if (!formatted)
        return store_errors::schemaViolation({{u"target"_s, u"Invalid target; not a valid hostname or ip address"_s}});
    input.insert(u"target"_s, *formatted);
    return {};
}

// Declarative documents keep the text as it was written.
QJsonObject printFormatted(const Config &, const QJsonObject &row)
{
    QJsonObject result = row;
    const QString target = row.value("target"_L1).toString();
    result.insert(u"target"_s, formatTarget(target).value_or(target));
    return result;
}

} // namespace

std::optional<QString> formatTarget(const QString &target)
{
    const HostResult result = normalizeHost(target);
    if (!result.address)
        return std::nullopt;
    return formatHost(*result.address, defaultPort);
}

RecordSchema targetSchema()
{
    RecordSchema schema;
    schema.name = u"targets"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Target");
    schema.endpointKey = u"target"_s;
    schema.cacheKey = {u"upstream"_s, u"target"_s};
    schema.fields = {
        id(),
        preciseStamp(u"created_at"_s),
        preciseStamp(u"updated_at"_s),
        foreign(u"upstream"_s, u"upstreams"_s, OnDelete::Cascade)
            .need()
            .named(QT_TRANSLATE_NOOP("schema", "Upstream"), ""),
        text(u"target"_s)
            .need()
            .checked(targetAddress)
            .named(
                QT_TRANSLATE_NOOP("schema", "Target"),
                QT_TRANSLATE_NOOP("schema", "Host name or address with an optional port; the default port is 8000.")),
        integer(u"weight"_s)
            .by(100)
            .range(0, 65535)
            .named(QT_TRANSLATE_NOOP("schema", "Weight"),
                   QT_TRANSLATE_NOOP("schema", "Share of the requests; 0 takes the target out.")),
        tags(),
    };
    return schema;
}

EntityRules targetRules()
{
    EntityRules rules;
    rules.prepare = formatInput;
    rules.print = printFormatted;
    return rules;
}

} // namespace gatehouse
