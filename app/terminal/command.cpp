// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace gatehouse {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QTextStream &err()
{
    static QTextStream stream(stderr);
    return stream;
}

const QList<Command> &commands()
{
    static const QList<Command> list{
        {{u"start"_s}, "run the gateway in the foreground", runStart},
        {{u"config"_s, u"parse"_s}, "check a kong.yml the way Kong loads it", runConfigParse},
        {{u"config"_s, u"export"_s}, "write a file for Kong or decK, secrets as references", runConfigExport},
        {{u"file"_s, u"validate"_s}, "check declarative files and name every problem with its place", runFileValidate},
        {{u"explain"_s}, "send a request and say what happened to it, and why", runExplain},
        {{u"test"_s}, "send the saved requests and say whether the answers are as expected", runTest},
        {{u"jwt"_s, u"mint"_s}, "make a signed token", runJwtMint},
        {{u"jwt"_s, u"decode"_s}, "show what a token says", runJwtDecode},
        {{u"secrets"_s, u"list"_s}, "name the secrets of a file and where they are found", runSecretsList},
        {{u"secrets"_s, u"set"_s}, "keep a secret in the keychain", runSecretsSet},
        {{u"secrets"_s, u"get"_s}, "print a secret", runSecretsGet},
        {{u"secrets"_s, u"import"_s}, "keep the secrets of a .env file", runSecretsImport},
        {{u"secrets"_s, u"doctor"_s}, "say whether secrets can be kept, and which are missing", runSecretsDoctor},
        {{u"reference"_s}, "print the reference of all entities and plugins as Markdown", runReference},
        {{u"version"_s}, "print the version", runVersion},
    };
    return list;
}

bool parseArguments(QCommandLineParser &parser, const QStringList &words, const QStringList &arguments)
{
    parser.addHelpOption();
    const QString program = u"gatehousectl "_s + words.join(u' ');
    if (!parser.parse(QStringList{program} + arguments)) {
        err() << program << ": " << parser.errorText() << Qt::endl << "Try '" << program << " --help'." << Qt::endl;
        return false;
    }
    if (parser.isSet(u"help"_s)) {
        // The parser prints the program's own name; the help is about the sub-command.
        QString help = parser.helpText();
        help.replace(QRegularExpression(u"^Usage: \\S+"_s), u"Usage: "_s + program);
        out() << help << Qt::flush;
        std::exit(exitOk); // NOLINT(concurrency-mt-unsafe): no thread has been started yet
    }
    return true;
}

int fail(const Error &error)
{
    err() << toText(error) << Qt::endl;
    return error.kind == ErrorKind::Invalid ? exitConfig : exitFailure;
}

QString placeIn(const QString &file, Problem problem)
{
    if (problem.file.isEmpty())
        problem.file = file;
    return placeOf(problem);
}

QString placeOfArguments(const QStringList &files)
{
    return files.size() == 1 ? files.first() : files.join(u'\n');
}

int runVersion(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"all"_s, u"Also name the libraries."_s});
    if (!parseArguments(parser, {u"version"_s}, arguments))
        return exitUsage;
    out() << "gatehousectl " GATEHOUSE_VERSION << Qt::endl;
    if (parser.isSet(u"all"_s))
        out() << "compatible with Kong 3.9" << Qt::endl << "Qt " << qVersion() << Qt::endl;
    return exitOk;
}

} // namespace gatehouse
