// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace gatehouse {

// The files of words in translations/: whole, in step with the sources, and with the same places in every text.
class TstLanguages : public QObject
{
    Q_OBJECT

private slots:
    void everyTextHasItsWords_data();
    void everyTextHasItsWords();

    void filesAreInStepWithTheSources_data() { everyTextHasItsWords_data(); }

    void filesAreInStepWithTheSources();
    void speaksEachLanguage();

private:
    struct Message {
        QString context;
        QString source;
        QStringList words; // one, or one for each number
        bool isFinished = true;
    };

    static QList<Message> messagesOf(const QString &fileName);
    static QStringList placesIn(const QString &text);
};

QList<TstLanguages::Message> TstLanguages::messagesOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            messages.append({context, xml.readElementText(), {}, true});
        else if (xml.name() == "numerusform"_L1)
            messages.last().words << xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            messages.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                messages.last().words << xml.text().toString();
        }
    }
    return messages;
}

// "%1", "%n" and "{name}", each as often as it stands there.
QStringList TstLanguages::placesIn(const QString &text)
{
    static const QRegularExpression place(u"%[1-9n]|\\{[a-z]+\\}"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.sort();
    return places;
}

void TstLanguages::everyTextHasItsWords_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::newRow("English, plurals") << u"gatehouse_en.ts"_s;
    QTest::newRow("German") << u"gatehouse_de.ts"_s;
}

void TstLanguages::everyTextHasItsWords()
{
    QFETCH(QString, fileName);
    const QList<Message> messages = messagesOf(QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations/") + fileName);
    QVERIFY(messages.size() > 10);
    for (const Message &message : messages) {
        const QString where = message.context + u": "_s + message.source;
        QVERIFY2(message.isFinished && !message.words.isEmpty(), qPrintable(where));
        for (const QString &words : message.words) {
            QVERIFY2(!words.trimmed().isEmpty(), qPrintable(where));
            QVERIFY2(placesIn(words) == placesIn(message.source), qPrintable(where + u" -> "_s + words));
            const auto keys = [](const QString &text) { return text.count(u'&'); };
            QVERIFY2(keys(words) == keys(message.source), qPrintable(where + u" -> "_s + words));
        }
    }
}

void TstLanguages::filesAreInStepWithTheSources()
{
    QFETCH(QString, fileName);
    QTemporaryDir folder;
    QProcess update;
    update.start(QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations/update.sh"), {folder.path()});
    QVERIFY(update.waitForFinished(60'000));
    const QByteArray complaints = update.readAllStandardError(); // of texts that no context can be found for
    QVERIFY2(update.exitCode() == 0 && complaints.isEmpty(), complaints.constData());
    const auto sourcesOf = [](const QString &path) {
        QSet<QString> sources;
        for (const Message &message : messagesOf(path))
            sources.insert(message.context + u": "_s + message.source);
        return sources;
    };
    const QSet<QString> wanted = sourcesOf(folder.filePath(fileName));
    const QSet<QString> there = sourcesOf(QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations/") + fileName);
    QVERIFY(!wanted.isEmpty());
    // Repaired by translations/update.sh and translating what is new.
    QCOMPARE((wanted - there).values(), QStringList());
    QCOMPARE((there - wanted).values(), QStringList());
}

void TstLanguages::speaksEachLanguage()
{
    QStringList codes;
    for (const Language &language : languages())
        codes << language.code + u' ' + language.name;
    QCOMPARE(codes, (QStringList{u"de Deutsch"_s, u"en English"_s}));

    speak(u"en"_s);
    QCOMPARE(QCoreApplication::translate("gatehouse::StatusBar", "%n problem(s)", nullptr, 1), u"1 problem"_s);
    QCOMPARE(QCoreApplication::translate("gatehouse::StatusBar", "%n problem(s)", nullptr, 2), u"2 problems"_s);
    speak(u"de"_s);
    QCOMPARE(QCoreApplication::translate("gatehouse::StatusBar", "%n problem(s)", nullptr, 1), u"1 Problem"_s);
    QCOMPARE(QCoreApplication::translate("gatehouse::StatusBar", "No problems"), u"Keine Probleme"_s);
    QCOMPARE(QCoreApplication::translate("Explanation", "not reached"), u"nicht erreicht"_s);
    QCOMPARE(QLocale().decimalPoint(), u","_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstLanguages)
#include "tst_languages.moc"
