// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/acl/acl_schema.h"

#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

PluginSchema aclPluginSchema()
{
    const QStringList lists = inConfig({u"allow"_s, u"deny"_s});
    PluginSchema schema = plugin(
        u"acl"_s, 950,
        {noConsumer(), httpProtocols(),
         config({
             texts(u"allow"_s)
                 .named(QT_TRANSLATE_NOOP("schema", "Allow"),
                        QT_TRANSLATE_NOOP("schema", "Only consumers of one of these groups pass.")),
             texts(u"deny"_s).named(QT_TRANSLATE_NOOP("schema", "Deny"),
                                    QT_TRANSLATE_NOOP("schema", "Consumers of one of these groups do not pass.")),
             flag(u"hide_groups_header"_s, false)
                 .named(QT_TRANSLATE_NOOP("schema", "Hide groups header"),
                        QT_TRANSLATE_NOOP("schema", "Do not tell the service the groups (X-Consumer-Groups).")),
             flag(u"always_use_authenticated_groups"_s, false)
                 .rare()
                 .named(QT_TRANSLATE_NOOP("schema", "Always use authenticated groups"),
                        QT_TRANSLATE_NOOP("schema", "Prefer groups an authentication plugin has set.")),
         })},
        {checks::onlyOneOf(lists), checks::atLeastOneOf(lists)});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Access control list");
    schema.help = QT_TRANSLATE_NOOP("schema", "Lets consumers through by the groups they belong to.");
    return schema;
}

RecordSchema aclGroupSchema()
{
    RecordSchema schema;
    schema.name = u"acls"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Group");
    schema.cacheKey = {u"consumer"_s, u"group"_s};
    schema.pluginOwned = true;
    schema.fields = {
        id(),
        createdAt(),
        owner(),
        text(u"group"_s)
            .need()
            .named(QT_TRANSLATE_NOOP("schema", "Group"),
                   QT_TRANSLATE_NOOP("schema", "A group the consumer belongs to.")),
        tags(),
    };
    return schema;
}

} // namespace gatehouse
