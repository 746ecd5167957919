// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/project.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstProject : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noticesThatSomebodyElseWrote();
    void noticesAFileThatWasReplaced();
    void doesNotNoticeItsOwnSaving();
    void saysEachContentOnce();
    void keepsItsConfigurationWhenTheFileIsBad();

private:
    void write(const QByteArray &text) const;

    [[nodiscard]] QString path() const { return m_folder->filePath(u"kong.yml"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    std::unique_ptr<Project> m_project;
    std::unique_ptr<QSignalSpy> m_changed;
};

constexpr auto one = "_format_version: \"3.0\"\nservices:\n- name: one\n  host: h.test\n";
constexpr auto two = "_format_version: \"3.0\"\nservices:\n- name: two\n  host: h.test\n";

void TstProject::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(*m_registry, m_clock);
    m_changed = std::make_unique<QSignalSpy>(m_project.get(), &Project::changedOnDisk);
    write(one);
    QVERIFY(m_project->open(path()));
}

void TstProject::write(const QByteArray &text) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TstProject::noticesThatSomebodyElseWrote()
{
    write(two);
    QTRY_COMPARE(m_changed->size(), 1);
    QVERIFY(m_project->reload());
    QVERIFY(m_project->store().config().table(u"services"_s).findBy(u"name"_s, u"two"_s));
    QVERIFY(!m_project->isModified());
}

void TstProject::noticesAFileThatWasReplaced()
{
    for (int i = 0; i < 2; ++i) { // twice: the second time the file is not the one first watched
        QFile next(m_folder->filePath(u"next"_s));
        QVERIFY(next.open(QIODevice::WriteOnly));
        next.write(i == 0 ? two : one);
        next.close();
        QVERIFY(QFile::remove(path()));
        QVERIFY(next.rename(path()));
        QTRY_COMPARE(m_changed->size(), i + 1);
        QVERIFY(m_project->reload());
    }
}

void TstProject::doesNotNoticeItsOwnSaving()
{
    QVERIFY(m_project->store().insert(u"services"_s, {{u"name"_s, u"x"_s}, {u"host"_s, u"h.test"_s}}, Origin::User));
    QVERIFY(m_project->save());
    m_project->checkDisk();
    QCOMPARE(m_changed->size(), 0);
}

void TstProject::saysEachContentOnce()
{
    write(two);
    m_project->checkDisk();
    m_project->checkDisk();
    QCOMPARE(m_changed->size(), 1);
    m_project->keepMine();
    m_project->checkDisk();
    QCOMPARE(m_changed->size(), 1);
}

void TstProject::keepsItsConfigurationWhenTheFileIsBad()
{
    write("_format_version: \"3.0\"\nservices:\n- name: two\n");
    QVERIFY(!m_project->reload());
    QVERIFY(m_project->store().config().table(u"services"_s).findBy(u"name"_s, u"one"_s));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstProject)
#include "tst_project.moc"
