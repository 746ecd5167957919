// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/declarative_loader.h"

#include "core/declarative/document_check.h"
#include "core/declarative/file_reader.h"
#include "core/declarative/flattened_errors.h"
#include "core/declarative/merged_document.h"
#include "core/declarative/route_migration.h"
#include "core/declarative/tree_builder.h"
#include "core/schema/error_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

QString md5(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

PostedDocument unreadable(const QString &why)
{
    PostedDocument posted;
    posted.errors.insert(u"error"_s, QString(u"failed parsing declarative configuration: "_s + why));
    return posted;
}

// Kong tries JSON first; of two equal keys the last counts with both of its readers.
Result<YamlTree> kongTree(const QByteArray &text)
{
    Result<YamlTree> tree = parseJson(text, DuplicateKeys::LastWins);
    return tree ? tree : parseYaml(text, DuplicateKeys::LastWins);
}

// The same with decK's placeholders filled in.
Result<YamlNodePtr> filledRoot(const QByteArray &text, const Environment &environment)
{
    Placeholders placeholders;
    const QByteArray plain = placeholders.takeFrom(text, environment);
    if (!placeholders.problems().isEmpty()) {
        return Error{ErrorKind::Invalid, placeholders.problems().first().message};
    }
    const Result<YamlTree> tree = kongTree(plain);
    if (!tree) {
        return tree.error();
    }
    QList<Placeholders::Filled> filled;
    return placeholders.fillIn(tree->root(), {}, filled);
}

// Kong keeps the nested names of a certificate in its row as they were read.
QJsonArray nestedRows(const DocumentItems &items, const ItemList &list)
{
    QJsonArray rows;
    for (const std::size_t number : list.items) {
        QJsonObject row = items.items()[number].row;
        for (const QString &note : {u"_comment"_s, u"_ignore"_s}) {
            const QJsonValue written = items.items()[number].notes.value(note);
            row.insert(note, written.isUndefined() ? QJsonValue(QJsonValue::Null) : written);
        }
        rows.append(row);
    }
    return rows;
}

// The lists of an item that are fields of it, with their rows.
QJsonObject nestedLists(const DocumentItems &items, const DocumentItem &item)
{
    QJsonObject lists;
    for (const ItemList &list : item.lists) {
        if (isTransientField(*item.schema, list.schema->name)) {
            lists.insert(list.schema->name, nestedRows(items, list));
        }
    }
    return lists;
}

void printEntities(const DocumentItems &items, const DocumentRows &rows, PostedDocument &posted)
{
    QHash<QString, QJsonObject> tables;
    for (const std::size_t number : rows.order()) {
        const DocumentItem &item = items.items()[number];
        const QString id = item.row.value("id"_L1).toString();
        QJsonObject row = item.row;
        const QJsonObject lists = nestedLists(items, item);
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            row.insert(list.key(), list.value());
        }
        tables[item.schema->name].insert(id, row);
        if (!lists.isEmpty()) {
            QJsonObject byId = posted.nestedRows.value(item.schema->name).toObject();
            byId.insert(id, lists);
            posted.nestedRows.insert(item.schema->name, byId);
        }
    }
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        posted.entities.insert(table.key(), table.value());
    }
}

} // namespace

DeclarativeLoader::DeclarativeLoader(const SchemaRegistry &registry, const Clock &clock)
    : m_registry(registry)
    , m_clock(clock)
{
}

PostedDocument DeclarativeLoader::post(const QByteArray &text) const
{
    const Result<YamlTree> tree = kongTree(text);
    return tree ? posted(text, tree->root()) : unreadable(tree.error().message);
}

PostedDocument DeclarativeLoader::posted(const QByteArray &text, const YamlNodePtr &node) const
{
    const QJsonValue root = node ? toJson(*node) : QJsonValue();
    const bool isEmptyList = root.isArray() && root.toArray().isEmpty();
    if (!root.isObject() && !isEmptyList) {
        return unreadable(u"expected an object"_s);
    }
    PostedDocument document = process(root.toObject());
    document.hash = document.config.isEmpty() ? emptyConfigurationHash() : md5(text);
    return document;
}

PostedDocument DeclarativeLoader::post(const QJsonObject &document) const
{
    PostedDocument posted = process(document);
    const QByteArray dump = QJsonDocument(posted.entities).toJson(QJsonDocument::Compact);
    posted.hash = posted.config.isEmpty() ? emptyConfigurationHash() : md5(dump);
    return posted;
}

PostedDocument DeclarativeLoader::post(const QList<FileText> &files, const Environment &environment) const
{
    if (files.size() == 1) {
        const QByteArray &text = files.first().text;
        const Result<YamlNodePtr> root = filledRoot(text, environment);
        return root ? posted(text, *root) : unreadable(root.error().message);
    }
    QList<MergedDocument::Part> parts;
    for (const FileText &file : files) {
        const Result<YamlNodePtr> root = filledRoot(file.text, environment);
        if (!root || !*root || (*root)->kind != YamlNode::Kind::Map) {
            return unreadable(file.name + u": "_s + (root ? u"expected an object"_s : root.error().message));
        }
        parts.append({file.name, *root});
    }
    const MergedDocument whole(m_registry, parts);
    if (!whole.problems().isEmpty()) {
        const Problem &first = whole.problems().first();
        return unreadable(placeOf(first) + u": "_s + first.path + u": "_s + first.message);
    }
    QJsonObject document = toJson(*whole.tree().root()).toObject();
    for (const Problem &unknown : whole.unknownKeys()) {
        document.insert(unknown.path, QJsonValue(QJsonValue::Null)); // refused as in a single document
    }
    return post(document);
}

PostedDocument DeclarativeLoader::process(const QJsonObject &written) const
{
    PostedDocument posted;
    posted.document = migrateRoutePaths(written);
    DocumentItems items(m_registry, posted.document, DocumentItems::NullItems::Report);
    const QJsonObject head = headErrors(m_registry, posted.document);
    posted.errors = DocumentCheck(items, m_clock, DocumentCheck::Reading::Exact).errors(head);
    if (!posted.errors.isEmpty()) {
        return posted;
    }
    DocumentRows rows(items);
    if (!rows.finish()) {
        posted.errors = rows.errors();
        posted.document = rows.withIds(posted.document);
        return posted;
    }
    printEntities(items, rows, posted);
    posted.config = configOf(items, rows, posted.document.value("_transform"_L1).toBool(true));
    return posted;
}

Config DeclarativeLoader::configOf(const DocumentItems &items, const DocumentRows &rows, bool transform) const
{
    Config config(m_registry);
    for (const std::size_t number : rows.order()) {
        const DocumentItem &item = items.items()[number];
        const RecordSchema &schema = *item.schema;
        config.put(schema.name, transform ? Validator::transform(schema, item.row, item.row) : item.row);
    }
    return config;
}

Result<OpenedFile> DeclarativeLoader::open(const QByteArray &text, const Environment &environment) const
{
    return open(QList<FileText>{{{}, text}}, environment);
}

Result<OpenedFile> DeclarativeLoader::open(const QList<FileText> &files, const Environment &environment) const
{
    FileReader reader(m_registry, m_clock);
    return reader.read(files, environment);
}

Result<OpenedFile> DeclarativeLoader::openFile(const QString &fileName, const Environment &environment) const
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("declarative", "Cannot read %1: %2").arg(fileName, file.errorString())};
    }
    // One byte more than is allowed is enough to be refused with the right words.
    return open(file.read(DocumentLimits::textBytes + 1), environment);
}

QString emptyConfigurationHash()
{
    return QString(32, u'0');
}

QJsonObject declarativeError(const SchemaRegistry &registry, const PostedDocument &posted, Flatten flatten)
{
    QJsonObject fields = posted.errors;
    QJsonObject error{{u"code"_s, 14}, {u"name"_s, u"invalid declarative configuration"_s}};
    if (flatten == Flatten::Yes && !posted.document.isEmpty()) {
        const FlattenedErrors flattened = flattenErrors(registry, posted.document, posted.errors);
        fields = flattened.rest;
        // An empty Lua table is printed as an object.
        error.insert(u"flattened_errors"_s,
                     flattened.entities.isEmpty() ? QJsonValue(QJsonObject()) : QJsonValue(flattened.entities));
    }
    error.insert(u"fields"_s, fields);
    error.insert(u"message"_s, QString(u"declarative config is invalid: "_s + luaDump(fields)));
    return error;
}

Result<> saveFile(const QString &fileName, const QByteArray &text, FileAccess access)
{
    const bool isNew = !QFileInfo::exists(fileName);
    QSaveFile file(fileName);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    const QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (isOpen && isNew && access == FileAccess::Shared) {
        file.setPermissions(owner | QFileDevice::ReadGroup | QFileDevice::ReadOther);
    } else if (isOpen && (isNew || access == FileAccess::Private)) {
        file.setPermissions(owner);
    }
    if (!isOpen || file.write(text) != text.size() || !file.commit()) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("declarative", "Cannot write %1: %2").arg(fileName, file.errorString())};
    }
    return {};
}

} // namespace gatehouse
