// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/log_writer.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <cstring>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstLogWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesTheLinesOfAllWorkers();
    void givesOnePathOneFile();
    void writesIntoANewFileAfterARotation();
    void keepsTheFileWhenItCannotBeOpenedAnew();
    void survivesAPathThatCannotBeOpened();
    void writesToRegularFilesOnly_data();
    void writesToRegularFilesOnly();
    void isReadByItsGroupAtMost();
    void makesNoFolder();

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

void TstLogWriter::keepsTheFileWhenItCannotBeOpenedAnew()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_s);
    LogWriter writer;
    LogSink &sink = *writer.sink(0);
    const LogFileId file = writer.idFor(path, false);
    write(sink, file, "one\n");
    QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
    QVERIFY(QFile::rename(path, path + u".1"_s));
    QVERIFY(QDir(folder.path()).mkdir(u"a.log"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Cannot open .*a.log"_s));
    writer.reopenAll();
    write(sink, file, "two\n");
    QTRY_COMPARE(contentOf(path + u".1"_s), QByteArray("one\ntwo\n"));
    QCOMPARE(writer.dropped(), 0U);
}

void TstLogWriter::writesToRegularFilesOnly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a link") << u"link"_s << u"it is a link"_s;
    QTest::newRow("a FIFO somebody reads") << u"fifo"_s << u"it is no regular file"_s;
    QTest::newRow("a device") << u"/dev/null"_s << u"it is no regular file"_s;
}

void TstLogWriter::writesToRegularFilesOnly()
{
    QFETCH(const QString, name);
    QFETCH(const QString, problem);
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"target"_s);
    QVERIFY(QFile(target).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(target, folder.filePath(u"link"_s)));
    const QByteArray fifo = folder.filePath(u"fifo"_s).toLocal8Bit();
    QCOMPARE(mkfifo(fifo.constData(), 0600), 0);
    const int reader = open(fifo.constData(), O_RDONLY | O_NONBLOCK);

    LogWriter writer;
    LogSink &sink = *writer.sink(0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Cannot open .*%1"_s.arg(problem)));
    QTest::ignoreMessage(QtWarningMsg, "1 log lines were lost so far.");
    const QString path = name.startsWith(u'/') ? name : folder.filePath(name);
    write(sink, writer.idFor(path, false), "lost\n");
    QTRY_COMPARE(writer.dropped(), 1U);
    QCOMPARE(contentOf(target), QByteArray());
    close(reader);
}

void TstLogWriter::isReadByItsGroupAtMost()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.log"_s);
    LogWriter writer;
    LogSink &sink = *writer.sink(0);
    const mode_t mask = umask(0);
    write(sink, writer.idFor(path, false), "one\n");
    QTRY_COMPARE(contentOf(path), QByteArray("one\n"));
    umask(mask);

    struct stat about {
    };

    QCOMPARE(stat(path.toLocal8Bit().constData(), &about), 0);
    QCOMPARE(about.st_mode & 0777U, 0640U);
}

void TstLogWriter::makesNoFolder()
{
    const QTemporaryDir folder;
    LogWriter writer;
    LogSink &sink = *writer.sink(0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Cannot open .*missing/a.log"_s));
    QTest::ignoreMessage(QtWarningMsg, "1 log lines were lost so far.");
    write(sink, writer.idFor(folder.filePath(u"missing/a.log"_s), false), "lost\n");
    QTRY_COMPARE(writer.dropped(), 1U);
    QVERIFY(!QDir(folder.filePath(u"missing"_s)).exists());
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstLogWriter)
#include "tst_log_writer.moc"
