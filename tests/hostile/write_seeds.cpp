// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/conformance/case_file.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace gatehouse;

namespace {

// The drivers take the first octet for the size of the pieces.
bool writeSeed(const QDir &folder, const QString &name, const QByteArray &message)
{
    if (message.isEmpty())
        return true;
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write("\x0c" + message) == message.size() + 1;
}

bool writeSeeds(const QDir &out, const QString &prefix, const QList<ConformanceCase> &cases)
{
    bool written = out.mkpath(u"request"_s) && out.mkpath(u"response"_s) && out.mkpath(u"chunked"_s);
    for (qsizetype i = 0; i < cases.size() && written; ++i) {
        const QString name = u"%1-%2"_s.arg(prefix).arg(i);
        written = writeSeed(out.filePath(u"request"_s), name, cases[i].sent) &&
                  writeSeed(out.filePath(u"response"_s), name, cases[i].answer) &&
                  writeSeed(out.filePath(u"chunked"_s), name, cases[i].chunkedBody());
    }
    return written;
}

} // namespace

// Writes the messages of the conformance cases as a corpus for the fuzz drivers: write_seeds FOLDER
int main(int argumentCount, char **arguments)
{
    if (argumentCount != 2)
        return 64;
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/proxy/conformance/cases"));
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QString problem;
        const QList<ConformanceCase> cases = readCases(folder.filePath(name), problem);
        if (!problem.isEmpty() || !writeSeeds(QDir(QString::fromLocal8Bit(arguments[1])), name.chopped(4), cases)) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(name), qUtf8Printable(problem));
            return 1;
        }
    }
    return 0;
}
