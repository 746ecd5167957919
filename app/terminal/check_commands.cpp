// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "app/terminal/secret_lookup.h"
#include "core/base/clock.h"
#include "core/declarative/declarative_loader.h"
#include "core/plugins/described/bundled_schemas.h"

#include <QCommandLineParser>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// "-" is standard input, as decK has it.
Result<QByteArray> readInput(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{ErrorKind::Io, u"Cannot read %1: %2"_s.arg(name, file.errorString())};
    return file.readAll();
}

void printProblems(const QString &name, const QList<Problem> &problems, QLatin1String kind)
{
    for (const Problem &problem : problems) {
        err() << name;
        if (problem.line > 0)
            err() << ':' << problem.line << ':' << problem.column;
        err() << ": " << kind << ": ";
        if (!problem.path.isEmpty())
            err() << problem.path << ": ";
        err() << problem.message << "\n";
    }
    err() << Qt::flush;
}

// exitOk when the text of the file can be used.
int validate(const QString &name, const QByteArray &text, const Environment &environment)
{
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    const Result<OpenedFile> opened = DeclarativeLoader(*registry, clock).open(text, environment);
    if (opened) {
        printProblems(name, opened->warnings, "warning"_L1);
        return exitOk;
    }
    if (opened.error().problems.isEmpty())
        fail(opened.error());
    printProblems(name, opened.error().problems, "error"_L1);
    return exitFailure;
}

int validate(const QString &name, const QString &secretsFile)
{
    const Result<QByteArray> text = readInput(name);
    if (!text)
        return fail(text.error());
    SecretLookup lookup;
    const Result<Environment> environment = environmentFor(lookup, name, *text, secretsFile);
    return environment ? validate(name, *text, *environment) : fail(environment.error());
}

} // namespace

int runConfigParse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks a declarative configuration exactly as Kong does when it loads one; prints 'parse successful'."_s);
    parser.addPositionalArgument(u"FILE"_s, u"kong.yml or kong.json; '-' is standard input."_s);
    parser.addOption(secretsFileOption());
    if (!parseArguments(parser, {u"config"_s, u"parse"_s}, arguments))
        return exitUsage;
    const QString name = parser.positionalArguments().value(0, u"kong.yml"_s);
    const Result<QByteArray> text = readInput(name);
    if (!text)
        return fail(text.error());
    SecretLookup lookup;
    const Result<Environment> environment = environmentFor(lookup, name, *text, parser.value(u"secrets-file"_s));
    if (!environment)
        return fail(environment.error());
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    const PostedDocument posted = DeclarativeLoader(*registry, clock).post({{name, *text}}, *environment);
    if (posted.errors.isEmpty()) {
        out() << "parse successful" << Qt::endl;
        return exitOk;
    }
    err() << "Failed parsing:" << Qt::endl;
    validate(name, *text, *environment); // the same rules, with line and column
    err() << declarativeError(*registry, posted, Flatten::No).value("message"_L1).toString() << Qt::endl;
    return exitFailure;
}

int runFileValidate(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Checks declarative files; names every problem with file, line and column."_s);
    parser.addPositionalArgument(u"FILE"_s, u"One or more files; '-' is standard input."_s, u"FILE..."_s);
    parser.addOption(secretsFileOption());
    if (!parseArguments(parser, {u"file"_s, u"validate"_s}, arguments))
        return exitUsage;
    QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        names << u"-"_s;
    int code = exitOk;
    for (const QString &name : std::as_const(names))
        code = std::max(
            code,
            validate(name,
                     parser.value(u"secrets-file"_s))); // that secrets are missing is worse than that a file is wrong
    return code;
}

} // namespace gatehouse
