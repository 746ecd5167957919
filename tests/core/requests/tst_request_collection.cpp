// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/declarative_loader.h"
#include "core/requests/request_collection.h"
#include "core/requests/secret_parts.h"
#include "core/runtime/project_files.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr auto document = R"(requests:
  - name: read order
    folder: smoke
    method: GET
    url: /orders/1
    headers:
      - "X-Mark: one: two"
    as: mobile-app
    expect:
      status: 200
      route: orders-read
    owner: team-a
  - name: write
    method: POST
    url: /orders
    body: |
      {"item": 7}
      more
    raw: true
notes: kept
)";

} // namespace

class TestRequestCollection : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatItReads();
    void reads();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void standsBesideTheProject_data();
    void standsBesideTheProject();
    void areNoPartOfAFolderProject();
    void leavesSecretsOut();
};

void TestRequestCollection::keepsWhatItReads()
{
    const Result<RequestCollection> read = RequestCollection::read(document);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(QString::fromUtf8(read->text()), QString::fromUtf8(document));
}

void TestRequestCollection::reads()
{
    const Result<RequestCollection> read = RequestCollection::read(document);
    QCOMPARE(read->requests.size(), 2);
    const SavedRequest &first = read->requests.first();
    QCOMPARE(first.folder, u"smoke"_s);
    QCOMPARE(first.draft.consumer, u"mobile-app"_s);
    QCOMPARE(first.draft.headers.first().second, u"one: two"_s);
    QCOMPARE(first.draft.expected, (Expectation{200, u"orders-read"_s}));
    QCOMPARE(read->requests.last().draft.body, u"{\"item\": 7}\nmore\n"_s);
    QVERIFY(read->requests.last().draft.isRaw);
}

void TestRequestCollection::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no map") << QByteArray("- a\n") << 1;
    QTest::newRow("no list") << QByteArray("notes: x\nrequests: all\n") << 2;
    QTest::newRow("no URL") << QByteArray("requests:\n  - name: a\n") << 2;
    QTest::newRow("a header without a colon") << QByteArray("requests:\n  - url: /a\n    headers:\n      - x\n") << 4;
    QTest::newRow("headers as a map") << QByteArray("requests:\n  - url: /a\n    headers: {x: y}\n") << 3;
    QTest::newRow("no status") << QByteArray("requests:\n  - url: /a\n    expect: {status: many}\n") << 3;
    QTest::newRow("an unknown expectation") << QByteArray("requests:\n  - url: /a\n    expect: {body: b}\n") << 3;
    QTest::newRow("no YAML") << QByteArray("requests: [\n") << 2;
}

void TestRequestCollection::namesWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    const Result<RequestCollection> read = RequestCollection::read(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Invalid);
    QTEST(read.error().problems.first().line, "line");
}

void TestRequestCollection::standsBesideTheProject_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("file");
    QTest::newRow("a file") << u"/a/b/kong.yml"_s << u"/a/b/kong.requests.yml"_s;
    QTest::newRow("a name with dots") << u"/a/kong.dev.yaml"_s << u"/a/kong.dev.requests.yml"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestRequestCollection::standsBesideTheProject()
{
    QFETCH(const QString, place);
    QTEST(RequestCollection::fileFor(place), "file");
}

void TestRequestCollection::areNoPartOfAFolderProject()
{
    QTemporaryDir folder;
    QVERIFY(saveFile(folder.filePath(u"a.yml"_s), "_format_version: \"3.0\"\n"));
    const QString file = RequestCollection::fileFor(folder.path());
    QCOMPARE(QFileInfo(file).absolutePath(), folder.path());
    QVERIFY(saveFile(file, document));
    QCOMPARE(filesAt(folder.path()), QStringList{folder.filePath(u"a.yml"_s)});
}

void TestRequestCollection::leavesSecretsOut()
{
    RequestDraft draft;
    draft.url = u"/a?apikey=k&b=1"_s;
    draft.headers = {{u"authorization"_s, u"Bearer t"_s}, {u"X-Mark"_s, u"m"_s}, {u"Cookie"_s, u"s=1"_s}};
    draft.credential = u"some-id"_s;
    const PublicDraft rest = withoutSecrets(draft, RedactedNames());
    QCOMPARE(rest.draft.url, u"/a?b=1"_s);
    QCOMPARE(rest.draft.headers.size(), 1);
    QCOMPARE(rest.draft.credential, QString());
    QCOMPARE(rest.leftOut, (QStringList{u"apikey"_s, u"authorization"_s, u"Cookie"_s}));
}

QTEST_GUILESS_MAIN(TestRequestCollection)
#include "tst_request_collection.moc"
