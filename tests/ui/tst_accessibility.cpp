// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/every_page.h"
#include "ui/forms/entity_form.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void everyControlHasANameForScreenReaders();
    void everyControlHasAnObjectName();
    void namesTheControlsOfEveryPluginsForm();

private:
    static bool isControl(const QWidget *widget);
    static bool isPartOfAnother(const QWidget *widget);
};

bool TstAccessibility::isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) ||
           (qobject_cast<const QAbstractItemView *>(widget) && !qobject_cast<const QHeaderView *>(widget));
}

// Buttons that Qt puts into its own widgets.
bool TstAccessibility::isPartOfAnother(const QWidget *widget)
{
    if (widget->inherits("QComboBoxListView") || widget->inherits("QCompleterListView"))
        return true;
    const QWidget *parent = widget->parentWidget();
    return parent &&
           (qobject_cast<const QLineEdit *>(parent) || parent->inherits("QToolBar") ||
            parent->inherits("QAbstractSpinBox") || parent->inherits("QTableView") || parent->inherits("QMenuBar"));
}

void TstAccessibility::namesTheControlsOfEveryPluginsForm()
{
    ApplicationFixture fixture;
    const SchemaRegistry &registry = fixture.project().store().registry();
    EntityForm form(fixture.project(), fixture.window().workbench().history());
    for (const QString &plugin : registry.pluginNames()) {
        form.showDraft(u"plugins"_s, {{u"name"_s, plugin}});
        const QList<QWidget *> widgets = form.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!isControl(widget) || isPartOfAnother(widget))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qUtf8Printable(plugin + u' ' + widget->objectName()));
        }
    }
}

void TstAccessibility::everyControlHasANameForScreenReaders()
{
    ApplicationFixture fixture;
    QVERIFY(showEveryPage(fixture));
    const QList<QWidget *> widgets = fixture.window().findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!isControl(widget) || isPartOfAnother(widget))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qUtf8Printable(widget->objectName()));
    }
}

void TstAccessibility::everyControlHasAnObjectName()
{
    ApplicationFixture fixture;
    QVERIFY(showEveryPage(fixture));
    const QList<QWidget *> widgets = fixture.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (isControl(widget) && !isPartOfAnother(widget))
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstAccessibility)
#include "tst_accessibility.moc"
