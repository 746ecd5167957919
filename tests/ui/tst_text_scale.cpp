// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic and YAML larger and smaller than the rest, by the keys of the View menu and by the settings.
#include "tests/support/window_test.h"
#include "ui/theme/text_scale.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace gatehouse {

class TstTextScale : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void scalesTrafficAndYamlAndNothingElse();
    void staysWithinItsBounds();
    void isASettingAndKept();
    void fitsRowsAndColumns();

private:
    [[nodiscard]] double points(const char *name) { return m_fixture->find<QWidget>(name)->font().pointSizeF(); }

    [[nodiscard]] int scale() { return m_fixture->window().workbench().settings().value(Setting::TextScale).toInt(); }
};

void TstTextScale::scalesTrafficAndYamlAndNothingElse()
{
    const QList<const char *> scaled{"trafficTable", "routesTrafficTable", "yamlEditor", "yamlDockEditor",
                                     "servicesPageYaml"};
    const QList<const char *> others{"servicesPageTable", "navigation", "trafficFilter", "limitsTable"};
    QList<double> usual;
    for (const char *name : scaled + others)
        usual << points(name);
    press(Qt::Key_Plus, Qt::ControlModifier);
    press(Qt::Key_Plus, Qt::ControlModifier);
    for (qsizetype i = 0; i < scaled.size(); ++i)
        QCOMPARE(points(scaled[i]), usual[i] * 1.2);
    for (qsizetype i = 0; i < others.size(); ++i)
        QCOMPARE(points(others[i]), usual[scaled.size() + i]);
    press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(points("yamlEditor"), usual[2] * 1.1);
    press(Qt::Key_0, Qt::ControlModifier);
    for (qsizetype i = 0; i < scaled.size(); ++i)
        QCOMPARE(points(scaled[i]), usual[i]);
}

void TstTextScale::staysWithinItsBounds()
{
    for (int i = 0; i < 30; ++i)
        press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(scale(), TextScale::most);
    for (int i = 0; i < 30; ++i)
        press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(scale(), TextScale::least);
}

void TstTextScale::isASettingAndKept()
{
    go("settingsPageAction");
    auto *box = m_fixture->find<QSpinBox>("appearance/text_scale");
    QCOMPARE(box->value(), 100);
    const double usual = points("yamlEditor");
    box->setValue(150);
    QCOMPARE(points("yamlEditor"), usual * 1.5);
    go("smallerTextAction");
    QCOMPARE(box->value(), 140);
    UiSettings again(m_fixture->file(u"settings.ini"_s));
    QCOMPARE(again.value(Setting::TextScale).toInt(), 140);
    QPlainTextEdit next;
    const double other = next.font().pointSizeF();
    const auto *kept = new TextScale(again, next);
    QVERIFY(kept);
    QCOMPARE(next.font().pointSizeF(), other * 1.4);
}

void TstTextScale::fitsRowsAndColumns()
{
    auto *table = m_fixture->find<QTableView>("trafficTable");
    const int height = table->verticalHeader()->defaultSectionSize();
    const int width = table->columnWidth(0);
    go("largerTextAction");
    go("largerTextAction");
    QVERIFY(table->verticalHeader()->defaultSectionSize() > height);
    QVERIFY(table->columnWidth(0) > width);
    QVERIFY(table->verticalHeader()->defaultSectionSize() >= table->fontMetrics().height());
    go("usualTextAction");
    QCOMPARE(table->verticalHeader()->defaultSectionSize(), height);
    QVERIFY(qAbs(table->columnWidth(0) - width) <= 2);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstTextScale)
#include "tst_text_scale.moc"
