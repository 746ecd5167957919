// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"
#include "ui/settings/language.h"
#include "ui/settings/ui_settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication qt(argc, argv);
    QApplication::setApplicationName(u"gatehouse"_s);
    QApplication::setApplicationDisplayName(u"Gatehouse"_s);
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(u"org.gatehouse.Gatehouse"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.gatehouse.Gatehouse.svg"_s));

    gatehouse::speak(gatehouse::UiSettings().value(gatehouse::Setting::Language).toString());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "An API gateway on your desktop, compatible with Kong."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"FILE"_s, QApplication::translate("main", "Configuration to open: kong.yml, a folder or several files."),
        u"[FILE...]"_s);
    parser.addOption({u"sample"_s, QApplication::translate("main", "Start with the built-in sample.")});
    parser.process(qt);

    gatehouse::Application application;
    application.start({gatehouse::placeOfFiles(parser.positionalArguments()), parser.isSet(u"sample"_s)});
    return QApplication::exec();
}
