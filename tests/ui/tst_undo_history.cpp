// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/manual_clock.h"
#include "ui/undo/undo_history.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstUndoHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesBackWhoeverMadeTheChange();
    void mergesTypingInOneField();
    void mergesWholeConfigurations();
    void forgetsAStepThatCameBackToItsBeginning();
    void isCleanAgainWhenAllIsUndone();
    void undoesALoadFromDiskWithWhatTheFileKept();
    void beginsANewHistoryWithAnotherDocument();
    void restoresTheFileByteByByte();

private:
    QString add(const QString &name, Origin origin = Origin::User);
    void change(const QString &id, int port, const QString &mergeKey);

    [[nodiscard]] QString path() const { return m_folder->filePath(u"kong.yml"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    std::unique_ptr<Project> m_project;
    std::unique_ptr<UndoHistory> m_history;
};

constexpr auto document = R"(_format_version: "3.0"
_comment: mine
services:
  - name: first
    url: http://a.test
    routes:
      - name: r
        paths:
          - /r
  - name: second
    url: http://b.test
    _comment: kept
    plugins:
      - name: jwt
)";

void TstUndoHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_history.reset();
    m_project = std::make_unique<Project>(*m_registry, m_clock);
    m_history = std::make_unique<UndoHistory>(*m_project);
}

QString TstUndoHistory::add(const QString &name, Origin origin)
{
    return m_project->store()
        .insert(u"services"_s, {{u"name"_s, name}, {u"host"_s, u"h.test"_s}}, origin)
        .entity.value(u"id"_s)
        .toString();
}

void TstUndoHistory::change(const QString &id, int port, const QString &mergeKey)
{
    m_history->setMergeKey(mergeKey);
    QVERIFY(m_project->store().update(u"services"_s, EntityKey::id(id), {{u"port"_s, port}}, Origin::User));
}

void TstUndoHistory::takesBackWhoeverMadeTheChange()
{
    add(u"mine"_s);
    add(u"theirs"_s, Origin::AdminApi);
    QCOMPARE(m_history->stack().undoText(), u"Admin API: Add Service “theirs”"_s);
    m_history->undo();
    QCOMPARE(m_project->store().config().table(u"services"_s).size(), 1);
    m_history->undo();
    QVERIFY(m_project->store().config().isEmpty());
    m_history->redo();
    m_history->redo();
    QCOMPARE(m_project->store().config().table(u"services"_s).size(), 2);
}

void TstUndoHistory::mergesTypingInOneField()
{
    const QString id = add(u"s"_s);
    for (const int port : {8, 80, 808})
        change(id, port, u"services/s/port"_s);
    change(id, 9, {}); // the focus had left
    QCOMPARE(m_history->stack().count(), 3);
    m_history->undo();
    QCOMPARE(m_project->store().config().find(u"services"_s, id)->value(u"port"_s).toInt(), 808);
    m_history->undo();
    QCOMPARE(m_project->store().config().find(u"services"_s, id)->value(u"port"_s).toInt(), 80); // the default
}

void TstUndoHistory::mergesWholeConfigurations()
{
    const auto names = [this] {
        QStringList all;
        const QList<QJsonObject> rows = m_project->store().config().rows(u"services"_s);
        for (const QJsonObject &row : rows)
            all << row.value("name"_L1).toString();
        return all;
    };
    QVERIFY(m_project->openText(document));
    m_history->setMergeKey(u"typing"_s);
    for (const char *name : {"name: a", "name: ab"})
        QVERIFY(m_project->replaceByText(QByteArray(document).replace("name: first", name), Origin::User, u"Edit"_s));
    QCOMPARE(m_history->stack().count(), 1);
    m_history->undo();
    QCOMPARE(names(), (QStringList{u"first"_s, u"second"_s}));
    m_history->redo();
    QCOMPARE(names(), (QStringList{u"ab"_s, u"second"_s}));
}

void TstUndoHistory::forgetsAStepThatCameBackToItsBeginning()
{
    const QString id = add(u"s"_s);
    const QJsonObject before = *m_project->store().config().find(u"services"_s, id);
    change(id, 81, u"services/s/port"_s);
    change(id, 80, u"services/s/port"_s);
    QCOMPARE(*m_project->store().config().find(u"services"_s, id), before);
    QCOMPARE(m_history->stack().count(), 1);
}

void TstUndoHistory::isCleanAgainWhenAllIsUndone()
{
    add(u"a"_s);
    QVERIFY(m_project->saveAs(path()));
    add(u"b"_s);
    QVERIFY(m_project->isModified());
    m_history->undo();
    QVERIFY(!m_project->isModified());
    m_history->undo(); // beyond what was saved
    QVERIFY(m_project->isModified());
    m_history->redo();
    QVERIFY(!m_project->isModified());
}

void TstUndoHistory::undoesALoadFromDiskWithWhatTheFileKept()
{
    QVERIFY(saveFile(path(), document));
    QVERIFY(m_project->open(path()));
    QVERIFY(saveFile(path(), "_format_version: \"3.0\"\nservices:\n  - name: other\n    url: http://c.test\n"));
    QVERIFY(m_project->reload());
    QCOMPARE(m_project->store().config().table(u"services"_s).size(), 1);
    m_history->undo();
    QCOMPARE(m_project->yaml(), QByteArray(document));
}

void TstUndoHistory::beginsANewHistoryWithAnotherDocument()
{
    add(u"a"_s);
    m_project->clear();
    QVERIFY(!m_history->stack().canUndo());
}

void TstUndoHistory::restoresTheFileByteByByte()
{
    QVERIFY(saveFile(path(), document));
    QVERIFY(m_project->open(path()));
    const QString first =
        m_project->store().config().table(u"services"_s).findBy(u"name"_s, u"second"_s)->value(u"id"_s).toString();
    QVERIFY(m_project->store().remove(u"services"_s, EntityKey::id(first), Origin::User));
    add(u"third"_s);
    QVERIFY(m_project->replaceByText("_format_version: \"3.0\"\n", Origin::User, u"Edit YAML"_s));
    while (m_history->stack().canUndo())
        m_history->undo();
    QCOMPARE(m_project->yaml(), QByteArray(document));
    QVERIFY(!m_project->isModified());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstUndoHistory)
#include "tst_undo_history.moc"
