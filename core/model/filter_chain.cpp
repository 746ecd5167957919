// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filter_chain.h"

#include "core/schema/fields.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

Field filterName()
{
    // No filter is installed, hence no name is right.
    return text(u"name"_s).need().checked([](const QJsonValue &) { return u"no such filter"_s; });
}

Field parent(const QString &key, const QString &table)
{
    return foreign(key, table, OnDelete::Cascade).by(QJsonValue::Null).once();
}

} // namespace

RecordSchema filterChainSchema()
{
    RecordSchema schema;
    schema.name = u"filter_chains"_s;
    schema.adminName = u"filter-chains"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Filter chain");
    schema.endpointKey = u"name"_s;
    schema.cacheKey = {u"route"_s, u"service"_s};
    schema.fields = {
        id(),
        utf8Name(u"name"_s),
        boolean(u"enabled"_s).need().by(true),
        parent(u"route"_s, u"routes"_s),
        parent(u"service"_s, u"services"_s),
        array(u"filters"_s,
              record({}, {filterName(), boolean(u"enabled"_s).need().by(true), json(u"config"_s).optional()}))
            .need()
            .minLength(1),
        createdAt(),
        updatedAt(),
        tags(),
    };
    EntityCheck isOff =
        checks::custom({u"filters"_s}, [](const QJsonObject &) { return u"wasm support is not enabled"_s; });
    isOff.runWithInvalidFields = true;
    schema.checks = {checks::mutuallyExclusive({u"service"_s, u"route"_s}),
                     checks::atLeastOneOf({u"service"_s, u"route"_s}), isOff};
    return schema;
}

} // namespace gatehouse
