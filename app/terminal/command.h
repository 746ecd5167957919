// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>
#include <QTextStream>

class QCommandLineParser;

namespace gatehouse {

// Exit codes every command uses (sysexits where they fit; 2 is kept for "differences found").
enum ExitCode : int {
    exitOk = 0,
    exitFailure = 1,
    exitUsage = 64,
    exitUnavailable = 69, // an address is in use or not ours
    exitConfig = 78,      // the configuration is invalid
};

// One sub-command: its words, one line for the list, and what it does with the arguments behind its words.
// stdout carries results only, everything else goes to stderr.
struct Command {
    QStringList words;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

const QList<Command> &commands();

QTextStream &out();
QTextStream &err();

// Parses the arguments of a command; -h and --help print the help and exit. Returns false, having said why, when the
// usage is wrong.
bool parseArguments(QCommandLineParser &parser, const QStringList &words, const QStringList &arguments);

// Prints an error with its problems; the code that fits its kind.
int fail(const Error &error);

// One FILE as it is given; several are one configuration (see project_files.h).
QString placeOfArguments(const QStringList &files);

// Where a problem is; one that names no file is in `file`.
QString placeIn(const QString &file, Problem problem);

int runStart(const QStringList &arguments);
int runConfigExport(const QStringList &arguments);
int runConfigParse(const QStringList &arguments);
int runExplain(const QStringList &arguments);
int runFileValidate(const QStringList &arguments);
int runJwtMint(const QStringList &arguments);
int runJwtDecode(const QStringList &arguments);
int runReference(const QStringList &arguments);
int runSecretsDoctor(const QStringList &arguments);
int runSecretsGet(const QStringList &arguments);
int runSecretsImport(const QStringList &arguments);
int runSecretsList(const QStringList &arguments);
int runSecretsSet(const QStringList &arguments);
int runTest(const QStringList &arguments);
int runVersion(const QStringList &arguments);

} // namespace gatehouse
