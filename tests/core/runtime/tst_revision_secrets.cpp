// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the history knows of secrets, and how snapshots without them are read and compared.
#include "tests/support/certificates.h"
#include "tests/support/revisions_run.h"

namespace gatehouse {

class TstRevisionSecrets : public RevisionsTest
{
    Q_OBJECT

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void holdsNoSecrets();
    void isForItsOwnerAlone();
    void restoresWithTheSecretsOfNow();
    void namesSecretsThatNobodyKnows();
    void comesBackToRowsOfAnEarlierRun();
    void tellsThatASecretIsAnother();
    void comparesSnapshots();
    void comparesWithAFile();
};

void TstRevisionSecrets::holdsNoSecrets()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    QVERIFY(run.project.store().insert(
        u"certificates"_s,
        {{u"cert"_s, QString::fromLatin1(samples::certificateA)}, {u"key"_s, QString::fromLatin1(samples::keyA)}},
        Origin::User));
    const QString hash =
        run.project.store().config().rows(u"basicauth_credentials"_s).first().value("password"_L1).toString();
    run.start();
    run.edit(u"b.test"_s);
    QCOMPARE(files().size(), 2);
    const QStringList names = files();
    for (const QString &name : names) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("a.test") || text.contains("b.test"));
        QVERIFY(!text.contains("plain-"));
        QVERIFY(!text.contains("PRIVATE KEY"));
        QVERIFY(!text.contains(hash.toUtf8()));
    }
}

void TstRevisionSecrets::isForItsOwnerAlone()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(oneService)));
    run.start();
    QTRY_COMPARE(files().size(), 1);
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QFileInfo file(files().first());
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(file.absolutePath()).permissions() & others));
}

void TstRevisionSecrets::restoresWithTheSecretsOfNow()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    run.edit(u"b.test"_s);
    const Config before = run.project.store().config();
    const auto first = run.read(run.revisions.list().last().key);
    QVERIFY(first);
    QCOMPARE(first->missingNames(), QStringList());
    for (const QString &table : {u"jwt_secrets"_s, u"keyauth_credentials"_s, u"basicauth_credentials"_s, u"plugins"_s})
        QCOMPARE(first->config.rows(table), before.rows(table));
    run.project.expectMissing(first->missing);
    run.project.restore(first->config, u"Restore r1"_s);
    QTRY_COMPARE(run.newest().summary, u"Restore r1"_s);
    QCOMPARE(countsText(run.newest().counts), u"~1"_s);
}

void TstRevisionSecrets::namesSecretsThatNobodyKnows()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    run.project.store().remove(u"consumers"_s, {u"username"_s, u"mobile"_s}, Origin::User);
    QVERIFY(run.gateway.apply());
    QTRY_COMPARE(run.revisions.list().size(), 2);
    const quint64 running = run.gateway.revision();
    const auto first = run.read(run.revisions.list().last().key);
    QVERIFY(first);
    QCOMPARE(first->missingNames(),
             (QStringList{u"DECK_BASICAUTH_CREDENTIALS_MOBILE_PASSWORD"_s, u"DECK_HMACAUTH_CREDENTIALS_MOBILE_SECRET"_s,
                          u"DECK_JWT_SECRETS_K1_SECRET"_s, u"DECK_KEYAUTH_CREDENTIALS_MOBILE_KEY"_s}));
    run.project.expectMissing(first->missing);
    run.project.restore(first->config, u"Restore r1"_s);
    QCOMPARE(run.project.missingSecrets(), first->missingNames());
    QVERIFY(!run.gateway.apply());
    QCOMPARE(run.gateway.revision(), running);
    // A save names them as well, and the file can be opened again.
    QVERIFY(run.project.save());
    QVERIFY(run.project.open(run.project.fileName()));
    QCOMPARE(run.project.missingSecrets(), first->missingNames());
}

void TstRevisionSecrets::comesBackToRowsOfAnEarlierRun()
{
    const QString file = saved(withSecrets);
    {
        RevisionsRun run(history());
        QVERIFY(run.project.open(file));
        run.start();
        run.edit(u"b.test"_s);
    }
    RevisionsRun next(history());
    QVERIFY(next.project.open(file));
    QTRY_COMPARE(next.revisions.list().size(), 2);
    const auto last = next.read(next.newest().key);
    QVERIFY(last);
    QCOMPARE(last->missingNames(), QStringList());
    const QList<RowChange> changes = rowChanges(*next.registry, next.project.store().config(), last->config);
    QCOMPARE(changesInShort(changes), u"Service s: host a.test → b.test"_s);
}

void TstRevisionSecrets::tellsThatASecretIsAnother()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    const QString id = run.project.store().config().rows(u"jwt_secrets"_s).first().value("id"_L1).toString();
    run.project.store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, u"plain-new"_s}}, Origin::User);
    QTRY_COMPARE(run.revisions.list().size(), 2);
    QCOMPARE(run.newest().otherSecrets, QStringList{u"jwt_secrets/"_s + id + u"/secret"_s});
    QCOMPARE(run.newest().summary, u"JWT credential k1: secret is another secret"_s);
}

void TstRevisionSecrets::comparesSnapshots()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    const QString id = run.project.store().config().rows(u"jwt_secrets"_s).first().value("id"_L1).toString();
    run.project.store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, u"plain-new"_s}}, Origin::User);
    QTRY_COMPARE(run.revisions.list().size(), 2);
    run.edit(u"b.test"_s);
    const QList<Revision> list = run.revisions.list();
    const QList<QByteArray> texts = run.texts({list[2].key, list[0].key});
    QCOMPARE(texts.size(), 2);
    const Result<Comparison> compared =
        compareSides(run.revisions.readerMaker()(), texts[0], texts[1], list[1].otherSecrets);
    QVERIFY(compared);
    QCOMPARE(changesInShort({compared->changes.value(0)}), u"Service s: host a.test → b.test"_s);
    QCOMPARE(changesInShort({compared->changes.value(1)}), u"JWT credential k1: secret is another secret"_s);
    QCOMPARE(compared->changes.size(), 2);
}

void TstRevisionSecrets::comparesWithAFile()
{
    RevisionsRun run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    run.edit(u"b.test"_s);
    const QList<QByteArray> texts = run.texts({run.newest().key});
    const Result<Comparison> compared =
        compareSides(run.revisions.readerMaker()(), texts.value(0), PlaceOfFiles{run.project.fileName()}, {});
    QVERIFY(compared);
    QCOMPARE(changesInShort(compared->changes), u"Service s: host b.test → a.test"_s); // and no credential
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstRevisionSecrets)
#include "tst_revision_secrets.moc"
