// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The YAML page and the dock, by their widgets.
#include "tests/support/application_fixture.h"
#include "ui/theme/theme.h"
#include "ui/yaml/yaml_editor.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const QByteArray document = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://orders.local
    routes:
      - name: orders-route
        paths:
          - /orders
  - name: users
    url: http://users.local
consumers:
  - username: ann
    keyauth_credentials:
      - key: ann-secret
)";

} // namespace

class TstYaml : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void hidesSecretsAndCannotBeEditedUntilTold();
    void takesOtherColoursForNoEdit();
    void appliesWhatIsTypedAsOneStep();
    void makesOneStepOfARunOfTyping();
    void endsARun_data();
    void endsARun();
    void takesARunBackAsAWhole();
    void foldsByKeys();
    void keepsTheTimesOfRowsThatStay();
    void keepsATextThatIsWrong();
    void followsTheConfiguration();
    void asksWhoseTextShallStay();
    void highlightsTheSelectedRow();
    void opensTheRowAtTheCursor();
    void foldsByIndentation();
    void findsAroundTheEnd();
    void showsTenThousandRoutes();

private:
    [[nodiscard]] YamlEditor &editor() { return *m_fixture->find<YamlEditor>("yamlEditor"); }

    void edit();
    // Puts the cursor behind a word and types there, until it is the name of the route.
    void putCursorBehind(const QString &word);
    void insertService(Origin origin);
    void typeName(const QString &letters, const QString &name);

    [[nodiscard]] int steps() { return m_fixture->window().workbench().history().stack().count(); }

    void replace(const QString &from, const QString &to);
    [[nodiscard]] bool has(const QString &table, const QString &name);

    std::unique_ptr<ApplicationFixture> m_fixture;
};

void TstYaml::init()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    QVERIFY(m_fixture->project().openText(document));
    m_fixture->window().show();
    m_fixture->window().showPage(u"yamlPage"_s);
    QTRY_VERIFY(editor().toPlainText().contains(u"orders-route"_s));
}

void TstYaml::edit()
{
    m_fixture->find<QCheckBox>("yamlSecrets")->setChecked(true);
    QTRY_VERIFY(!editor().isReadOnly());
}

void TstYaml::replace(const QString &from, const QString &to)
{
    QTextCursor cursor = editor().document()->find(from);
    QVERIFY(!cursor.isNull());
    cursor.insertText(to);
}

bool TstYaml::has(const QString &table, const QString &name)
{
    return m_fixture->project().store().config().table(table).findBy(u"name"_s, name).has_value();
}

void TstYaml::hidesSecretsAndCannotBeEditedUntilTold()
{
    QVERIFY(editor().isReadOnly());
    QVERIFY(!editor().toPlainText().contains(u"ann-secret"_s));
    edit();
    QCOMPARE(editor().toPlainText().toUtf8(), document);
    m_fixture->find<QCheckBox>("yamlSecrets")->setChecked(false);
    QVERIFY(editor().isReadOnly());
    QTRY_VERIFY(!editor().toPlainText().contains(u"ann-secret"_s));
}

// Colours are formats of the document, so that it says it has changed; the dots in it must never become the secrets.
void TstYaml::takesOtherColoursForNoEdit()
{
    const QUndoStack &history = m_fixture->window().workbench().history().stack();
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        theme::apply(choice);
        QCoreApplication::processEvents();
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY(time.hasExpired(700)); // longer than the pause after which a text is read
        QCOMPARE(history.count(), 0);
    }
    QCOMPARE(m_fixture->project().yaml(), document);
}

void TstYaml::appliesWhatIsTypedAsOneStep()
{
    edit();
    replace(u"orders-route"_s, u"renamed"_s);
    const QString typed = editor().toPlainText();
    QTRY_VERIFY(has(u"routes"_s, u"renamed"_s));
    QCOMPARE(editor().toPlainText(), typed);
    QCOMPARE(m_fixture->window().workbench().history().stack().count(), 1);
    m_fixture->window().workbench().history().undo();
    QVERIFY(has(u"routes"_s, u"orders-route"_s));
    QTRY_COMPARE(editor().toPlainText().toUtf8(), document);
}

void TstYaml::putCursorBehind(const QString &word)
{
    QTextCursor cursor = editor().document()->find(word);
    QVERIFY(!cursor.isNull());
    cursor.clearSelection();
    editor().setTextCursor(cursor);
    editor().setFocus();
}

void TstYaml::typeName(const QString &letters, const QString &name)
{
    QTest::keyClicks(&editor(), letters);
    QTRY_VERIFY2(has(u"routes"_s, name), qPrintable(name));
}

void TstYaml::makesOneStepOfARunOfTyping()
{
    edit();
    putCursorBehind(u"orders-route"_s);
    typeName(u"abc"_s, u"orders-routeabc"_s);
    typeName(u"def"_s, u"orders-routeabcdef"_s);
    QTest::keyClick(&editor(), Qt::Key_Backspace);
    QTRY_VERIFY(has(u"routes"_s, u"orders-routeabcde"_s));
    QCOMPARE(steps(), 1);
}

void TstYaml::endsARun_data()
{
    QTest::addColumn<QString>("end");
    for (const char *end : {"another place", "leaving", "another edit", "the Admin API", "save", "apply", "undo"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void TstYaml::insertService(Origin origin)
{
    auto &store = m_fixture->project().store();
    QVERIFY(store.insert(u"services"_s, {{u"name"_s, u"late"_s}, {u"host"_s, u"late.local"_s}}, origin));
}

void TstYaml::endsARun()
{
    QFETCH(const QString, end);
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    edit();
    putCursorBehind(u"orders-route"_s);
    typeName(u"abc"_s, u"orders-routeabc"_s);
    int before = steps();
    if (end == "another place"_L1) {
        putCursorBehind(u"name: users"_s);
        QTest::keyClicks(&editor(), u"x"_s);
        QTRY_VERIFY(has(u"services"_s, u"usersx"_s));
        QCOMPARE(steps(), before + 1);
        return;
    }
    if (end == "leaving"_L1) {
        m_fixture->find<QWidget>("navigation")->setFocus();
        editor().setFocus();
    } else if (end == "another edit"_L1 || end == "the Admin API"_L1) {
        if (end == "another edit"_L1)
            m_fixture->window().workbench().history().setMergeKey({});
        insertService(end == "another edit"_L1 ? Origin::User : Origin::AdminApi);
        QTRY_VERIFY(editor().toPlainText().contains(u"name: late"_s));
        before = steps();
        putCursorBehind(u"orders-routeabc"_s);
    } else if (end == "save"_L1) {
        QVERIFY(m_fixture->project().saveAs(m_fixture->file(u"kong.yml"_s)));
    } else if (end == "apply"_L1) {
        m_fixture->find<QComboBox>("applyMode")->setCurrentIndex(1);
        m_fixture->find<QAction>("applyAction")->trigger();
    } else {
        m_fixture->find<QAction>("undoAction")->trigger();
        QTRY_VERIFY(!editor().toPlainText().contains(u"orders-routeabc"_s));
        m_fixture->find<QAction>("redoAction")->trigger();
        QTRY_VERIFY(editor().toPlainText().contains(u"orders-routeabc"_s));
        putCursorBehind(u"orders-routeabc"_s);
    }
    typeName(u"def"_s, u"orders-routeabcdef"_s);
    QCOMPARE(steps(), before + 1);
}

void TstYaml::takesARunBackAsAWhole()
{
    edit();
    putCursorBehind(u"orders-route"_s);
    typeName(u"abc"_s, u"orders-routeabc"_s);
    typeName(u"def"_s, u"orders-routeabcdef"_s);
    UndoHistory &history = m_fixture->window().workbench().history();
    history.undo();
    QCOMPARE(m_fixture->project().yaml(), document);
    QVERIFY(!history.stack().canUndo());
    history.redo();
    QVERIFY(has(u"routes"_s, u"orders-routeabcdef"_s));
}

void TstYaml::foldsByKeys()
{
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    putCursorBehind(u"name: orders"_s);
    QTest::keyClick(&editor(), Qt::Key_Minus, Qt::AltModifier);
    QVERIFY(editor().isFolded(3));
    QTest::keyClick(&editor(), Qt::Key_Plus, Qt::AltModifier);
    QVERIFY(!editor().isFolded(3));
}

void TstYaml::keepsTheTimesOfRowsThatStay()
{
    edit();
    const QList<QJsonObject> before = m_fixture->project().store().config().rows(u"services"_s);
    QSignalSpy changes(&m_fixture->project().store(), &ConfigStore::changed);
    replace(u"- /orders"_s, u"- /changed"_s);
    QTRY_COMPARE(changes.size(), 1);
    const QList<Edit> edits = changes.first().first().value<Change>().edits;
    for (const Edit &edit : edits)
        QCOMPARE(edit.table, u"routes"_s);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(m_fixture->project().store().config().rows(u"services"_s), before);
}

void TstYaml::keepsATextThatIsWrong()
{
    edit();
    replace(u"- /orders"_s, u"- orders"_s);
    const QString typed = editor().toPlainText();
    auto *message = m_fixture->find<QLabel>("yamlMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"Line 8, column 13"_s), qPrintable(message->text()));
    QCOMPARE(editor().toPlainText(), typed);
    const QList<QTextEdit::ExtraSelection> marks = editor().extraSelections();
    QVERIFY(std::any_of(marks.begin(), marks.end(), [](const QTextEdit::ExtraSelection &mark) {
        return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline && mark.cursor.blockNumber() == 7;
    }));
    QVERIFY(has(u"services"_s, u"users"_s));
    QCOMPARE(m_fixture->window().workbench().history().stack().count(), 0);
    replace(u"- orders"_s, u"- /changed"_s);
    QTRY_COMPARE(m_fixture->window().workbench().history().stack().count(), 1);
    QVERIFY(!message->isVisible());
}

void TstYaml::followsTheConfiguration()
{
    auto &store = m_fixture->project().store();
    QVERIFY(store.insert(u"services"_s, {{u"name"_s, u"late"_s}, {u"host"_s, u"late.local"_s}}, Origin::AdminApi));
    QTRY_VERIFY(editor().toPlainText().contains(u"name: late"_s));
}

void TstYaml::asksWhoseTextShallStay()
{
    edit();
    replace(u"http://users.local"_s, u"ftp://users.local"_s);
    const QString typed = editor().toPlainText();
    QTRY_VERIFY(m_fixture->find<QLabel>("yamlMessage")->isVisible());
    auto &store = m_fixture->project().store();
    QVERIFY(store.insert(u"services"_s, {{u"name"_s, u"late"_s}, {u"host"_s, u"late.local"_s}}, Origin::AdminApi));
    auto *theirs = m_fixture->find<QPushButton>("yamlTheirs");
    QVERIFY(theirs->isVisible());
    QCOMPARE(editor().toPlainText(), typed);
    theirs->click();
    QTRY_VERIFY(editor().toPlainText().contains(u"name: late"_s));
    QVERIFY(!theirs->isVisible());
}

void TstYaml::highlightsTheSelectedRow()
{
    const QString id = m_fixture->project().store().config().rows(u"services"_s).at(1).value("id"_L1).toString();
    m_fixture->window().showRow(u"services"_s, id);
    m_fixture->window().showPage(u"yamlPage"_s);
    QCOMPARE(editor().shownEntry(), 9);
    QCOMPARE(editor().lastLineOf(9), 10);
    m_fixture->find<QAction>("yamlDockAction")->trigger();
    auto *dock = m_fixture->find<YamlEditor>("yamlDockEditor");
    QTRY_COMPARE(dock->shownEntry(), 9);
}

void TstYaml::opensTheRowAtTheCursor()
{
    QSignalSpy opened(&m_fixture->window().workbench(), &Workbench::openRequested);
    editor().goTo(8, 1);
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), u"routes"_s);
    QVERIFY(m_fixture->find<QWidget>("routesPage")->isVisible());
}

void TstYaml::foldsByIndentation()
{
    QVERIFY(editor().isFoldable(3));
    QVERIFY(!editor().isFoldable(4));
    QCOMPARE(editor().lastLineOf(2), 10);
    QCOMPARE(editor().lastLineOf(3), 8);
    editor().setFolded(3, true);
    QVERIFY(editor().isFolded(3));
    QVERIFY(!editor().document()->findBlockByNumber(6).isVisible());
    QVERIFY(editor().document()->findBlockByNumber(8).isVisible());
    editor().goTo(6, 1);
    QVERIFY(editor().document()->findBlockByNumber(5).isVisible());
}

void TstYaml::findsAroundTheEnd()
{
    m_fixture->find<QAction>("filterAction")->trigger();
    auto *text = m_fixture->find<QLineEdit>("yamlFind");
    QVERIFY(text->isVisible());
    QTest::keyClicks(text, u"users"_s);
    QCOMPARE(editor().currentLine(), 9);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(editor().currentLine(), 10);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(editor().currentLine(), 9);
}

void TstYaml::showsTenThousandRoutes()
{
    QByteArray text("_format_version: \"3.0\"\nroutes:\n");
    for (int i = 0; i < 10000; ++i)
        text += "- {name: r" + QByteArray::number(i) + ", paths: [/p" + QByteArray::number(i) + "]}\n";
    QVERIFY(m_fixture->project().openText(text));
    edit();
    QTRY_COMPARE_WITH_TIMEOUT(editor().blockCount(), 30003, 20000);
    replace(u"r9999"_s, u"last"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(u"routes"_s, u"last"_s), 20000);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstYaml)
#include "tst_yaml.moc"
