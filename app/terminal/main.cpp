// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

void printHelp(QTextStream &stream)
{
    stream << "Usage: gatehousectl COMMAND [OPTIONS]\n\n"
              "An API gateway that speaks Kong's configuration and Admin API.\n\nCommands:\n";
    for (const Command &command : commands())
        stream << "  " << command.words.join(u' ').leftJustified(16) << command.summary << "\n";
    stream << "\nExamples:\n"
              "  gatehousectl start --sample\n"
              "  gatehousectl start kong.yml --proxy-listen 127.0.0.1:8000\n"
              "  gatehousectl config parse kong.yml\n"
              "  gatehousectl explain GET http://localhost:8000/orders --as mobile-app\n\n"
              "'gatehousectl COMMAND --help' explains a command.\n"
           << Qt::flush;
}

// `file` and `config` alone list what stands behind them.
int printGroup(const QString &word)
{
    const auto belongs = [&word](const Command &command) { return command.words.first() == word; };
    if (std::none_of(commands().begin(), commands().end(), belongs)) {
        err() << "gatehousectl: unknown command '" << word << "'. Try 'gatehousectl --help'." << Qt::endl;
        return exitUsage;
    }
    for (const Command &command : commands()) {
        if (belongs(command))
            err() << "gatehousectl " << command.words.join(u' ') << " - " << command.summary << Qt::endl;
    }
    return exitUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gatehousectl"_s);
    QCoreApplication::setOrganizationDomain(u"gatehouse.org"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));

    const QStringList arguments = application.arguments().mid(1);
    if (arguments.isEmpty()) {
        printHelp(err());
        return exitUsage;
    }
    if (arguments.first() == "--help"_L1 || arguments.first() == "-h"_L1) {
        printHelp(out());
        return exitOk;
    }
    if (arguments.first() == "--version"_L1)
        return runVersion(arguments.mid(1));
    for (const Command &command : commands()) {
        if (arguments.mid(0, command.words.size()) == command.words)
            return command.run(arguments.mid(command.words.size()));
    }
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        printGroup(arguments.first());
        return exitOk;
    }
    return printGroup(arguments.first());
}
