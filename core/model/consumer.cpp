// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/consumer.h"

#include "core/schema/fields.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

RecordSchema consumerSchema()
{
    RecordSchema schema;
    schema.name = u"consumers"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Consumer");
    schema.endpointKey = u"username"_s;
    schema.fields = {
        id(),
        createdAt(),
        updatedAt(),
        text(u"username"_s)
            .once()
            .named(QT_TRANSLATE_NOOP("schema", "Username"),
                   QT_TRANSLATE_NOOP("schema", "Unique name; this or the custom id is needed.")),
        text(u"custom_id"_s)
            .once()
            .named(QT_TRANSLATE_NOOP("schema", "Custom id"),
                   QT_TRANSLATE_NOOP("schema", "The id this consumer has in your own system.")),
        tags(),
    };
    schema.checks = {checks::atLeastOneOf({u"custom_id"_s, u"username"_s})};
    return schema;
}

} // namespace gatehouse
