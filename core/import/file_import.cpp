// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_import.h"

#include "core/declarative/field_nodes.h"
#include "core/declarative/tree_builder.h"
#include "core/declarative/yaml_emitter.h"
#include "core/import/openapi_import.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(import)
};

// The text as a declarative document, whatever it was.
Result<QByteArray> documentIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, Words::tr("Cannot read %1: %2").arg(name, file.errorString())};
    const QByteArray text = file.read(DocumentLimits::textBytes + 1);
    return isOpenApi(text) ? kongFromOpenApi(text, QFileInfo(name).fileName()) : text;
}

Error inFile(const QString &name, Error error)
{
    error.message = name + u": "_s + error.message;
    return error;
}

// The tree of a document in which decK's placeholders stand as they are written.
Result<YamlNodePtr> treeOf(const QByteArray &text, const Environment &environment)
{
    Placeholders placeholders;
    const QByteArray plain = placeholders.takeFrom(text, environment);
    Result<YamlTree> tree = parseJson(plain);
    if (!tree)
        tree = parseYaml(plain);
    if (!tree)
        return tree.error();
    if (!tree->root() || tree->root()->kind != YamlNode::Kind::Map)
        return Error{ErrorKind::Invalid, Words::tr("the document is no map of sections such as 'services'")};
    QList<Placeholders::Filled> filled;
    YamlNodePtr root = placeholders.fillIn(tree->root(), {}, filled);
    for (const Placeholders::Filled &each : filled)
        root = withValueAt(root, each.path.split(u'/'), each.written);
    return root;
}

// The first document decides what can be said only once.
void append(YamlNode &whole, const YamlNode &part)
{
    for (const YamlEntry &entry : part.entries) {
        const auto known = std::find_if(whole.entries.begin(), whole.entries.end(),
                                        [&entry](const YamlEntry &each) { return each.key == entry.key; });
        if (known == whole.entries.end()) {
            whole.entries.append(entry);
        } else if (known->value->kind == YamlNode::Kind::Sequence && entry.value->kind == YamlNode::Kind::Sequence) {
            auto list = std::make_shared<YamlNode>(*known->value);
            list->items += entry.value->items;
            known->value = list;
        }
    }
}

Result<OpenedFile> withoutPlaces(Result<OpenedFile> file)
{
    if (file)
        return file;
    Error error = file.error();
    for (Problem &problem : error.problems)
        problem.line = problem.column = 0;
    if (!error.problems.isEmpty())
        error.message = error.problems.first().path + u": "_s + error.problems.first().message;
    return error;
}

} // namespace

QStringList filesToImport(const QStringList &names)
{
    QStringList files;
    for (const QString &name : names) {
        if (!QFileInfo(name).isDir()) {
            files << name;
            continue;
        }
        QStringList inFolder;
        QDirIterator below(name, {u"*.yml"_s, u"*.yaml"_s, u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (below.hasNext())
            inFolder << below.next();
        inFolder.sort();
        files += inFolder;
    }
    return files;
}

Kept withoutPlaceholders(Kept kept, const QSet<QString> &names)
{
    for (QList<Kept::Spelling> &row : kept.spellings) {
        row.removeIf([&names](const Kept::Spelling &spelling) {
            const QStringList asked = placeholderNames(spelling.written->scalar.toString().toUtf8());
            return std::any_of(asked.begin(), asked.end(),
                               [&names](const QString &name) { return names.contains(name); });
        });
    }
    return kept;
}

Result<OpenedFile>
importFiles(const DeclarativeLoader &loader, const QStringList &names, const Environment &environment)
{
    const QStringList files = filesToImport(names);
    if (files.isEmpty())
        return Error{ErrorKind::NotFound, Words::tr("There is no .yml, .yaml or .json file.")};
    YamlNode whole;
    whole.kind = YamlNode::Kind::Map;
    for (const QString &name : files) {
        const Result<QByteArray> text = documentIn(name);
        if (!text)
            return text.error();
        if (files.size() == 1)
            return loader.open(*text, environment);
        const Result<YamlNodePtr> tree = treeOf(*text, environment);
        if (!tree)
            return inFile(name, tree.error());
        append(whole, **tree);
    }
    return withoutPlaces(loader.open(emitYaml(whole), environment));
}

} // namespace gatehouse
