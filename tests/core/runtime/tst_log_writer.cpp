// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/log_writer.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstLogWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesTheLinesOfAllWorkers();
    void givesOnePathOneFile();
    void writesIntoANewFileAfterARotation();
    void survivesAPathThatCannotBeOpened();

private:
    static void write(LogSink &sink, LogFileId file, const QByteArray &line);
    static QByteArray contentOf(const QString &fileName);
};

void TstLogWriter::write(LogSink &sink, LogFileId file, const QByteArray &line)
{
    char *place = sink.begin(static_cast<std::uint32_t>(line.size()));
    QVERIFY(place);
    std::memcpy(place, line.constData(), static_cast<std::size_t>(line.size()));
    sink.commit(file, static_cast<std::uint32_t>(line.size()));
}

QByteArray TstLogWriter::contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstLogWriter::writesTheLinesOfAllWorkers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_s);
    {
        LogWriter writer;
        const LogFileId file = writer.idFor(path, false);
        std::vector<std::thread> workers;
        for (std::size_t i = 0; i < 4; ++i) {
            workers.emplace_back([sink = writer.sink(i), file] {
                for (int line = 0; line < 1000; ++line)
                    write(*sink, file, "a line of a worker\n");
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        QCOMPARE(writer.dropped(), 0U);
    } // writes what is left
    QCOMPARE(contentOf(path).count('\n'), 4000);
}

void TstLogWriter::givesOnePathOneFile()
{
    LogWriter writer;
    QCOMPARE(writer.idFor(u"/tmp/x"_s, false), writer.idFor(u"/tmp/x"_s, true));
    QVERIFY(writer.idFor(u"/tmp/y"_s, false) != writer.idFor(u"/tmp/x"_s, false));
}

void TstLogWriter::writesIntoANewFileAfterARotation()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_s);
    LogWriter writer;
    LogSink &sink = *writer.sink(0);
    const LogFileId file = writer.idFor(path, false);
    write(sink, file, "one\n");
    QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
    QVERIFY(QFile::rename(path, path + u".1"_s));
    writer.reopenAll();
    write(sink, file, "two\n");
    QTRY_COMPARE(contentOf(path), QByteArray("two\n"));
    QCOMPARE(contentOf(path + u".1"_s), QByteArray("one\n"));
}

void TstLogWriter::survivesAPathThatCannotBeOpened()
{
    const QTemporaryDir folder;
    LogWriter writer;
    LogSink &sink = *writer.sink(0);
    const LogFileId lost = writer.idFor(folder.filePath(u"missing/a.log"_s), false);
    const QString path = folder.filePath(u"b.log"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Cannot open .*missing/a.log"_s));
    write(sink, lost, "lost\n");
    write(sink, writer.idFor(path, false), "kept\n");
    QTRY_COMPARE(contentOf(path), QByteArray("kept\n"));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstLogWriter)
#include "tst_log_writer.moc"
