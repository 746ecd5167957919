// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder as one project, worked by keys from opening to saving.
#include "tests/support/window_test.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QPlainTextEdit>

namespace gatehouse {

class TstFolderProject : public WindowTest
{
    Q_OBJECT

private slots:
    void init();
    void savesOnlyTheFilesThatWereEdited();
    void givesBackEveryByteWhenAllIsUndone();
    void movesARowToAnotherFile();
    void showsFilesOnlyWhenThereAreSeveral();
    void editsOneFileAsYaml();
    void loadsAFileThatIsNew();
    void namesTheFileOfAProblem();
    void saysThatTheClipboardHoldsNoRows();

private:
    void select(const char *page, const QString &name);
    [[nodiscard]] QByteArray text(const QString &name) const;

    [[nodiscard]] QString path(const QString &name) const { return m_fixture->file(u"gateway/"_s + name); }

    [[nodiscard]] QString cell(const char *table, int row, const char *title);

    void setHost(const QString &service, const QString &host)
    {
        go("servicesPageAction");
        select("servicesPageTable", service);
        typeInto(form("servicesPageForm"), "host", host);
        press(Qt::Key_Return);
        QTRY_COMPARE(config().table(u"services"_s).findBy(u"name"_s, service)->value("host"_L1).toString(), host);
    }
};

constexpr auto services = "# The orders team\n_format_version: '3.0'\nservices:\n- {name: orders, host: a.test}\n";
constexpr auto users = "_format_version: \"3.0\" # The users team\nservices: [{name: users, host: b.test}]\n";
constexpr auto routes = "_format_version: \"3.0\"\nroutes:\n- {name: r, paths: [/r], service: orders}\n";

void TstFolderProject::init()
{
    start();
    QVERIFY(QDir().mkpath(m_fixture->file(u"gateway"_s)));
    QVERIFY(saveFile(path(u"orders.yml"_s), services));
    QVERIFY(saveFile(path(u"routes.yaml"_s), routes));
    QVERIFY(saveFile(path(u"users.yml"_s), users));
    press(Qt::Key_O, Qt::ControlModifier | Qt::AltModifier);
    auto *dialog = m_fixture->find<QFileDialog>("openFolderDialog");
    QVERIFY(dialog);
    emit dialog->fileSelected(m_fixture->file(u"gateway"_s));
    dialog->close();
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QCOMPARE(rows("servicesPageTable"), 2);
    QVERIFY(m_fixture->window().windowTitle().startsWith(u"gateway"_s));
}

void TstFolderProject::select(const char *page, const QString &name)
{
    auto *table = m_fixture->find<QTableView>(page);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == name)
            table->selectRow(row);
    }
    table->setFocus();
}

QByteArray TstFolderProject::text(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TstFolderProject::cell(const char *table, int row, const char *title)
{
    const QAbstractItemModel *model = m_fixture->find<QTableView>(table)->model();
    for (int column = 0; column < model->columnCount(); ++column) {
        if (model->headerData(column, Qt::Horizontal).toString() == QLatin1String(title))
            return model->index(row, column).data().toString();
    }
    return {};
}

void TstFolderProject::savesOnlyTheFilesThatWereEdited()
{
    setHost(u"orders"_s, u"c.test"_s);
    go("routesPageAction");
    select("routesPageTable", u"r"_s);
    typeInto(form("routesPageForm"), "name", u"other"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(config().table(u"routes"_s).findBy(u"name"_s, u"other"_s));
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!m_fixture->window().isWindowModified());
    QVERIFY(text(u"orders.yml"_s).contains("c.test"));
    QVERIFY(text(u"routes.yaml"_s).contains("name: other"));
    QVERIFY(text(u"routes.yaml"_s).contains("service: orders"));
    QCOMPARE(text(u"users.yml"_s), QByteArray(users));
}

void TstFolderProject::givesBackEveryByteWhenAllIsUndone()
{
    setHost(u"orders"_s, u"c.test"_s);
    setHost(u"users"_s, u"d.test"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(text(u"users.yml"_s) != users);
    while (m_fixture->find<QAction>("undoAction")->isEnabled())
        go("undoAction");
    go("saveAction");
    QCOMPARE(text(u"orders.yml"_s), QByteArray(services));
    QCOMPARE(text(u"routes.yaml"_s), QByteArray(routes));
    QCOMPARE(text(u"users.yml"_s), QByteArray(users));
}

void TstFolderProject::movesARowToAnotherFile()
{
    go("servicesPageAction");
    select("servicesPageTable", u"users"_s);
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_fixture->find<QInputDialog>("moveDialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"users.yml"_s);
    dialog->setTextValue(u"orders.yml"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(cell("servicesPageTable", 1, "File"), u"orders.yml"_s);
    QCOMPARE(m_fixture->find<QPushButton>("servicesPageEditorFile")->text(), u"orders.yml"_s);
    QVERIFY(m_fixture->window().isWindowModified());
    go("undoAction");
    QCOMPARE(cell("servicesPageTable", 1, "File"), u"users.yml"_s);
    QVERIFY(!m_fixture->window().isWindowModified());
    go("redoAction");
    go("saveAction");
    QVERIFY(text(u"orders.yml"_s).contains("name: users"));
    QVERIFY(!text(u"users.yml"_s).contains("name: users"));
    QCOMPARE(text(u"routes.yaml"_s), QByteArray(routes));
}

void TstFolderProject::showsFilesOnlyWhenThereAreSeveral()
{
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    const int file = table->model()->columnCount() - 1;
    QVERIFY(!table->isColumnHidden(file));
    QCOMPARE(cell("routesPageTable", 0, "File"), u"routes.yaml"_s);
    auto *yaml = m_fixture->find<QWidget>("yamlView");
    QVERIFY(m_fixture->find<QComboBox>("yamlFile")->isVisibleTo(yaml));
    open(twoServices);
    QVERIFY(table->isColumnHidden(file));
    go("servicesPageAction");
    select("servicesPageTable", u"users"_s);
    QVERIFY(!m_fixture->find<QAction>("moveToFileAction")->isEnabled());
    QVERIFY(!m_fixture->find<QComboBox>("yamlFile")->isVisibleTo(yaml));
}

void TstFolderProject::editsOneFileAsYaml()
{
    go("yamlPageAction");
    auto *files = m_fixture->find<QComboBox>("yamlFile");
    QVERIFY(files->isVisible());
    files->setCurrentText(u"users.yml"_s);
    auto *editor = m_fixture->find<QPlainTextEdit>("yamlEditor");
    QTRY_VERIFY(editor->toPlainText().contains(u"name: users"_s));
    QVERIFY(!editor->toPlainText().contains(u"name: orders"_s));
    m_fixture->find<QAbstractButton>("yamlSecrets")->click();
    QTRY_VERIFY(!editor->isReadOnly());
    editor->selectAll();
    editor->insertPlainText(u"_format_version: \"3.0\"\nservices:\n- {name: users, host: z.test}\n"_s);
    QTRY_COMPARE(config().table(u"services"_s).findBy(u"name"_s, u"users"_s)->value("host"_L1).toString(), u"z.test"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
    QTRY_VERIFY(files->isEnabled());
    go("saveAction");
    QVERIFY(text(u"users.yml"_s).contains("z.test"));
    QCOMPARE(text(u"orders.yml"_s), QByteArray(services));
}

void TstFolderProject::loadsAFileThatIsNew()
{
    QVERIFY(saveFile(path(u"more.yml"_s), "_format_version: \"3.0\"\nservices: [{name: more, host: m.test}]\n"));
    QTRY_COMPARE(rows("servicesPageTable"), 3);
    QVERIFY(!m_fixture->window().isWindowModified());
    setHost(u"orders"_s, u"c.test"_s);
    QTRY_VERIFY(m_fixture->window().isWindowModified());
    QVERIFY(QFile::remove(path(u"more.yml"_s)));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.disk"));
    QCOMPARE(rows("servicesPageTable"), 3);
}

void TstFolderProject::namesTheFileOfAProblem()
{
    QVERIFY(saveFile(path(u"users.yml"_s), "_format_version: \"3.0\"\nservices: [{name: users}]\n"));
    QTRY_COMPARE(rows("problemsTable"), 1);
    QCOMPARE(cell("problemsTable", 0, "File"), u"users.yml:2:12"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
}

void TstFolderProject::saysThatTheClipboardHoldsNoRows()
{
    QGuiApplication::clipboard()->setText(u"just a sentence"_s);
    go("servicesPageAction");
    select("servicesPageTable", u"orders"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->find<QWidget>("message.command"));
    QCOMPARE(rows("servicesPageTable"), 2);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstFolderProject)
#include "tst_folder_project.moc"
