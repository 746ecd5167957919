// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/revisions_run.h"

#include <QElapsedTimer>

namespace gatehouse {

class TstRevisions : public RevisionsTest
{
    Q_OBJECT

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatHasRun();
    void tellsWhoHasChangedIt();
    void keepsNothingThatIsNotAccepted();
    void numbersGoOnOverARestart();
    void findsThemAgainAfterOpening();
    void followsTheProjectToItsFirstFile();
    void beginsAnewWithAnotherDocument();
    void keepsTheLastOnesAndThosePinned();
    void becomesOneWhenManyWait();
    void doesNotHoldUpALargeConfiguration();
};

void TstRevisions::keepsWhatHasRun()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    QCOMPARE(run.newest().summary, u"Load kong.yml"_s);
    QCOMPARE(run.newest().origin, Origin::File);
    run.edit(u"b.test"_s);
    QCOMPARE(run.revisions.list().size(), 2);
    const Revision revision = run.newest();
    QCOMPARE(revision.number, run.gateway.revision());
    QCOMPARE(revision.summary, u"Service s: host a.test → b.test"_s);
    QCOMPARE(revision.origin, Origin::User);
    QCOMPARE(countsText(revision.counts), u"~1"_s);
    const auto first = run.read(run.revisions.list().last().key);
    QVERIFY(first);
    QCOMPARE(first->config.rows(u"services"_s).first().value("host"_L1).toString(), u"a.test"_s);
}

void TstRevisions::tellsWhoHasChangedIt()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    run.project.store().update(u"services"_s, {u"name"_s, u"s"_s}, {{u"port"_s, 81}}, Origin::AdminApi);
    QTRY_COMPARE(run.newest().origin, Origin::AdminApi);
    const auto first = run.read(run.revisions.list().last().key);
    run.project.expectMissing(first->missing);
    run.project.restore(first->config, u"Restore r1"_s);
    QTRY_COMPARE(run.newest().origin, Origin::Restore);
    QCOMPARE(run.newest().summary, u"Restore r1"_s);
    QVERIFY(saveFile(run.project.fileName(), "_format_version: \"3.0\"\nservices:\n  - name: s\n    host: c.test\n"));
    QVERIFY(run.project.reload());
    QTRY_COMPARE(run.newest().origin, Origin::File);
    QCOMPARE(run.revisions.list().size(), 4);
}

void TstRevisions::keepsNothingThatIsNotAccepted()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    const QByteArray unknown = QByteArray(oneService) + "consumers:\n  - username: c\n    jwt_secrets:\n"
                                                        "      - secret: ${{ env \"DECK_NOBODY_KNOWS\" }}\n";
    QVERIFY(run.project.replaceByText(unknown, Origin::User, u"Type"_s));
    QVERIFY(!run.gateway.apply());
    QVERIFY(run.project.replaceByText(oneService, Origin::User, u"Type"_s));
    run.edit(u"b.test"_s);
    QCOMPARE(run.revisions.list().size(), 2);
}

void TstRevisions::numbersGoOnOverARestart()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    run.edit(u"b.test"_s);
    const quint64 number = run.gateway.revision();
    run.gateway.stopNow();
    run.start();
    QCOMPARE(run.gateway.revision(), number + 1);
    QTRY_COMPARE(run.newest().number, number + 1);
    QCOMPARE(run.revisions.list().size(), 2); // nothing else has changed
}

void TstRevisions::findsThemAgainAfterOpening()
{
    const QString file = saved(withSecrets);
    quint64 number = 0;
    {
        RevisionsRun run(history());
        QVERIFY(run.project.open(file));
        run.start();
        run.edit(u"b.test"_s);
        QVERIFY(run.project.save());
        number = run.gateway.revision();
    }
    RevisionsRun next(history());
    QVERIFY(next.project.open(file));
    QTRY_COMPARE(next.revisions.list().size(), 2);
    QCOMPARE(next.newest().number, number);
    next.start();
    QCOMPARE(next.gateway.revision(), number + 1);
    QTRY_COMPARE(next.newest().number, number + 1);
    QCOMPARE(next.revisions.list().size(), 2); // the ids of credentials are others, and nothing has changed
    next.edit(u"c.test"_s);
    QCOMPARE(next.newest().summary, u"Service s: host b.test → c.test"_s);
}

void TstRevisions::followsTheProjectToItsFirstFile()
{
    RevisionsRun run(history());
    QVERIFY(run.project.openText(oneService));
    run.start();
    run.edit(u"b.test"_s);
    QCOMPARE(files().size(), 0);
    QVERIFY(run.project.saveAs(m_folder->filePath(u"new.yml"_s)));
    QTRY_COMPARE(files().size(), 2);
    run.edit(u"c.test"_s);
    QTRY_COMPARE(files().size(), 3);
    QCOMPARE(run.revisions.list().size(), 3);
}

void TstRevisions::beginsAnewWithAnotherDocument()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    run.edit(u"b.test"_s);
    const quint64 number = run.gateway.revision();
    QVERIFY(run.project.openText(oneService));
    QVERIFY(run.revisions.list().isEmpty());
    QTRY_COMPARE(run.revisions.list().size(), 1);
    QVERIFY(run.newest().number > number);
    QCOMPARE(files().size(), 2);
}

void TstRevisions::keepsTheLastOnesAndThosePinned()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    const QString first = run.newest().key;
    run.revisions.pin(first, u"the good one"_s);
    QTRY_VERIFY(run.newest().isPinned);
    for (qsizetype i = 0; i < Revisions::mostKept + 2; ++i)
        run.edit(u"h%1.test"_s.arg(i));
    QCOMPARE(run.revisions.list().size(), Revisions::mostKept + 1);
    QCOMPARE(files().size(), Revisions::mostKept + 1);
    QCOMPARE(run.revisions.list().last().key, first);
    QCOMPARE(run.revisions.list().last().note, u"the good one"_s);
    run.revisions.unpin(first);
    run.edit(u"last.test"_s);
    QCOMPARE(run.revisions.list().size(), Revisions::mostKept);
    QVERIFY(!run.revisions.find(first));
}

void TstRevisions::becomesOneWhenManyWait()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    for (int port = 1; port <= 3 * Revisions::mostWaiting; ++port) {
        QVERIFY(run.project.store().update(u"services"_s, {u"name"_s, u"s"_s}, {{u"port"_s, port}}, Origin::AdminApi));
        QVERIFY(run.gateway.apply());
    }
    QTRY_COMPARE(run.newest().number, run.gateway.revision());
    QCOMPARE(run.revisions.list().size(), 1 + Revisions::mostWaiting);
    QCOMPARE(run.newest().summary, u"Service s: port 9 → 30"_s);
}

void TstRevisions::doesNotHoldUpALargeConfiguration()
{
    RevisionsRun run(history());
    QByteArray text = oneService;
    text += "    routes:\n";
    for (int i = 0; i < 10000; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "      - name: r" + number + "\n        paths:\n          - /p" + number + "\n";
    }
    QVERIFY(run.project.open(saved(text)));
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(run.revisions.list().size(), 1, 60000);
    QElapsedTimer time;
    qint64 longest = 0;
    for (int i = 0; i < 5; ++i) {
        time.start();
        QMetaObject::invokeMethod(&run.gateway, "published", Qt::DirectConnection,
                                  Q_ARG(quint64, run.gateway.revision()));
        longest = qMax(longest, time.elapsed());
    }
    QVERIFY2(longest < 50, qPrintable(QString::number(longest)));
    run.edit(u"b.test"_s);
    QCOMPARE(run.newest().summary, u"Service s: host a.test → b.test"_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstRevisions)
#include "tst_revisions.moc"
