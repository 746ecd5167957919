// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/requests/request_book.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestRequestBook : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesEveryChange();
    void namesEachRequestOnce();
    void leavesABrokenFileAlone();
    void takesRequestsAlongWhenTheProjectIsSaved();
    void forgetsThemWithTheProject();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    [[nodiscard]] QByteArray bytesOf(const QString &name) const;
    [[nodiscard]] static RequestCollection one(const QString &name);

    const std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    const SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void TestRequestBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(*m_registry, m_clock);
    QVERIFY(saveFile(path(u"kong.yml"_s), "_format_version: \"3.0\"\n"));
}

QByteArray TestRequestBook::bytesOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RequestCollection TestRequestBook::one(const QString &name)
{
    SavedRequest request;
    request.name = name;
    request.draft.url = u"/a"_s;
    return {{request}};
}

void TestRequestBook::writesEveryChange()
{
    QVERIFY(m_project->open(path(u"kong.yml"_s)));
    RequestBook book(*m_project);
    book.replace(one(u"first"_s));
    QVERIFY(bytesOf(u"kong.requests.yml"_s).contains("name: first"));
    book.replace({});
    QVERIFY(!bytesOf(u"kong.requests.yml"_s).contains("first"));
}

void TestRequestBook::namesEachRequestOnce()
{
    QVERIFY(saveFile(path(u"kong.requests.yml"_s), "requests:\n  - {name: a, url: /1}\n  - {name: a, url: /2}\n"
                                                   "  - {name: a, folder: f, url: /3}\n"));
    QVERIFY(m_project->open(path(u"kong.yml"_s)));
    const RequestBook book(*m_project);
    QCOMPARE(book.collection().requests.size(), 3);
    QCOMPARE(book.find({}, u"a"_s), 0);
    QCOMPARE(book.find({}, u"a 2"_s), 1);
    QCOMPARE(book.find(u"f"_s, u"a"_s), 2);
}

void TestRequestBook::leavesABrokenFileAlone()
{
    const QByteArray broken = "requests: [\n";
    RequestBook book(*m_project);
    QList<ErrorKind> failures;
    connect(&book, &RequestBook::failed, this, [&failures](const Error &error) { failures << error.kind; });
    QVERIFY(saveFile(path(u"kong.requests.yml"_s), broken));
    QVERIFY(m_project->open(path(u"kong.yml"_s)));
    QCOMPARE(failures, QList{ErrorKind::Invalid});
    book.replace(one(u"first"_s));
    QCOMPARE(failures.last(), ErrorKind::Conflict);
    QCOMPARE(bytesOf(u"kong.requests.yml"_s), broken);
    book.overwrite();
    QVERIFY(bytesOf(u"kong.requests.yml"_s).contains("name: first"));
}

void TestRequestBook::takesRequestsAlongWhenTheProjectIsSaved()
{
    RequestBook book(*m_project);
    book.replace(one(u"first"_s));
    QVERIFY(m_project->saveAs(path(u"other.yml"_s)));
    QVERIFY(bytesOf(u"other.requests.yml"_s).contains("name: first"));
    QVERIFY(m_project->saveAs(path(u"third.yml"_s)));
    QVERIFY(bytesOf(u"third.requests.yml"_s).contains("name: first"));
}

void TestRequestBook::forgetsThemWithTheProject()
{
    RequestBook book(*m_project);
    book.replace(one(u"first"_s));
    QVERIFY(m_project->open(path(u"kong.yml"_s)));
    QVERIFY(book.collection().requests.isEmpty());
    QVERIFY(!QFile::exists(path(u"kong.requests.yml"_s)));
}

QTEST_GUILESS_MAIN(TestRequestBook)
#include "tst_request_book.moc"
