// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_collection.h"

#include "core/declarative/document_text.h"
#include "core/declarative/yaml_emitter.h"
#include "core/runtime/project_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

// Takes a request's map apart and gathers what is wrong with it.
class RequestReader
{
public:
    explicit RequestReader(QList<Problem> &problems)
        : m_problems(problems)
    {
    }

    SavedRequest read(const YamlNode &node);

private:
    bool takeKnown(const YamlEntry &entry, SavedRequest &request);
    void takeHeaders(const YamlEntry &entry, RequestDraft &draft);
    void takeExpectation(const YamlEntry &entry, Expectation &expected);
    QString textOf(const YamlEntry &entry);
    void refuse(const TextPosition &position, const QString &message);

    QList<Problem> &m_problems;
};

void RequestReader::refuse(const TextPosition &position, const QString &message)
{
    m_problems.append({{}, message, position.line, position.column});
}

QString RequestReader::textOf(const YamlEntry &entry)
{
    const QJsonValue value = toJson(*entry.value);
    if (value.isDouble())
        return value.toVariant().toString();
    if (!value.isString() && !value.isNull())
        refuse(entry.position, Words::tr("“%1” is a text").arg(entry.key));
    return value.toString();
}

void RequestReader::takeHeaders(const YamlEntry &entry, RequestDraft &draft)
{
    if (entry.value->kind != YamlNode::Kind::Sequence) {
        refuse(entry.position, Words::tr("“headers” is a list of “name: value”"));
        return;
    }
    for (const YamlNodePtr &item : entry.value->items) {
        const QString line = toJson(*item).toString();
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            refuse(item->position, Words::tr("a header looks like “name: value”; put it in quotes"));
        else
            draft.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
}

void RequestReader::takeExpectation(const YamlEntry &entry, Expectation &expected)
{
    for (const YamlEntry &part : entry.value->entries) {
        if (part.key == "status"_L1)
            expected.status = toJson(*part.value).toInt(-1);
        else if (part.key == "route"_L1)
            expected.route = textOf(part);
        else
            refuse(part.position, Words::tr("“expect” knows “status” and “route”, not “%1”").arg(part.key));
    }
    if (expected.status != 0 && (expected.status < 100 || expected.status > 599))
        refuse(entry.position, Words::tr("“status” is a number from 100 to 599"));
}

bool RequestReader::takeKnown(const YamlEntry &entry, SavedRequest &request)
{
    const std::pair<QLatin1StringView, QString *> texts[] = {
        {"name"_L1, &request.name},     {"folder"_L1, &request.folder},   {"method"_L1, &request.draft.method},
        {"url"_L1, &request.draft.url}, {"body"_L1, &request.draft.body}, {"as"_L1, &request.draft.consumer}};
    for (const auto &[key, place] : texts) {
        if (entry.key != key)
            continue;
        *place = textOf(entry);
        return true;
    }
    if (entry.key == "headers"_L1)
        takeHeaders(entry, request.draft);
    else if (entry.key == "raw"_L1)
        request.draft.isRaw = toJson(*entry.value).toBool();
    else if (entry.key == "expect"_L1)
        takeExpectation(entry, request.draft.expected);
    else
        return false;
    return true;
}

SavedRequest RequestReader::read(const YamlNode &node)
{
    SavedRequest request;
    if (node.kind != YamlNode::Kind::Map) {
        refuse(node.position, Words::tr("a request is a map with “name” and “url”"));
        return request;
    }
    for (const YamlEntry &entry : node.entries) {
        if (!takeKnown(entry, request))
            request.others << entry;
    }
    if (request.draft.url.isEmpty())
        refuse(node.position, Words::tr("the request has no “url”"));
    if (request.name.isEmpty())
        request.name = request.draft.method + u' ' + request.draft.url;
    return request;
}

void add(YamlNode &map, const QString &key, const YamlNodePtr &value)
{
    map.entries.append({key, {}, value});
}

void addText(YamlNode &map, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        add(map, key, scalarNode(text));
}

YamlNodePtr headersNode(const RequestDraft &draft)
{
    auto list = std::make_shared<YamlNode>();
    list->kind = YamlNode::Kind::Sequence;
    for (const auto &[name, value] : draft.headers)
        list->items << scalarNode(QString(name + u": "_s + value));
    return list;
}

YamlNodePtr expectationNode(const Expectation &expected)
{
    auto map = std::make_shared<YamlNode>();
    map->kind = YamlNode::Kind::Map;
    if (expected.status != 0)
        add(*map, u"status"_s, scalarNode(expected.status));
    addText(*map, u"route"_s, expected.route);
    return map;
}

YamlNodePtr requestNode(const SavedRequest &request)
{
    auto map = std::make_shared<YamlNode>();
    map->kind = YamlNode::Kind::Map;
    addText(*map, u"name"_s, request.name);
    addText(*map, u"folder"_s, request.folder);
    addText(*map, u"method"_s, request.draft.method);
    addText(*map, u"url"_s, request.draft.url);
    if (!request.draft.headers.isEmpty())
        add(*map, u"headers"_s, headersNode(request.draft));
    addText(*map, u"body"_s, request.draft.body);
    addText(*map, u"as"_s, request.draft.consumer);
    if (request.draft.isRaw)
        add(*map, u"raw"_s, scalarNode(true));
    if (!request.draft.expected.isEmpty())
        add(*map, u"expect"_s, expectationNode(request.draft.expected));
    map->entries << request.others;
    return map;
}

} // namespace

QString RequestCollection::fileFor(const QString &projectPlace)
{
    if (projectPlace.isEmpty())
        return {};
    const QString name =
        hasSeveralFiles(projectPlace) ? nameOfPlace(projectPlace) : QFileInfo(projectPlace).completeBaseName();
    return QDir(folderAt(projectPlace)).filePath(name + QLatin1String(requestsSuffix));
}

Result<RequestCollection> RequestCollection::read(const QByteArray &text)
{
    const Result<YamlTree> tree = parseYaml(text);
    if (!tree)
        return tree.error();
    RequestCollection collection;
    if (!tree->root())
        return collection;
    QList<Problem> problems;
    RequestReader reader(problems);
    for (const YamlEntry &entry : tree->root()->entries) {
        if (entry.key != "requests"_L1) {
            collection.others << entry;
            continue;
        }
        if (entry.value->kind != YamlNode::Kind::Sequence && !toJson(*entry.value).isNull())
            problems.append({{}, Words::tr("“requests” is a list"), entry.position.line, entry.position.column});
        for (const YamlNodePtr &item : entry.value->items)
            collection.requests << reader.read(*item);
    }
    if (tree->root()->kind != YamlNode::Kind::Map)
        problems.append({{}, Words::tr("the file is a map with “requests”"), 1, 1});
    if (!problems.isEmpty())
        return syntaxError(problems);
    return collection;
}

QByteArray RequestCollection::text() const
{
    YamlNode document;
    document.kind = YamlNode::Kind::Map;
    auto list = std::make_shared<YamlNode>();
    list->kind = YamlNode::Kind::Sequence;
    for (const SavedRequest &request : requests)
        list->items << requestNode(request);
    add(document, u"requests"_s, list);
    document.entries << others;
    return emitYaml(document);
}

} // namespace gatehouse
