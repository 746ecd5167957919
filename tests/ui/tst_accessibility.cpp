// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace gatehouse {

class TstAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void everyControlHasANameForScreenReaders();
    void everyControlHasAnObjectName();

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
    const QWidget *parent = widget->parentWidget();
    return parent &&
           (qobject_cast<const QLineEdit *>(parent) || parent->inherits("QToolBar") ||
            parent->inherits("QAbstractSpinBox") || parent->inherits("QTableView") || parent->inherits("QMenuBar"));
}

void TstAccessibility::everyControlHasANameForScreenReaders()
{
    ApplicationFixture fixture;
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
    const QList<QWidget *> widgets = fixture.window().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (isControl(widget) && !isPartOfAnother(widget))
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstAccessibility)
#include "tst_accessibility.moc"
