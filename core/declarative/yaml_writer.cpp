// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_writer.h"

#include "core/declarative/row_nodes.h"
#include "core/declarative/yaml_emitter.h"
#include "core/model/masked.h"

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// New sections stand in the order in which people write them.
QStringList usualSections(const SchemaRegistry &registry)
{
    QStringList sections{u"services"_s,     u"routes"_s,          u"consumers"_s, u"plugins"_s, u"upstreams"_s,
                         u"certificates"_s, u"ca_certificates"_s, u"snis"_s,      u"vaults"_s,  u"key_sets"_s};
    const QList<const RecordSchema *> schemas = registry.entities();
    for (const RecordSchema *schema : schemas) {
        if (!sections.contains(schema->name)) {
            sections.append(schema->name);
        }
    }
    return sections;
}

QList<Kept::Section> orderedSections(const SchemaRegistry &registry, QList<Kept::Section> sections)
{
    const QStringList usual = usualSections(registry);
    for (const QString &name : usual) {
        const bool isThere = std::any_of(sections.begin(), sections.end(),
                                         [&name](const Kept::Section &section) { return section.key == name; });
        if (!isThere) {
            sections.append({name, nullptr});
        }
    }
    // A comment on the whole file stands at its top.
    std::stable_partition(sections.begin(), sections.end(),
                          [](const Kept::Section &section) { return section.key == "_comment"_L1; });
    return sections;
}

PlacedYaml placedText(RowNodes &rows, const QList<Kept::Section> &sections, const QString &file)
{
    YamlNode document;
    document.kind = YamlNode::Kind::Map;
    document.entries.append({u"_format_version"_s, {}, scalarNode(u"3.0"_s)});
    if (!rows.isTransformed()) {
        document.entries.append({u"_transform"_s, {}, scalarNode(false)});
    }
    for (const Kept::Section &section : sections) {
        const YamlNodePtr node = section.value ? section.value : rows.section(section.key, file);
        if (node) {
            document.entries.append({section.key, {}, node});
        }
    }
    EmittedYaml emitted = emitYamlWithLines(document);
    PlacedYaml result{std::move(emitted.text), {}};
    const QHash<const YamlNode *, RowPlace> places = rows.takePlaces();
    for (auto row = places.begin(); row != places.end(); ++row) {
        result.places.append({row->table, row->id, emitted.lines.value(row.key()), file});
    }
    std::sort(result.places.begin(), result.places.end(),
              [](const RowPlace &a, const RowPlace &b) { return a.line < b.line; });
    return result;
}

// A placeholder of the file stays: it names the secret and does not tell it.
void putDots(QList<Kept::Spelling> &spellings, const SecretValue &secret)
{
    const auto isOfSecret = [&secret](const Kept::Spelling &each) { return each.path == secret.path; };
    const auto known = std::find_if(spellings.begin(), spellings.end(), isOfSecret);
    if (known != spellings.end() && known->written->kind == YamlNode::Kind::Verbatim) {
        return;
    }
    erase_if(spellings, isOfSecret);
    spellings.append({secret.path, secret.value, scalarNode(secretDots())});
}

} // namespace

QByteArray
writeYaml(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options)
{
    return writePlacedYaml(registry, config, kept, options).text;
}

PlacedYaml
writePlacedYaml(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options)
{
    const Kept one = inOneText(kept);
    RowNodes rows(registry, config, one, options);
    return placedText(rows, orderedSections(registry, one.sections), {});
}

PlacedYaml writePlacedFile(const SchemaRegistry &registry, const Config &config, const Kept &kept, const QString &file)
{
    RowNodes rows(registry, config, kept, {});
    const auto known = std::find_if(kept.files.begin(), kept.files.end(),
                                    [&file](const Kept::File &each) { return each.name == file; });
    Q_ASSERT(known != kept.files.end());
    return placedText(rows, orderedSections(registry, known->sections), file);
}

QList<FileText>
writeFiles(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options)
{
    RowNodes rows(registry, config, kept, options);
    QList<FileText> files;
    for (const Kept::File &file : kept.files) {
        files.append({file.name, placedText(rows, orderedSections(registry, file.sections), file.name).text});
    }
    return files;
}

Kept inOneText(Kept kept)
{
    kept.files.clear();
    kept.fileOf.clear();
    for (Kept::Row &row : kept.rows) {
        row.file.clear();
    }
    return kept;
}

Kept placeholdersOf(const Kept &kept)
{
    Kept result;
    for (auto row = kept.spellings.begin(); row != kept.spellings.end(); ++row) {
        for (const Kept::Spelling &spelling : row.value()) {
            if (spelling.written && spelling.written->kind == YamlNode::Kind::Verbatim) {
                result.spellings[row.key()].append(spelling);
            }
        }
    }
    return result;
}

Kept withDots(const SchemaRegistry &registry, const Config &config, Kept kept)
{
    const QStringList tables = config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = config.rows(table);
        for (const QJsonObject &row : rows) {
            const QList<SecretValue> secrets = secretsOf(registry, table, row);
            for (const SecretValue &secret : secrets) {
                putDots(kept.spellings[Kept::rowKey(table, row.value("id"_L1).toString())], secret);
            }
        }
    }
    return kept;
}

} // namespace gatehouse
