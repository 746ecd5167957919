// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "app/terminal/secret_lookup.h"
#include "core/base/clock.h"
#include "core/declarative/declarative_loader.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/project_files.h"

#include <QCommandLineParser>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// "-" is standard input, as decK has it; a folder is all its files.
Result<QList<FileText>> readInput(const QString &place)
{
    if (place != "-"_L1)
        return readFilesAt(place);
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorKind::Io, u"Cannot read standard input: %1"_s.arg(file.errorString())};
    return QList<FileText>{{place, file.readAll()}};
}

// For a look at what is in all of them.
QByteArray wholeText(const QList<FileText> &files)
{
    QByteArray text;
    for (const FileText &file : files)
        text += file.text + '\n';
    return text;
}

void printProblems(const QString &name, const QList<Problem> &problems, QLatin1String kind)
{
    for (const Problem &problem : problems) {
        err() << placeIn(name, problem) << ": " << kind << ": ";
        if (!problem.path.isEmpty())
            err() << problem.path << ": ";
        err() << problem.message << "\n";
    }
    err() << Qt::flush;
}

// exitOk when the files can be used.
int validate(const QString &name, const QList<FileText> &files, const Environment &environment)
{
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    const Result<OpenedFile> opened = DeclarativeLoader(*registry, clock).open(files, environment);
    if (opened) {
        printProblems(name, opened->warnings, "warning"_L1);
        return exitOk;
    }
    if (opened.error().problems.isEmpty())
        fail(opened.error());
    printProblems(name, opened.error().problems, "error"_L1);
    return exitFailure;
}

int validate(const QString &place, const QString &secretsFile)
{
    const Result<QList<FileText>> files = readInput(place);
    if (!files)
        return fail(files.error());
    SecretLookup lookup;
    const Result<Environment> environment = environmentFor(lookup, place, wholeText(*files), secretsFile);
    return environment ? validate(place, *files, *environment) : fail(environment.error());
}

} // namespace

int runConfigParse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks a declarative configuration exactly as Kong does when it loads one; prints 'parse successful'."_s);
    parser.addPositionalArgument(u"FILE"_s, u"kong.yml or kong.json, several or a folder; '-' is standard input."_s,
                                 u"[FILE...]"_s);
    parser.addOption(secretsFileOption());
    if (!parseArguments(parser, {u"config"_s, u"parse"_s}, arguments))
        return exitUsage;
    const QStringList names = parser.positionalArguments();
    const QString place = names.isEmpty() ? u"kong.yml"_s : placeOfArguments(names);
    const Result<QList<FileText>> files = readInput(place);
    if (!files)
        return fail(files.error());
    SecretLookup lookup;
    const Result<Environment> environment =
        environmentFor(lookup, place, wholeText(*files), parser.value(u"secrets-file"_s));
    if (!environment)
        return fail(environment.error());
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    const PostedDocument posted = DeclarativeLoader(*registry, clock).post(*files, *environment);
    if (posted.errors.isEmpty()) {
        out() << "parse successful" << Qt::endl;
        return exitOk;
    }
    err() << "Failed parsing:" << Qt::endl;
    validate(place, *files, *environment); // the same rules, with line and column
    err() << declarativeError(*registry, posted, Flatten::No).value("message"_L1).toString() << Qt::endl;
    return exitFailure;
}

int runFileValidate(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Checks declarative files; names every problem with file, line and column."_s);
    parser.addPositionalArgument(
        u"FILE"_s, u"One or more files, each for itself; a folder is one configuration; '-' is standard input."_s,
        u"FILE..."_s);
    parser.addOption(secretsFileOption());
    if (!parseArguments(parser, {u"file"_s, u"validate"_s}, arguments))
        return exitUsage;
    QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        names << u"-"_s;
    int code = exitOk;
    // That secrets are missing is worse than that a file is wrong.
    for (const QString &name : std::as_const(names))
        code = std::max(code, validate(name, parser.value(u"secrets-file"_s)));
    return code;
}

} // namespace gatehouse
