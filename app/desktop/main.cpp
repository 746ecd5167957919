// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication qt(argc, argv);
    QApplication::setApplicationName(u"gatehouse"_s);
    QApplication::setApplicationDisplayName(u"Gatehouse"_s);
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(u"org.gatehouse.Gatehouse"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.gatehouse.Gatehouse.svg"_s));

    QTranslator qtWords;
    QTranslator words;
    if (qtWords.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtWords);
    if (words.load(QLocale(), u"gatehouse"_s, u"_"_s, u":/translations"_s))
        QApplication::installTranslator(&words);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "An API gateway on your desktop, compatible with Kong."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FILE"_s, QApplication::translate("main", "Configuration to open (kong.yml)."),
                                 u"[FILE]"_s);
    parser.addOption({u"sample"_s, QApplication::translate("main", "Start with the built-in sample.")});
    parser.process(qt);

    gatehouse::Application application;
    application.start({parser.positionalArguments().value(0), parser.isSet(u"sample"_s)});
    return QApplication::exec();
}
