// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/file_reader.h"

#include "core/declarative/document_check.h"
#include "core/declarative/document_text.h"
#include "core/declarative/field_nodes.h"
#include "core/declarative/route_migration.h"
#include "core/declarative/tree_builder.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// Each round uncovers what the errors of the one before had hidden.
constexpr int largestNumberOfRounds = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(declarative)
};

Error refused(QList<Problem> problems)
{
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    const Problem &first = problems.first();
    const QString message = first.path.isEmpty() ? first.message : first.path + u": "_s + first.message;
    const QString place = placeOf(first);
    return {ErrorKind::Invalid, place.isEmpty() ? message : place + u": "_s + message, problems};
}

QList<Problem> inFile(const QString &file, QList<Problem> problems)
{
    for (Problem &problem : problems) {
        problem.file = file;
    }
    return problems;
}

// The limits of one text are those of all together.
QList<Problem> tooLarge()
{
    return {{{}, Words::tr("the files together are larger than one file may be"), 0, 0}};
}

bool isTooLarge(const QList<FileText> &files)
{
    const auto add = [](qsizetype sum, const FileText &file) { return sum + file.text.size(); };
    return files.size() > 1 &&
           std::accumulate(files.begin(), files.end(), qsizetype{0}, add) > DocumentLimits::textBytes;
}

bool isTooLarge(const QList<MergedDocument::Part> &parts)
{
    const auto add = [](qint64 sum, const MergedDocument::Part &part) { return sum + part.root->weight; };
    return std::accumulate(parts.begin(), parts.end(), qint64{0}, add) > DocumentLimits::nodes;
}

// A row that stands in two files is no mistake that one of them shows.
Problem between(const DocumentProblem &found, const MergedDocument &whole)
{
    Problem problem = whole.problemAt(found.path, found.message);
    if (const Problem first = whole.problemAt(found.first, {}); !found.first.isEmpty() && first.file != problem.file) {
        problem.message += u"; "_s + Words::tr("it is declared first in %1").arg(placeOf(first));
    }
    return problem;
}

YamlNodePtr nodeAt(const YamlTree &tree, const QStringList &path)
{
    YamlNodePtr node = tree.root();
    for (const QString &step : path) {
        const YamlEntry *entry = node->find(step);
        const int index = step.toInt();
        if (!entry && index >= node->items.size()) {
            return nullptr;
        }
        node = entry ? entry->value : node->items[index];
    }
    return node;
}

// How many steps of a path lead to the row it is in: "services/0/routes/1/paths/0" -> 4.
qsizetype rowSteps(const QStringList &path, const SchemaRegistry &registry)
{
    qsizetype steps = 0;
    while (steps + 1 < path.size() && registry.entity(path[steps])) {
        bool isIndex = false;
        path[steps + 1].toInt(&isIndex);
        if (!isIndex) {
            break;
        }
        steps += 2;
    }
    return steps;
}

QHash<QString, QString> rowKeys(const DocumentItems &items)
{
    QHash<QString, QString> keys;
    for (const DocumentItem &item : items.items()) {
        keys.insert(items.pathOf(item), Kept::rowKey(item.schema->name, item.row.value("id"_L1).toString()));
    }
    return keys;
}

} // namespace

FileReader::FileReader(const SchemaRegistry &registry, const Clock &clock)
    : m_registry(registry)
    , m_clock(clock)
{
}

Result<OpenedFile> FileReader::read(const QList<FileText> &files, const Environment &environment)
{
    if (isTooLarge(files)) {
        return syntaxError(tooLarge());
    }
    QList<MergedDocument::Part> parts;
    QList<Problem> problems;
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const FileText &file : files) {
        const Result<YamlNodePtr> root = readTree(parts.size(), file.text, environment);
        if (!root) {
            problems += inFile(file.name, root.error().problems);
            continue;
        }
        parts.append({file.name, *root});
        hash.addData(file.text);
    }
    if (problems.isEmpty() && isTooLarge(parts)) {
        problems = tooLarge();
    }
    if (!problems.isEmpty()) {
        return syntaxError(problems);
    }
    const MergedDocument whole(m_registry, parts);
    if (!whole.problems().isEmpty()) {
        return refused(whole.problems());
    }
    Result<OpenedFile> file = readDocument(whole);
    if (file) {
        const QString digest = QString::fromLatin1(hash.result().toHex());
        file.value().hash = file->config.isEmpty() ? emptyConfigurationHash() : digest;
    }
    return file;
}

Result<YamlNodePtr> FileReader::readTree(qsizetype part, const QByteArray &text, const Environment &environment)
{
    if (const auto problem = textProblem(withoutByteOrderMark(text))) {
        return syntaxError({*problem});
    }
    Placeholders placeholders;
    const QByteArray plain = placeholders.takeFrom(text, environment);
    const bool isJson = withoutByteOrderMark(plain).trimmed().startsWith('{');
    Result<YamlTree> tree = isJson ? parseJson(plain) : parseYaml(plain);
    if (!tree && isJson) {
        Result<YamlTree> flow = parseYaml(plain);
        tree = flow ? flow : tree;
    }
    if (!placeholders.problems().isEmpty()) {
        return syntaxError(placeholders.problems() + (tree ? QList<Problem>() : tree.error().problems));
    }
    if (!tree) {
        return tree.error();
    }
    if (!tree->root() || tree->root()->kind != YamlNode::Kind::Map) {
        return syntaxError({{{}, Words::tr("the document is no map of sections such as 'services'"), 1, 1}});
    }
    QList<Placeholders::Filled> filled;
    const YamlNodePtr root = placeholders.fillIn(tree->root(), {}, filled);
    for (const Placeholders::Filled &each : std::as_const(filled)) {
        m_filled.append({part, each});
    }
    return root;
}

Result<OpenedFile> FileReader::readDocument(const MergedDocument &whole)
{
    const QJsonObject written = toJson(*whole.tree().root()).toObject();
    QJsonObject document = migrateRoutePaths(written);
    m_isMigrated = document != written;
    m_transform = document.value("_transform"_L1).toBool(true);
    for (int round = 0; round < largestNumberOfRounds; ++round) {
        DocumentItems items(m_registry, document, DocumentItems::NullItems::Skip);
        const QJsonObject head = headErrors(m_registry, document);
        DocumentCheck check(items, m_clock, DocumentCheck::Reading::Forgiving);
        const QJsonObject errors = check.errors(head);
        Keepable keepable;
        document = keepable.cut(document, errors);
        m_unknown += keepable.unknown();
        if (!keepable.unknown().isEmpty()) {
            continue;
        }
        QList<Problem> problems = problemsOf(errors, whole.tree());
        for (Problem &problem : problems) {
            problem.file = whole.fileOf(problem.path);
        }
        DocumentRows rows(items);
        if (problems.isEmpty() && rows.finish()) {
            return finished(items, rows, whole);
        }
        for (const DocumentProblem &problem : rows.problems()) {
            problems.append(between(problem, whole));
        }
        return refused(problems);
    }
    return Error{ErrorKind::Invalid, Words::tr("the document is nested too deeply in things that are unknown")};
}

OpenedFile FileReader::finished(const DocumentItems &items, const DocumentRows &rows, const MergedDocument &whole) const
{
    OpenedFile file;
    file.config = Config(m_registry);
    file.kept.isTransformed = !m_transform;
    file.kept.isMigrated = m_isMigrated;
    for (const std::size_t number : rows.order()) {
        const DocumentItem &item = items.items()[number];
        const QString path = items.pathOf(item);
        const QString id = item.row.value("id"_L1).toString();
        const QString name = whole.fileOf(path);
        putRow(item, file);
        file.places.append({item.schema->name, id, whole.tree().positionOf(path).line, name});
        if (!name.isEmpty()) {
            file.kept.fileOf.insert(Kept::rowKey(item.schema->name, id), name);
        }
        if (!item.notes.isEmpty()) {
            keepNotes(item, whole.tree(), path, file);
        }
    }
    std::stable_sort(file.places.begin(), file.places.end(),
                     [](const RowPlace &a, const RowPlace &b) { return a.line < b.line; });
    keepSections(whole, file.kept);
    keepUnknown(items, whole, file);
    keepSpellings(items, whole, file);
    return file;
}

void FileReader::putRow(const DocumentItem &item, OpenedFile &file) const
{
    const RecordSchema &schema = *item.schema;
    const QJsonObject row = m_transform ? Validator::transform(schema, item.row, item.row) : item.row;
    file.config.put(schema.name, row);
    const QString key = Kept::rowKey(schema.name, row.value("id"_L1).toString());
    if (item.fields.contains("id"_L1)) {
        file.kept.withId.insert(key);
    }
    if (item.fields.contains("host"_L1)) {
        file.kept.withoutUrl.insert(key);
    }
    for (auto field = item.fields.begin(); m_transform && field != item.fields.end(); ++field) {
        const QJsonValue written = field.value();
        const QJsonValue stored = written.isString() ? row.value(field.key()) : written;
        if (stored.isUndefined() || stored == written || item.row.value(field.key()) != written) {
            continue;
        }
        auto node = std::make_shared<YamlNode>();
        node->scalar = written;
        file.kept.spellings[key].append({{field.key()}, stored, node});
    }
}

void FileReader::keepNotes(const DocumentItem &item, const YamlTree &tree, const QString &path, OpenedFile &file) const
{
    const QString key = Kept::rowKey(item.schema->name, item.row.value("id"_L1).toString());
    for (const QString &note : item.notes.keys()) {
        const YamlNodePtr node = nodeAt(tree, path.split(u'/') + QStringList{note});
        if (node) {
            file.kept.extras[key].append({{note}, node});
        }
    }
}

void FileReader::keepUnknown(const DocumentItems &items, const MergedDocument &whole, OpenedFile &file) const
{
    const QString unknownKey = Words::tr("the key '%1' is not known; it is kept but has no effect");
    for (Problem problem : whole.unknownKeys()) {
        problem.message = unknownKey.arg(problem.path);
        file.warnings.append(problem);
    }
    const QHash<QString, QString> keys = m_unknown.isEmpty() ? QHash<QString, QString>() : rowKeys(items);
    for (const Unknown &unknown : m_unknown) {
        const QString path = unknown.path.join(u'/');
        const YamlNodePtr node = nodeAt(whole.tree(), unknown.path);
        const qsizetype steps = rowSteps(unknown.path, m_registry);
        if (!node || (unknown.isRow && steps < 2)) {
            continue;
        }
        if (unknown.isRow) {
            const QString name = unknown.value.toObject().value("name"_L1).toString();
            const QString parent = keys.value(unknown.path.first(steps - 2).join(u'/'));
            const QString inFile = parent.isEmpty() ? whole.fileOf(path) : QString();
            file.kept.rows.append({unknown.path[steps - 2], parent, node, inFile});
            file.warnings.append(
                whole.problemAt(path, Words::tr("'%1' is not known; it is kept but has no effect").arg(name)));
            continue;
        }
        const QString row = keys.value(unknown.path.first(steps).join(u'/'));
        if (!row.isEmpty()) {
            file.kept.extras[row].append({unknown.path.sliced(steps), node});
        }
        file.warnings.append(whole.problemAt(path, unknownKey.arg(unknown.path.last())));
    }
}

// A placeholder in a short form (redis_password) belongs to the field that holds its value now.
void FileReader::keepSpellings(const DocumentItems &items, const MergedDocument &whole, OpenedFile &file) const
{
    const QHash<QString, QString> keys = m_filled.isEmpty() ? QHash<QString, QString>() : rowKeys(items);
    for (const auto &[part, filled] : m_filled) {
        const QStringList path = whole.pathOf(part, filled.path).split(u'/');
        const qsizetype steps = rowSteps(path, m_registry);
        const QString key = keys.value(path.first(steps).join(u'/'));
        if (key.isEmpty()) {
            continue;
        }
        QList<Kept::Spelling> &spellings = file.kept.spellings[key];
        QStringList field = path.sliced(steps);
        const auto known = std::find_if(spellings.begin(), spellings.end(),
                                        [&field](const Kept::Spelling &each) { return each.path == field; });
        if (known != spellings.end()) {
            known->written = filled.written;
            continue;
        }
        const auto row = file.config.find(key.section(u'/', 0, 0), key.section(u'/', 1));
        if (row && valueAtPath(*row, field).isUndefined()) {
            const QStringList found = pathOfValue(*row, filled.value);
            field = found.isEmpty() ? field : found;
        }
        spellings.append({field, filled.value, filled.written});
    }
}

void FileReader::keepSections(const MergedDocument &whole, Kept &kept) const
{
    QSet<QString> known{u"_format_version"_s, u"_transform"_s};
    for (const MergedDocument::Part &part : whole.parts()) {
        Kept::File file{part.file, {}};
        for (const YamlEntry &entry : part.root->entries) {
            const RecordSchema *schema = m_registry.entity(entry.key);
            const bool isHead = entry.key == "_format_version"_L1 || entry.key == "_transform"_L1;
            const Kept::Section section{entry.key, schema && schema->declarative ? nullptr : entry.value};
            if (!isHead) {
                file.sections.append(section);
            }
            // In one text, the first file decides what can be said only once.
            if (!known.contains(entry.key)) {
                known.insert(entry.key);
                kept.sections.append(section);
            }
        }
        if (!part.file.isEmpty()) {
            kept.files.append(file);
        }
    }
}

} // namespace gatehouse
