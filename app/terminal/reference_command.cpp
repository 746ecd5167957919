// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/schema/reference.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace gatehouse {

int runReference(const QStringList &arguments)
{
    QCommandLineParser parser;
    if (!parseArguments(parser, {u"reference"_s}, arguments))
        return exitUsage;
    out() << referenceMarkdown(*makeSchemaRegistry()) << Qt::flush;
    return exitOk;
}

} // namespace gatehouse
