// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A project that is a folder: what is read from which file is written back there, and nowhere else.
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/journal.h"
#include "core/runtime/project.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstProjectFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesOnlyWhatHasChanged();
    void givesBackTheBytesThatWereRead();
    void rewritesAllFilesOfAnOlderFormat();
    void movesARowWithWhatStandsBelowIt();
    void saysWhatWasWrittenWhenAFileCannotBe();
    void noticesFilesThatChangeComeAndGo();
    void keepsMineInEveryFile();
    void readsTheFolderAgain();
    void becomesOneFile();
    void keepsItsFilesWhateverIsImported();
    void opensFilesOfSeveralFolders();
    void keepsAJournalOfAllFiles();
    void refusesAFolderWithoutFiles();

private:
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QByteArray text(const QString &name) const;
    [[nodiscard]] QString idOf(const QString &table, const QString &field, const QString &value) const;
    void rename(const QString &service, const QString &name);

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    std::unique_ptr<Project> m_project;
};

// As people write it, with comments and in an order that Gatehouse would not choose.
constexpr auto a = "# The orders team\n_format_version: \"3.0\"\nservices:\n- host: h.test\n  name: one # first\n"
                   "  routes:\n  - {name: r, paths: [/r]}\n";
constexpr auto b = "# The users team\n_format_version: '3.0'\nroutes:\n- {name: other, paths: [/o], service: one}\n"
                   "services: [{name: two, host: h.test}]\n";

void TstProjectFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(*m_registry, m_clock);
    write(u"a.yml"_s, a);
    write(u"b.yaml"_s, b);
    write(u"notes.txt"_s, "no configuration");
    write(u".gatehouse.yml"_s, "project: x\n");
    QVERIFY(QDir(m_folder->path()).mkdir(u"below"_s));
    write(u"below/c.yml"_s, "not: read");
    const Result<> opened = m_project->open(m_folder->path());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
}

void TstProjectFiles::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TstProjectFiles::text(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TstProjectFiles::idOf(const QString &table, const QString &field, const QString &value) const
{
    const auto row = m_project->store().config().table(table).findBy(field, value);
    return row ? row->value("id"_L1).toString() : QString();
}

void TstProjectFiles::rename(const QString &service, const QString &name)
{
    const QString id = idOf(u"services"_s, u"name"_s, service);
    QVERIFY(m_project->store().update(u"services"_s, EntityKey::id(id), {{u"name"_s, name}}, Origin::User));
}

void TstProjectFiles::writesOnlyWhatHasChanged()
{
    rename(u"two"_s, u"three"_s);
    QVERIFY(m_project->save());
    QCOMPARE(text(u"a.yml"_s), QByteArray(a));
    QVERIFY(text(u"b.yaml"_s).contains("name: three"));
    QVERIFY(text(u"b.yaml"_s).contains("service: one"));
    QVERIFY(!m_project->isModified());
    rename(u"one"_s, u"four"_s); // b.yaml names it
    QVERIFY(m_project->save());
    QVERIFY(text(u"a.yml"_s).contains("name: four"));
    QVERIFY(text(u"b.yaml"_s).contains("service: four"));
}

void TstProjectFiles::givesBackTheBytesThatWereRead()
{
    const Kept kept = m_project->kept();
    const Config before = m_project->store().config();
    rename(u"one"_s, u"four"_s);
    QVERIFY(m_project->save());
    QVERIFY(text(u"a.yml"_s) != a);
    m_project->setKept(kept);
    m_project->store().replace(before, Origin::Undo, u"Undo"_s);
    QVERIFY(m_project->save());
    QCOMPARE(text(u"a.yml"_s), QByteArray(a));
    QCOMPARE(text(u"b.yaml"_s), QByteArray(b));
}

void TstProjectFiles::rewritesAllFilesOfAnOlderFormat()
{
    write(u"a.yml"_s, "_format_version: \"1.1\"\nservices:\n- {name: one, host: h.test}\n");
    write(u"b.yaml"_s, "_format_version: \"1.1\"\nservices:\n- {name: two, host: h.test}\n");
    QVERIFY(m_project->open(m_folder->path()));
    rename(u"two"_s, u"three"_s);
    QVERIFY(m_project->save());
    Project again(*m_registry, m_clock);
    QVERIFY(again.open(m_folder->path()));
    QCOMPARE(again.store().config().table(u"services"_s).size(), 2);
}

void TstProjectFiles::movesARowWithWhatStandsBelowIt()
{
    QSignalSpy moved(m_project.get(), &Project::rowsMoved);
    const QString service = idOf(u"services"_s, u"name"_s, u"one"_s);
    m_project->moveToFile(u"services"_s, {service}, path(u"b.yaml"_s));
    QCOMPARE(moved.size(), 1);
    QVERIFY(m_project->isModified());
    QCOMPARE(m_project->fileOf(u"routes"_s, idOf(u"routes"_s, u"name"_s, u"r"_s)), path(u"b.yaml"_s));
    QVERIFY(m_project->save());
    QCOMPARE(text(u"a.yml"_s), QByteArray("_format_version: \"3.0\"\n"));
    QVERIFY(text(u"b.yaml"_s).contains("name: r"));
    m_project->moveToFile(u"services"_s, {service}, path(u"b.yaml"_s));
    QCOMPARE(moved.size(), 1); // it is there already
}

void TstProjectFiles::saysWhatWasWrittenWhenAFileCannotBe()
{
    rename(u"one"_s, u"four"_s);
    QVERIFY(QFile::remove(path(u"a.yml"_s)));
    QVERIFY(QDir(m_folder->path()).mkdir(u"a.yml"_s)); // no file can take its place
    const Result<> saved = m_project->save();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"b.yaml"_s), qPrintable(saved.error().message));
    QVERIFY(saved.error().problems.first().message.contains(u"a.yml"_s));
    QVERIFY(text(u"b.yaml"_s).contains("service: four"));
    QVERIFY(m_project->isModified());
    QVERIFY(QDir(m_folder->path()).rmdir(u"a.yml"_s));
    QVERIFY(m_project->save());
    QVERIFY(text(u"a.yml"_s).contains("name: four"));
}

void TstProjectFiles::noticesFilesThatChangeComeAndGo()
{
    QSignalSpy changed(m_project.get(), &Project::changedOnDisk);
    write(u"b.yaml"_s, "_format_version: \"3.0\"\n");
    QTRY_COMPARE(changed.size(), 1);
    write(u"c.yml"_s, "_format_version: \"3.0\"\nservices:\n- {name: new, host: h.test}\n");
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(QFile::remove(path(u"c.yml"_s)));
    QTRY_COMPARE(changed.size(), 3);
    QVERIFY(m_project->reload());
    rename(u"one"_s, u"four"_s);
    QVERIFY(m_project->save());
    m_project->checkDisk();
    QCOMPARE(changed.size(), 3); // its own saving
}

void TstProjectFiles::keepsMineInEveryFile()
{
    QSignalSpy changed(m_project.get(), &Project::changedOnDisk);
    const QString route = idOf(u"routes"_s, u"name"_s, u"r"_s);
    QVERIFY(m_project->store().update(u"routes"_s, EntityKey::id(route), {{u"name"_s, u"q"_s}}, Origin::User));
    write(u"b.yaml"_s, "_format_version: \"3.0\"\n");
    QTRY_COMPARE(changed.size(), 1);
    m_project->keepMine();
    QVERIFY(m_project->save());
    QCOMPARE(text(u"b.yaml"_s), QByteArray(b));
    QVERIFY(text(u"a.yml"_s).contains("name: q"));
}

void TstProjectFiles::readsTheFolderAgain()
{
    const Kept kept = m_project->kept();
    const Config before = m_project->store().config();
    write(u"c.yml"_s, "_format_version: \"3.0\"\nservices:\n- {name: new, host: h.test}\n");
    QVERIFY(m_project->reload());
    QCOMPARE(m_project->fileOf(u"services"_s, idOf(u"services"_s, u"name"_s, u"new"_s)), path(u"c.yml"_s));
    m_project->setKept(kept);
    m_project->store().replace(before, Origin::Undo, u"Undo"_s); // as if the file had never come
    QVERIFY(m_project->save());
    QCOMPARE(text(u"c.yml"_s), QByteArray("_format_version: \"3.0\"\n"));
    QCOMPARE(text(u"a.yml"_s), QByteArray(a));
}

void TstProjectFiles::becomesOneFile()
{
    QVERIFY(m_project->saveAs(path(u"below/kong.yml"_s)));
    QVERIFY(!m_project->hasFiles());
    QCOMPARE(m_project->fileName(), path(u"below/kong.yml"_s));
    QCOMPARE(text(u"a.yml"_s), QByteArray(a));
    Project one(*m_registry, m_clock);
    QVERIFY(one.open(path(u"below/kong.yml"_s)));
    QCOMPARE(one.store().config().table(u"routes"_s).size(), 2);
}

void TstProjectFiles::keepsItsFilesWhateverIsImported()
{
    QVERIFY(m_project->replaceByText("_format_version: \"3.0\"\nservices:\n- {name: two, host: i.test}\n"
                                     "plugins:\n- name: not-bundled\n",
                                     Origin::User, u"Import"_s));
    QVERIFY(m_project->hasFiles());
    QVERIFY(m_project->save());
    QVERIFY(text(u"b.yaml"_s).contains("i.test"));
    QVERIFY(text(u"a.yml"_s).contains("not-bundled"));
    QVERIFY(!text(u"a.yml"_s).contains("name: one"));
}

void TstProjectFiles::opensFilesOfSeveralFolders()
{
    write(u"below/c.yml"_s, "_format_version: \"3.0\"\nservices:\n- {name: new, host: h.test}\n");
    QVERIFY(m_project->open(placeOfFiles({path(u"below/c.yml"_s), path(u"a.yml"_s)})));
    QCOMPARE(m_project->store().config().table(u"services"_s).size(), 2);
    rename(u"new"_s, u"newer"_s);
    QVERIFY(m_project->save());
    QVERIFY(text(u"below/c.yml"_s).contains("newer"));
    QCOMPARE(text(u"a.yml"_s), QByteArray(a));
}

void TstProjectFiles::keepsAJournalOfAllFiles()
{
    const QTemporaryDir journals;
    {
        Journal journal(*m_project, journals.path());
        rename(u"two"_s, u"three"_s);
        journal.writeNow();
    } // as after a crash: nobody has cleared it
    Project next(*m_registry, m_clock);
    Journal journal(next, journals.path());
    const std::optional<LeftBehind> left = journal.leftBehind();
    QVERIFY(left);
    QVERIFY(next.open(left->fileName));
    QVERIFY(next.replaceByFiles(left->files, Origin::Restore, u"Recover"_s));
    QVERIFY(next.save());
    QVERIFY(text(u"b.yaml"_s).contains("name: three"));
    QCOMPARE(text(u"a.yml"_s), QByteArray(a));
}

void TstProjectFiles::refusesAFolderWithoutFiles()
{
    const QTemporaryDir empty;
    const Result<> opened = m_project->open(empty.path());
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(empty.path()));
    QCOMPARE(m_project->fileName(), m_folder->path());
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstProjectFiles)
#include "tst_project_files.moc"
