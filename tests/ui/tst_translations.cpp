// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/every_page.h"
#include "tests/support/pseudo_translator.h"
#include "ui/dialogs/help_window.h"
#include "ui/forms/field_editor.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_translator); }

    void keepsPlacesTagsAndNumbers();
    void everyTextOfTheWindowCanBeTranslated();
    void everyMenuCanBeTranslated();

private:
    static bool isFine(const QString &text);

    PseudoTranslator m_translator;
};

void TstTranslations::initTestCase()
{
    QCoreApplication::installTranslator(&m_translator);
}

// Translated, or nothing that is to be: names and values of the document, numbers, signs, words of Kong and of files.
bool TstTranslations::isFine(const QString &text)
{
    static const QRegularExpression untranslated(
        u"^(|YAML|JSON|JWT|[^\\p{L}]+|[a-z]+\\d+|✓? ?[a-z_]+(/[a-z]+)?|/r  ×|g1  ×|127\\.0\\.0\\.1|ms|kong\\.yml|acl|"
        u"✓? ?[A-Z]+|env)$"_s);
    return text.contains(u'[') || untranslated.match(text).hasMatch();
}

void TstTranslations::keepsPlacesTagsAndNumbers()
{
    QCOMPARE(m_translator.translate("", "Delete %1", nullptr, -1), u"[Délété %1~~~]"_s);
    QCOMPARE(m_translator.translate("", "%n on", nullptr, 5), u"[5 óñ~]"_s);
    QCOMPARE(m_translator.translate("", "<a href>in</a>", nullptr, -1), u"[<a href>íñ</a>~~~~]"_s);
}

void TstTranslations::everyTextOfTheWindowCanBeTranslated()
{
    ApplicationFixture fixture;
    QVERIFY(showEveryPage(fixture));
    // Fields nobody has given a label are called by their key, as in Kong's documentation.
    QSet<QString> keys;
    const QList<FieldEditor *> editors = fixture.window().findChildren<FieldEditor *>();
    for (const FieldEditor *editor : editors) {
        keys << editor->path();
        if (!editor->field().label)
            keys << fieldLabel(editor->field());
    }
    QStringList bad;
    const QList<QWidget *> widgets = fixture.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        QStringList texts{widget->toolTip(), widget->accessibleName()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < bar->count(); ++i)
                texts << bar->tabText(i);
        }
        for (const QString &text : std::as_const(texts)) {
            if (!isFine(text) && !keys.contains(text))
                bad << u"%1 (%2): %3"_s.arg(widget->objectName(), QLatin1String(widget->metaObject()->className()),
                                            text);
        }
    }
    bad.removeDuplicates();
    QVERIFY2(bad.isEmpty(), qUtf8Printable(bad.join(u'\n')));
}

void TstTranslations::everyMenuCanBeTranslated()
{
    ApplicationFixture fixture;
    const QList<QAction *> actions = fixture.window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->isSeparator() && !action->text().isEmpty())
            QVERIFY2(action->text().contains(u'['), qUtf8Printable(action->objectName() + u": "_s + action->text()));
    }
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstTranslations)
#include "tst_translations.moc"
