// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "app/terminal/secret_lookup.h"
#include "core/base/clock.h"
#include "core/export/production_bundle.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/project_files.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Writes a configuration as Kong without a database or decK takes it, to standard output or to a file.\n"
        "Secrets become references to environment variables; what they would be in clear is written only with\n"
        "--secrets values, and then into a file that only you may read.\n\n"
        "  gatehousectl config export kong.yml --target deck --output kong.yaml --env-example .env.example\n"
        "  gatehousectl config export kong.yml --secrets values --bundle production"_s);
    parser.addPositionalArgument(u"FILE"_s, u"kong.yml or kong.json, or a folder of such files."_s);
    parser.addOptions({
        {u"target"_s, u"dbless (Kong without a database) or deck (dbless)."_s, u"NAME"_s, u"dbless"_s},
        {u"secrets"_s, u"references or values (references)."_s, u"HOW"_s, u"references"_s},
        {{u"o"_s, u"output"_s}, u"Write to this file instead of standard output."_s, u"FILE"_s},
        {u"bundle"_s, u"Write kong.yml, docker-compose.yml, .env.example and README.md into this folder."_s, u"DIR"_s},
        {u"env-example"_s, u"Write the names of the environment variables to this file."_s, u"FILE"_s},
        {u"select-tag"_s, u"Only what carries this tag, and what belongs to it. May be repeated: all of them."_s,
         u"TAG"_s},
        {u"ids"_s, u"Write the id of every row."_s},
        {u"defaults"_s, u"Write fields that hold their default."_s},
        {u"force"_s, u"Overwrite files."_s},
    });
    parser.addOption(secretsFileOption());
}

int usageError(const QString &message)
{
    err() << "gatehousectl config export: " << message << Qt::endl
          << "Try 'gatehousectl config export --help'." << Qt::endl;
    return exitUsage;
}

// What is wrong with the options, or "".
QString conflict(const QCommandLineParser &parser)
{
    const QString secrets = parser.value(u"secrets"_s);
    const bool isToFile = parser.isSet(u"output"_s) || parser.isSet(u"bundle"_s);
    if (parser.positionalArguments().size() != 1)
        return u"give one FILE"_s;
    if (!dialectFromText(parser.value(u"target"_s)))
        return u"--target is dbless or deck, not '%1'"_s.arg(parser.value(u"target"_s));
    if (secrets != "references"_L1 && secrets != "values"_L1)
        return u"--secrets is references or values, not '%1'"_s.arg(secrets);
    if (parser.isSet(u"output"_s) && parser.isSet(u"bundle"_s))
        return u"--output and --bundle exclude each other"_s;
    if (parser.isSet(u"bundle"_s) && parser.value(u"target"_s) != "dbless"_L1)
        return u"--bundle is for the target dbless"_s;
    if (secrets == "values"_L1 && !isToFile)
        return u"--secrets values needs --output or --bundle: secrets are not printed"_s;
    return {};
}

Result<> writeTo(const QString &fileName, const QByteArray &text, FileAccess access, Overwrite overwrite)
{
    if (overwrite == Overwrite::No && QFileInfo::exists(fileName))
        return Error{ErrorKind::Conflict, u"%1 exists already. Will not overwrite it without --force."_s.arg(fileName)};
    return saveFile(fileName, text, access);
}

Result<> write(const QCommandLineParser &parser, const ExportedDocument &document)
{
    const Overwrite overwrite = parser.isSet(u"force"_s) ? Overwrite::Yes : Overwrite::No;
    if (parser.isSet(u"env-example"_s)) {
        const QByteArray example = environmentExample(document.variables);
        if (auto saved = writeTo(parser.value(u"env-example"_s), example, FileAccess::Shared, overwrite); !saved)
            return saved;
    }
    if (parser.isSet(u"bundle"_s))
        return saveBundle(parser.value(u"bundle"_s), productionBundle(document), overwrite);
    if (!parser.isSet(u"output"_s)) {
        out() << QString::fromUtf8(document.text) << Qt::flush;
        return {};
    }
    const FileAccess access = document.holdsSecrets ? FileAccess::Private : FileAccess::Shared;
    return writeTo(parser.value(u"output"_s), document.text, access, overwrite);
}

} // namespace

int runConfigExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parseArguments(parser, {u"config"_s, u"export"_s}, arguments))
        return exitUsage;
    if (const QString problem = conflict(parser); !problem.isEmpty())
        return usageError(problem);
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    const DeclarativeLoader loader(*registry, clock);
    const QString place = parser.positionalArguments().first();
    SecretLookup lookup;
    const Result<Environment> environment =
        environmentFor(lookup, place, textAt(place), parser.value(u"secrets-file"_s));
    if (!environment)
        return fail(environment.error());
    const Result<PlaceReading> read = readAt(loader, place, *environment);
    if (!read)
        return fail(read.error());
    const OpenedFile &file = read->file;
    ExportOptions options;
    options.dialect = *dialectFromText(parser.value(u"target"_s));
    options.secrets = parser.value(u"secrets"_s) == "values"_L1 ? ExportedSecrets::Values : ExportedSecrets::References;
    options.ids = parser.isSet(u"ids"_s);
    options.defaults = parser.isSet(u"defaults"_s);
    options.tags = parser.values(u"select-tag"_s);
    const auto document = exportDocument(*registry, file.config, file.kept, options);
    if (!document) {
        const int code = fail(document.error());
        err() << "Use --target deck, or --secrets values with a file that stays private." << Qt::endl;
        return code;
    }
    for (const QString &what : document->leftOut)
        err() << "warning: left out: " << what << "\n";
    err() << Qt::flush;
    if (const Result<> written = write(parser, *document); !written)
        return fail(written.error());
    return exitOk;
}

} // namespace gatehouse
