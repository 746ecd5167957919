// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Layer {
    QString folder;
    QStringList mayInclude; // besides itself; "core" stands for every folder of it
};

// The direction of dependencies. A new edge is a decision: it is made here, not by an #include.
const QList<Layer> &layers()
{
    static const QList<Layer> table{
        {u"core/base"_s, {}},
        {u"core/http"_s, {u"core/base"_s}},
        {u"core/schema"_s, {u"core/base"_s}},
        {u"core/counters"_s, {u"core/base"_s}},
        {u"core/secrets"_s, {u"core/base"_s}},
        {u"core/net"_s, {u"core/base"_s}},
        {u"core/balancing"_s, {u"core/base"_s, u"core/net"_s}},
        {u"core/demo"_s, {u"core/base"_s, u"core/plugins"_s}},
        {u"core/explanation"_s, {}},
        {u"core/routing"_s, {u"core/base"_s, u"core/http"_s}},
        {u"core/model"_s, {u"core/base"_s, u"core/schema"_s}},
        {u"core/declarative"_s, {u"core/base"_s, u"core/model"_s, u"core/schema"_s}},
        {u"core/export"_s, {u"core/base"_s, u"core/declarative"_s, u"core/model"_s, u"core/schema"_s}},
        {u"core/import"_s, {u"core/base"_s, u"core/declarative"_s, u"core/model"_s, u"core/schema"_s}},
        {u"core/admin"_s,
         {u"core/base"_s, u"core/counters"_s, u"core/declarative"_s, u"core/model"_s, u"core/schema"_s}},
        {u"core/plugins"_s, {u"core/base"_s, u"core/counters"_s, u"core/http"_s, u"core/model"_s, u"core/schema"_s}},
        {u"core/snapshot"_s,
         {u"core/balancing"_s, u"core/base"_s, u"core/model"_s, u"core/net"_s, u"core/plugins"_s, u"core/routing"_s}},
        {u"core/proxy"_s,
         {u"core/balancing"_s, u"core/base"_s, u"core/counters"_s, u"core/http"_s, u"core/net"_s, u"core/plugins"_s,
          u"core/routing"_s, u"core/snapshot"_s}},
        {u"core/inspect"_s,
         {u"core/base"_s, u"core/counters"_s, u"core/http"_s, u"core/model"_s, u"core/plugins"_s, u"core/proxy"_s,
          u"core/routing"_s, u"core/snapshot"_s}},
        {u"core/runtime"_s,
         {u"core/admin"_s, u"core/balancing"_s, u"core/base"_s, u"core/counters"_s, u"core/declarative"_s,
          u"core/model"_s, u"core/net"_s, u"core/plugins"_s, u"core/proxy"_s, u"core/schema"_s, u"core/secrets"_s,
          u"core/snapshot"_s}},
        {u"core/requests"_s,
         {u"core/base"_s, u"core/counters"_s, u"core/declarative"_s, u"core/explanation"_s, u"core/http"_s,
          u"core/inspect"_s, u"core/model"_s, u"core/plugins"_s, u"core/runtime"_s, u"core/schema"_s}},
        {u"ui"_s, {u"core"_s}},
        {u"app/terminal"_s, {u"core"_s}},
        {u"app/desktop"_s, {u"core"_s, u"ui"_s}},
    };
    return table;
}

bool isBelow(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

const Layer *layerOf(const QString &path)
{
    for (const Layer &layer : layers()) {
        if (isBelow(path, layer.folder))
            return &layer;
    }
    return nullptr;
}

QStringList sourceFiles(const QString &folder)
{
    const QDir root(QStringLiteral(GATEHOUSE_SOURCE_DIR));
    QStringList paths;
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << root.relativeFilePath(files.next());
    paths.sort();
    return paths;
}

struct Include {
    QString path;
    int line;
};

QStringList linesOf(const QString &path)
{
    QFile file(QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR)).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Cannot read %s", qUtf8Printable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QList<Include> includesOf(const QString &path, QStringView pattern)
{
    const QRegularExpression directive(pattern.toString());
    QList<Include> includes;
    const QStringList lines = linesOf(path);
    for (int line = 1; line <= lines.size(); ++line) {
        const auto match = directive.match(lines[line - 1]);
        if (match.hasMatch())
            includes.append({match.captured(1), line});
    }
    return includes;
}

QList<Include> ownIncludesOf(const QString &path)
{
    return includesOf(path, u"^\\s*#\\s*include\\s+\"([^\"]+)\"");
}

QByteArray place(const QString &path, const Include &include)
{
    return u"%1:%2 includes %3"_s.arg(path).arg(include.line).arg(include.path).toUtf8();
}

bool isAllowed(const Layer &layer, const QString &included)
{
    if (isBelow(included, layer.folder))
        return true;
    return std::any_of(layer.mayInclude.begin(), layer.mayInclude.end(),
                       [&included](const QString &folder) { return isBelow(included, folder); });
}

// core/plugins/jwt/jwt.h belongs to one plugin, core/plugins/plugin.h to all.
bool isPartOfOnePlugin(const QString &path)
{
    return isBelow(path, u"core/plugins"_s) && path.count(u'/') > 2;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private slots:

    void includesOnlyPointDownwards_data() { addFolders({u"core"_s, u"ui"_s, u"app"_s}); }

    void includesOnlyPointDownwards()
    {
        QFETCH(QString, folder);
        for (const QString &path : sourceFiles(folder)) {
            const Layer *layer = layerOf(path);
            QVERIFY2(layer, qPrintable(path + u" is in a folder without a row in the table"_s));
            for (const Include &include : ownIncludesOf(path)) {
                if (include.path.endsWith(u".moc"_s))
                    continue;
                QVERIFY2(isAllowed(*layer, include.path), place(path, include).constData());
            }
        }
    }

    // Two types of one name and namespace in one program are undefined behaviour, which no compiler tells: the linker
    // keeps one of their destructors.
    void everyTypeIsNamedOnce()
    {
        static const QRegularExpression space(u"^namespace ([\\w:]+) \\{"_s);
        static const QRegularExpression type(
            u"^(?:class|struct|enum class) (\\w+)(?: final)?\\s*(?::(?!:).*|\\{.*)?$"_s);
        QHash<QString, QString> places;
        for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
            for (const QString &path : sourceFiles(folder)) {
                QString where;
                const QStringList lines = linesOf(path);
                for (const QString &line : lines) {
                    if (line.startsWith("namespace {"_L1))
                        break; // what follows in a source file is its own
                    if (const auto match = space.match(line); match.hasMatch())
                        where = match.captured(1) + u"::"_s;
                    const auto match = type.match(line);
                    if (!match.hasMatch())
                        continue;
                    const QString name = where + match.captured(1);
                    QVERIFY2(!places.contains(name), qPrintable(u"%1: %2 and %3"_s.arg(name, places[name], path)));
                    places.insert(name, path);
                }
            }
        }
        QVERIFY(places.size() > 100);
    }

    void includesAreWrittenFromTheRoot_data() { addFolders({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}); }

    void includesAreWrittenFromTheRoot()
    {
        QFETCH(QString, folder);
        const QDir root(QStringLiteral(GATEHOUSE_SOURCE_DIR));
        for (const QString &path : sourceFiles(folder)) {
            for (const Include &include : ownIncludesOf(path)) {
                const bool isFound = include.path.endsWith(u".moc"_s) || root.exists(include.path);
                QVERIFY2(isFound, place(path, include).constData());
            }
        }
    }

    void theProxyKnowsNoPluginByName_data()
    {
        addFolders({u"core/proxy"_s, u"core/snapshot"_s, u"core/runtime"_s, u"core/admin"_s});
    }

    void theProxyKnowsNoPluginByName()
    {
        QFETCH(QString, folder);
        for (const QString &path : sourceFiles(folder)) {
            for (const Include &include : ownIncludesOf(path))
                QVERIFY2(!isPartOfOnePlugin(include.path), place(path, include).constData());
        }
    }

    void librariesAreNamedInOneFolder_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QStringList>("folders");
        QTest::newRow("Qt HttpServer") << u"QHttpServer"_s << QStringList{u"core/admin/"_s, u"core/demo/"_s};
        QTest::newRow("QtKeychain") << u"qt6keychain/"_s << QStringList{u"core/secrets/"_s};
        QTest::newRow("yaml-cpp") << u"yaml-cpp/"_s << QStringList{u"core/declarative/"_s};
        QTest::newRow("Qt Widgets in the core") << u"QWidget"_s << QStringList{u"ui/"_s, u"app/desktop/"_s};
    }

    void librariesAreNamedInOneFolder()
    {
        QFETCH(QString, header);
        QFETCH(QStringList, folders);
        const QStringList paths = sourceFiles(u"core"_s) + sourceFiles(u"ui"_s) + sourceFiles(u"app"_s);
        for (const QString &path : paths) {
            const bool isHome = std::any_of(folders.begin(), folders.end(),
                                            [&path](const QString &folder) { return path.startsWith(folder); });
            for (const Include &include : includesOf(path, u"^\\s*#\\s*include\\s+<([^>]+)>"))
                QVERIFY2(isHome || !include.path.startsWith(header), place(path, include).constData());
        }
    }

private:
    static void addFolders(const QStringList &folders)
    {
        QTest::addColumn<QString>("folder");
        for (const QString &folder : folders)
            QTest::newRow(qPrintable(folder)) << folder;
    }
};

QTEST_GUILESS_MAIN(TestLayers)

#include "tst_layers.moc"
