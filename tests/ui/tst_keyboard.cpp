// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands get other keys, by the widgets of the settings and by the keys themselves.
#include "tests/support/window_test.h"
#include "ui/settings/shortcuts_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace gatehouse {

class TstKeyboard : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void listsEveryCommandOfTheWindow();
    void usesEachKeyOnce();
    void givesACommandOtherKeys();
    void keepsOnlyDifferences();
    void namesTheCommandThatHasTheKeys();
    void leavesKeysOfDifferentListsAlone();
    void resetsOneAndAll();
    void switchesSingleLettersOff();
    void followsInTextsAndTooltips();
    void sharesTheKeysOfACommand();
    void findsSettingsAndCommandsInOneSearch();

private:
    [[nodiscard]] QTableView *table() { return m_fixture->find<QTableView>("keyboardTable"); }

    [[nodiscard]] Shortcuts &shortcuts() { return m_fixture->window().workbench().shortcuts(); }

    void showKeyboard();
    void choose(const QString &id);
    void pressInField(int key, Qt::KeyboardModifiers modifiers = {});

    [[nodiscard]] QKeySequence keysOf(const char *action) { return m_fixture->find<QAction>(action)->shortcut(); }
};

void TstKeyboard::showKeyboard()
{
    go("settingsPageAction");
    auto *tabs = m_fixture->find<QTabWidget>("settingsTabs");
    tabs->setCurrentIndex(1);
    QVERIFY(table()->isVisible());
}

void TstKeyboard::choose(const QString &id)
{
    const QAbstractItemModel &model = *table()->model();
    const QModelIndexList found = model.match(model.index(0, 0), ShortcutsModel::IdRole, id, 1, Qt::MatchExactly);
    QVERIFY2(!found.isEmpty(), qPrintable(id));
    table()->setFocus();
    table()->setCurrentIndex(found.first());
}

void TstKeyboard::pressInField(int key, Qt::KeyboardModifiers modifiers)
{
    auto *field = m_fixture->find<QLineEdit>("keyboardKeys");
    field->setFocus();
    QTest::keyClick(field, static_cast<Qt::Key>(key), modifiers);
}

void TstKeyboard::listsEveryCommandOfTheWindow()
{
    showKeyboard();
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSet<QString> listed;
    QSet<QString> keys;
    for (const Shortcuts::Command &command : shortcuts().commands()) {
        listed << command.id;
        keys << command.keys.toString();
    }
    const QList<QAction *> actions = m_fixture->window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        QVERIFY2(keys.contains(action->shortcut().toString()), qPrintable(action->text()));
    }
    QCOMPARE(table()->model()->rowCount(), static_cast<int>(listed.size()));
    QVERIFY(listed.contains(u"trafficWhyAction"_s));
    QVERIFY(listed.contains(u"applyAction"_s));
}

void TstKeyboard::usesEachKeyOnce()
{
    for (const Shortcuts::Command &command : shortcuts().commands()) {
        const Shortcuts::Command *holder = shortcuts().holder(command.usual, command.id);
        QVERIFY2(!holder, qPrintable(command.id));
    }
}

void TstKeyboard::givesACommandOtherKeys()
{
    showKeyboard();
    choose(u"paletteAction"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    auto *field = m_fixture->find<QLineEdit>("keyboardKeys");
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(field, Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(field->text(), u"Ctrl+J"_s);
    QVERIFY(!m_fixture->find<QWidget>("commandPalette"));
    press(Qt::Key_J, Qt::ControlModifier); // in the field it is only a key
    QVERIFY(!m_fixture->find<QWidget>("commandPalette"));
    table()->setFocus();
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!m_fixture->find<QWidget>("commandPalette"));
    press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(m_fixture->find<QWidget>("commandPalette"));
}

void TstKeyboard::keepsOnlyDifferences()
{
    const UiSettings &settings = m_fixture->window().workbench().settings();
    shortcuts().setKeys(u"paletteAction"_s, QKeySequence(u"Ctrl+J"_s));
    shortcuts().setKeys(u"stopAction"_s, {});
    QCOMPARE(settings.shortcut(u"paletteAction"_s), u"Ctrl+J"_s);
    QCOMPARE(settings.shortcut(u"stopAction"_s), QString());
    QCOMPARE(settings.shortcut(u"startAction"_s), std::nullopt);

    UiSettings again(m_fixture->file(u"settings.ini"_s));
    Shortcuts kept(again);
    QAction palette(u"&Search"_s);
    palette.setObjectName(u"paletteAction"_s);
    palette.setShortcut(QKeySequence(u"Ctrl+K"_s));
    QAction stop(u"S&top"_s);
    stop.setObjectName(u"stopAction"_s);
    stop.setShortcut(QKeySequence(u"Shift+F5"_s));
    kept.define(palette, u"View"_s);
    kept.define(stop, u"Gateway"_s);
    QCOMPARE(palette.shortcut(), QKeySequence(u"Ctrl+J"_s));
    QCOMPARE(stop.shortcut(), QKeySequence());
    kept.reset(u"paletteAction"_s);
    QCOMPARE(palette.shortcut(), QKeySequence(u"Ctrl+K"_s));
    QCOMPARE(again.shortcut(u"paletteAction"_s), std::nullopt);
}

void TstKeyboard::namesTheCommandThatHasTheKeys()
{
    showKeyboard();
    choose(u"paletteAction"_s);
    pressInField(Qt::Key_F5);
    QCOMPARE(keysOf("paletteAction"), QKeySequence(u"Ctrl+K"_s));
    const QString note = m_fixture->find<QLabel>("keyboardNote")->text();
    QVERIFY2(note.contains(u"Gateway: Start"_s), qPrintable(note));
    auto *take = m_fixture->find<QPushButton>("keyboardTakeOver");
    QVERIFY(take->isVisible());
    take->click();
    QCOMPARE(keysOf("paletteAction"), QKeySequence(u"F5"_s));
    QCOMPARE(keysOf("startAction"), QKeySequence());
    QVERIFY(!take->isVisible());
    QVERIFY(m_fixture->find<QLabel>("keyboardNote")->text().isEmpty());
}

void TstKeyboard::leavesKeysOfDifferentListsAlone()
{
    showKeyboard();
    choose(u"renameAction"_s); // in the lists of rows; W is the traffic's
    pressInField(Qt::Key_W);
    QCOMPARE(keysOf("renameAction"), QKeySequence(u"W"_s));
    QCOMPARE(keysOf("trafficWhyAction"), QKeySequence(u"W"_s));
    choose(u"stopAction"_s); // everywhere
    pressInField(Qt::Key_Delete);
    QCOMPARE(keysOf("stopAction"), QKeySequence(u"Shift+F5"_s));
}

void TstKeyboard::resetsOneAndAll()
{
    showKeyboard();
    choose(u"paletteAction"_s);
    pressInField(Qt::Key_F5, Qt::AltModifier);
    choose(u"stopAction"_s);
    m_fixture->find<QPushButton>("keyboardClear")->click();
    QCOMPARE(keysOf("stopAction"), QKeySequence());
    m_fixture->find<QPushButton>("keyboardReset")->click();
    QCOMPARE(keysOf("stopAction"), QKeySequence(u"Shift+F5"_s));
    QCOMPARE(keysOf("paletteAction"), QKeySequence(u"Alt+F5"_s));
    m_fixture->find<QPushButton>("keyboardResetAll")->click();
    QCOMPARE(keysOf("paletteAction"), QKeySequence(u"Ctrl+K"_s));
}

void TstKeyboard::switchesSingleLettersOff()
{
    showKeyboard();
    choose(u"trafficWhyAction"_s);
    const QModelIndex keys = table()->currentIndex().siblingAtColumn(ShortcutsModel::Keys);
    QCOMPARE(keys.data().toString(), u"W"_s);
    auto *letters = m_fixture->find<QCheckBox>("keyboard/single_letters");
    letters->click();
    QCOMPARE(keysOf("trafficWhyAction"), QKeySequence());
    QCOMPARE(keysOf("toggleAction"), QKeySequence(Qt::Key_Space));
    QCOMPARE(keys.data().toString(), u"W (off)"_s);
    letters->click();
    QCOMPARE(keysOf("trafficWhyAction"), QKeySequence(Qt::Key_W));
}

void TstKeyboard::followsInTextsAndTooltips()
{
    auto *add = m_fixture->find<QPushButton>("servicesPageNew");
    auto *empty = m_fixture->find<QLabel>("trafficEmpty");
    QCOMPARE(add->toolTip(), u"Ctrl+N"_s);
    shortcuts().setKeys(u"newRowAction"_s, QKeySequence(u"Ctrl+J"_s));
    shortcuts().setKeys(u"startAction"_s, QKeySequence(u"F9"_s));
    shortcuts().setKeys(u"undoAction"_s, QKeySequence(u"Ctrl+U"_s));
    shortcuts().setKeys(u"paletteAction"_s, {});
    QCOMPARE(add->toolTip(), u"Ctrl+J"_s);
    QVERIFY2(empty->text().contains(u"F9"_s), qPrintable(empty->text()));
    QCOMPARE(m_fixture->find<QAction>("startAction")->toolTip(), u"Start (F9)"_s);
    QCOMPARE(m_fixture->find<QAction>("undoAction")->toolTip(), u"Undo (Ctrl+U)"_s);
    QCOMPARE(m_fixture->find<QAction>("paletteAction")->iconText(), u"Search…"_s);
    shortcuts().setKeys(u"startAction"_s, {});
    QVERIFY2(empty->text().contains(u"“Gateway: Start”"_s), qPrintable(empty->text()));
}

void TstKeyboard::sharesTheKeysOfACommand()
{
    shortcuts().setKeys(u"deleteAction"_s, QKeySequence(u"Ctrl+Del"_s));
    const QList<QAction *> actions = m_fixture->find<QTableView>("aclsTabTable")->actions();
    QCOMPARE(actions.size(), 1);
    QCOMPARE(actions.first()->shortcut(), QKeySequence(u"Ctrl+Del"_s));
    QAction late;
    shortcuts().share(u"deleteAction"_s, late);
    QCOMPARE(late.shortcut(), QKeySequence(u"Ctrl+Del"_s));
}

void TstKeyboard::findsSettingsAndCommandsInOneSearch()
{
    showKeyboard();
    auto *tabs = m_fixture->find<QTabWidget>("settingsTabs");
    auto *search = m_fixture->find<QLineEdit>("settingsFilter");
    go("filterAction");
    QCOMPARE(QApplication::focusWidget(), search);
    QTest::keyClicks(search, u"shift+f5"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(tabs->currentIndex(), 1);
    search->clear();
    QTest::keyClicks(search, u"Worker"_s);
    QCOMPARE(tabs->currentIndex(), 0);
    QCOMPARE(QApplication::focusWidget(), search);
    search->clear();
    QTest::keyClicks(search, u"curl"_s);
    QCOMPARE(tabs->currentIndex(), 1);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstKeyboard)
#include "tst_keyboard.moc"
