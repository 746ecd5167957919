// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/journal.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

// A run of the program, as far as its journal is concerned.
struct Run {
    explicit Run(const QString &folder)
        : journal(project, folder)
    {
    }

    void edit()
    {
        const StoreOutcome added =
            project.store().insert(u"services"_s, {{u"name"_s, u"s"_s}, {u"host"_s, u"h.test"_s}}, Origin::User);
        QVERIFY(added);
    }

    ManualClock clock;
    std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
    Project project{*registry, clock};
    Journal journal;
};

class TstJournal : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsUnsaved();
    void leavesNothingBehindWhenSaved();
    void doesNotTakeWhatAnotherRunIsStillWriting();
    void isPrivate();

private:
    static QStringList journals(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList({u"*.journal"_s}, QDir::Files);
    }
};

void TstJournal::keepsWhatIsUnsaved()
{
    const QTemporaryDir folder;
    {
        Run run(folder.path());
        run.edit();
        QTRY_COMPARE(journals(folder).size(), 1);
    } // as after a crash: nobody has cleared it
    Run next(folder.path());
    const std::optional<LeftBehind> left = next.journal.leftBehind();
    QVERIFY(left);
    QVERIFY(left->text.contains("h.test"));
    QVERIFY(next.project.replaceByText(left->text, Origin::Restore, u"Recover"_s));
    QCOMPARE(next.project.store().config().table(u"services"_s).size(), 1);
    Journal::discard(*left);
    QVERIFY(!next.journal.leftBehind());
}

void TstJournal::leavesNothingBehindWhenSaved()
{
    const QTemporaryDir folder;
    Run run(folder.path());
    run.edit();
    run.journal.writeNow();
    QTRY_COMPARE(journals(folder).size(), 1);
    QVERIFY(run.project.saveAs(folder.filePath(u"kong.yml"_s)));
    QCOMPARE(journals(folder).size(), 0);
}

void TstJournal::doesNotTakeWhatAnotherRunIsStillWriting()
{
    const QTemporaryDir folder;
    Run first(folder.path());
    first.edit();
    first.journal.writeNow();
    QTRY_COMPARE(journals(folder).size(), 1);
    const Run second(folder.path());
    QVERIFY(!second.journal.leftBehind());
}

void TstJournal::isPrivate()
{
    const QTemporaryDir folder;
    Run run(folder.path());
    run.edit();
    run.journal.writeNow();
    QTRY_COMPARE(journals(folder).size(), 1);
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(folder.filePath(journals(folder).first())) & others, QFileDevice::Permissions());
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstJournal)
#include "tst_journal.moc"
