// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/revision_comparison.h"
#include "core/runtime/revisions.h"
#include "tests/support/certificates.h"
#include "tests/support/manual_clock.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

// A run of the program, as far as its history is concerned.
struct Run {
    explicit Run(const QString &folder)
        : revisions(project, gateway, folder)
    {
        project.setMissing(Project::Missing::StandIn);
    }

    ~Run() { gateway.stopNow(); }

    void start()
    {
        GatewaySettings settings;
        settings.proxy.port = 0;
        settings.admin.port = 0;
        settings.workers = 1;
        const Result<> started = gateway.start(settings);
        QVERIFY2(started, started ? "" : qUtf8Printable(started.error().message));
    }

    // An edit that runs at once, and waits until it has a revision.
    void edit(const QString &host)
    {
        const quint64 number = gateway.revision() + 1;
        QVERIFY(project.store().update(u"services"_s, {u"name"_s, u"s"_s}, {{u"host"_s, host}}, Origin::User));
        QSignalSpy changed(&revisions, &Revisions::changed);
        QVERIFY(gateway.apply());
        while (newest().number != number)
            QVERIFY(changed.wait());
    }

    [[nodiscard]] Revision newest() const { return revisions.list().value(0); }

    // The snapshots of the list as texts.
    [[nodiscard]] QList<QByteArray> texts(const QStringList &keys)
    {
        std::optional<Revisions::Texts> texts;
        revisions.read(keys, &revisions, [&texts](const Revisions::Texts &read) { texts = read; });
        return QTest::qWaitFor([&texts] { return texts.has_value(); }) && *texts ? **texts : QList<QByteArray>();
    }

    // A snapshot of the list as a configuration.
    [[nodiscard]] std::optional<ReadRevision> read(const QString &key)
    {
        const QList<QByteArray> text = texts({key});
        if (text.isEmpty())
            return std::nullopt;
        const Result<ReadRevision> read = revisions.readerMaker()().read(text.first());
        if (!read)
            qWarning("%s", qUtf8Printable(toText(read.error())));
        return read ? std::optional(*read) : std::nullopt;
    }

    ManualClock clock;
    std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
    Project project{*registry, clock};
    Gateway gateway{project, clock};
    Revisions revisions;
};

class TstRevisions : public QObject
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
    void holdsNoSecrets();
    void isForItsOwnerAlone();
    void restoresWithTheSecretsOfNow();
    void namesSecretsThatNobodyKnows();
    void comesBackToRowsOfAnEarlierRun();
    void tellsThatASecretIsAnother();
    void comparesSnapshots();
    void comparesWithAFile();
    void doesNotHoldUpALargeConfiguration();

private:
    [[nodiscard]] QString history() const { return m_folder->filePath(u"history"_s); }

    [[nodiscard]] QString saved(const QByteArray &text) const
    {
        const QString name = m_folder->filePath(u"kong.yml"_s);
        return saveFile(name, text) ? name : QString();
    }

    [[nodiscard]] QStringList files() const
    {
        QStringList names;
        QDirIterator all(history(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            names << all.next();
        return names;
    }

    static constexpr auto oneService = "_format_version: \"3.0\"\nservices:\n  - name: s\n    host: a.test\n";
    // Every secret begins with "plain-".
    static constexpr auto withSecrets = R"(_format_version: "3.0"
services:
  - name: s
    host: a.test
consumers:
  - username: mobile
    jwt_secrets:
      - key: k1
        secret: plain-jwt
    keyauth_credentials:
      - key: plain-key
    basicauth_credentials:
      - username: mobile
        password: plain-password
    hmacauth_credentials:
      - username: mobile
        secret: plain-hmac
plugins:
  - name: rate-limiting
    config:
      minute: 5
      redis:
        password: plain-redis
)";

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstRevisions::keepsWhatHasRun()
{
    Run run(history());
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
    Run run(history());
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
    Run run(history());
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
    Run run(history());
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
        Run run(history());
        QVERIFY(run.project.open(file));
        run.start();
        run.edit(u"b.test"_s);
        QVERIFY(run.project.save());
        number = run.gateway.revision();
    }
    Run next(history());
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
    Run run(history());
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
    Run run(history());
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
    Run run(history());
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

void TstRevisions::holdsNoSecrets()
{
    Run run(history());
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

void TstRevisions::isForItsOwnerAlone()
{
    Run run(history());
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

void TstRevisions::restoresWithTheSecretsOfNow()
{
    Run run(history());
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

void TstRevisions::namesSecretsThatNobodyKnows()
{
    Run run(history());
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

void TstRevisions::comesBackToRowsOfAnEarlierRun()
{
    const QString file = saved(withSecrets);
    {
        Run run(history());
        QVERIFY(run.project.open(file));
        run.start();
        run.edit(u"b.test"_s);
    }
    Run next(history());
    QVERIFY(next.project.open(file));
    QTRY_COMPARE(next.revisions.list().size(), 2);
    const auto last = next.read(next.newest().key);
    QVERIFY(last);
    QCOMPARE(last->missingNames(), QStringList());
    const QList<RowChange> changes = rowChanges(*next.registry, next.project.store().config(), last->config);
    QCOMPARE(changesInShort(changes), u"Service s: host a.test → b.test"_s);
}

void TstRevisions::tellsThatASecretIsAnother()
{
    Run run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    QTRY_COMPARE(run.revisions.list().size(), 1);
    const QString id = run.project.store().config().rows(u"jwt_secrets"_s).first().value("id"_L1).toString();
    run.project.store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, u"plain-new"_s}}, Origin::User);
    QTRY_COMPARE(run.revisions.list().size(), 2);
    QCOMPARE(run.newest().otherSecrets, QStringList{u"jwt_secrets/"_s + id + u"/secret"_s});
    QCOMPARE(run.newest().summary, u"JWT credential k1: secret is another secret"_s);
}

void TstRevisions::comparesSnapshots()
{
    Run run(history());
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

void TstRevisions::comparesWithAFile()
{
    Run run(history());
    QVERIFY(run.project.open(saved(withSecrets)));
    run.start();
    run.edit(u"b.test"_s);
    const QList<QByteArray> texts = run.texts({run.newest().key});
    const Result<Comparison> compared =
        compareSides(run.revisions.readerMaker()(), texts.value(0), PlaceOfFiles{run.project.fileName()}, {});
    QVERIFY(compared);
    QCOMPARE(changesInShort(compared->changes), u"Service s: host b.test → a.test"_s); // and no credential
}

void TstRevisions::doesNotHoldUpALargeConfiguration()
{
    Run run(history());
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
