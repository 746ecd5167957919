// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/file_reader.h"

#include "core/declarative/document_check.h"
#include "core/declarative/document_text.h"
#include "core/declarative/field_nodes.h"
#include "core/declarative/route_migration.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

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
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    const Problem &first = problems.first();
    const QString place = first.path.isEmpty() ? first.message : first.path + u": "_s + first.message;
    return {ErrorKind::Invalid, u"%1:%2: %3"_s.arg(first.line).arg(first.column).arg(place), problems};
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

Result<OpenedFile> FileReader::read(const QByteArray &text, const Environment &environment)
{
    const Result<YamlTree> tree = readTree(text, environment);
    if (!tree) {
        return tree.error();
    }
    if (!tree->root() || tree->root()->kind != YamlNode::Kind::Map) {
        return syntaxError({{{}, Words::tr("the document is no map of sections such as 'services'"), 1, 1}});
    }
    Result<OpenedFile> file = readItems(migrateRoutePaths(toJson(*tree->root()).toObject()), *tree);
    if (file) {
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
        file.value().hash = file->config.isEmpty() ? emptyConfigurationHash() : QString::fromLatin1(hash);
    }
    return file;
}

Result<YamlTree> FileReader::readTree(const QByteArray &text, const Environment &environment)
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
    return tree ? Result<YamlTree>(YamlTree(placeholders.fillIn(tree->root(), {}, m_filled))) : tree;
}

Result<OpenedFile> FileReader::readItems(QJsonObject document, const YamlTree &tree)
{
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
        if (!errors.isEmpty()) {
            return refused(problemsOf(errors, tree));
        }
        DocumentRows rows(items);
        if (rows.finish()) {
            return finished(items, rows, tree);
        }
        QList<Problem> problems;
        for (const DocumentProblem &problem : rows.problems()) {
            const TextPosition at = tree.positionOf(problem.path);
            problems.append({problem.path, problem.message, at.line, at.column});
        }
        return refused(problems);
    }
    return Error{ErrorKind::Invalid, Words::tr("the document is nested too deeply in things that are unknown")};
}

OpenedFile FileReader::finished(const DocumentItems &items, const DocumentRows &rows, const YamlTree &tree)
{
    OpenedFile file;
    file.config = Config(m_registry);
    file.kept.isTransformed = !m_transform;
    for (const std::size_t number : rows.order()) {
        const DocumentItem &item = items.items()[number];
        putRow(item, file);
        file.places.append(
            {item.schema->name, item.row.value("id"_L1).toString(), tree.positionOf(items.pathOf(item)).line});
        if (!item.notes.isEmpty()) {
            keepNotes(item, tree, items.pathOf(item), file);
        }
    }
    std::stable_sort(file.places.begin(), file.places.end(),
                     [](const RowPlace &a, const RowPlace &b) { return a.line < b.line; });
    keepSections(tree, file.kept);
    keepUnknown(items, tree, file);
    keepSpellings(items, file);
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
    for (auto field = row.begin(); field != row.end(); ++field) {
        const QJsonValue written = item.fields.value(field.key());
        if (!m_transform || !written.isString() || written == field.value() || item.row.value(field.key()) != written) {
            continue;
        }
        auto node = std::make_shared<YamlNode>();
        node->scalar = written;
        file.kept.spellings[key].append({{field.key()}, field.value(), node});
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

void FileReader::keepUnknown(const DocumentItems &items, const YamlTree &tree, OpenedFile &file) const
{
    const QHash<QString, QString> keys = m_unknown.isEmpty() ? QHash<QString, QString>() : rowKeys(items);
    for (const Unknown &unknown : m_unknown) {
        const QString path = unknown.path.join(u'/');
        const TextPosition at = tree.positionOf(path);
        const YamlNodePtr node = nodeAt(tree, unknown.path);
        const qsizetype steps = rowSteps(unknown.path, m_registry);
        if (!node || (unknown.isRow && steps < 2)) {
            continue;
        }
        if (unknown.isRow) {
            const QString name = unknown.value.toObject().value("name"_L1).toString();
            const QString parent = keys.value(unknown.path.first(steps - 2).join(u'/'));
            file.kept.rows.append({unknown.path[steps - 2], parent, node});
            file.warnings.append(
                {path, Words::tr("'%1' is not known; it is kept but has no effect").arg(name), at.line, at.column});
            continue;
        }
        const QString row = keys.value(unknown.path.first(steps).join(u'/'));
        if (!row.isEmpty()) {
            file.kept.extras[row].append({unknown.path.sliced(steps), node});
        }
        const QString message = Words::tr("the key '%1' is not known; it is kept but has no effect");
        file.warnings.append({path, message.arg(unknown.path.last()), at.line, at.column});
    }
}

// A placeholder in a short form (redis_password) belongs to the field that holds its value now.
void FileReader::keepSpellings(const DocumentItems &items, OpenedFile &file) const
{
    const QHash<QString, QString> keys = m_filled.isEmpty() ? QHash<QString, QString>() : rowKeys(items);
    for (const Placeholders::Filled &filled : m_filled) {
        const QStringList path = filled.path.split(u'/');
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

void FileReader::keepSections(const YamlTree &tree, Kept &kept) const
{
    for (const YamlEntry &entry : tree.root()->entries) {
        const RecordSchema *schema = m_registry.entity(entry.key);
        const bool isHead = entry.key == "_format_version"_L1 || entry.key == "_transform"_L1;
        if (!isHead) {
            kept.sections.append({entry.key, schema && schema->declarative ? nullptr : entry.value});
        }
    }
}

} // namespace gatehouse
