// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/file_log/file_log_schema.h"

#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

PluginSchema fileLogPluginSchema()
{
    PluginSchema schema =
        plugin(u"file-log"_s, 9,
               {allProtocols(),
                config({
                    text(u"path"_s)
                        .need()
                        .matching(u"^[^*&%%\\`]+$"_s, u"not a valid filename"_s)
                        .named(QT_TRANSLATE_NOOP("schema", "Path"),
                               QT_TRANSLATE_NOOP("schema", "The file one JSON line per request is appended to.")),
                    flag(u"reopen"_s, false)
                        .rare()
                        .named(QT_TRANSLATE_NOOP("schema", "Reopen"),
                               QT_TRANSLATE_NOOP("schema",
                                                 "Open the file anew for every request, so that it can be rotated.")),
                    customFieldsByLua().rare(),
                })});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "File log");
    schema.help = QT_TRANSLATE_NOOP("schema", "Writes one JSON line per request to a file.");
    return schema;
}

} // namespace gatehouse
