// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QLatin1StringView folder(":/translations");
constexpr QLatin1StringView prefix("gatehouse_");

QTranslator *newTranslator()
{
    return new QTranslator(QCoreApplication::instance());
}

} // namespace

QList<Language> languages()
{
    QList<Language> found;
    const QStringList files = QDir(folder).entryList({prefix + "*.qm"_L1}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.sliced(prefix.size()).chopped(3);
        found.append({code, QLocale(code).nativeLanguageName().section(u' ', -1)});
    }
    return found;
}

void speak(const QString &code)
{
    if (code != "system"_L1)
        QLocale::setDefault(QLocale(code));
    QTranslator *ofQt = newTranslator();
    if (ofQt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
    QTranslator *own = newTranslator();
    if (own->load(QLocale(), u"gatehouse"_s, u"_"_s, folder) || own->load(prefix + "en"_L1, folder))
        QCoreApplication::installTranslator(own);
}

} // namespace gatehouse
