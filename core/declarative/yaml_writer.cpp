// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_writer.h"

#include "core/declarative/row_nodes.h"
#include "core/declarative/yaml_emitter.h"

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

QList<Kept::Section> orderedSections(const SchemaRegistry &registry, const Kept &kept)
{
    QList<Kept::Section> sections = kept.sections;
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

} // namespace

QByteArray
writeYaml(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options)
{
    YamlNode document;
    document.kind = YamlNode::Kind::Map;
    document.entries.append({u"_format_version"_s, {}, scalarNode(u"3.0"_s)});
    const RowNodes rows(registry, config, kept, options);
    if (!rows.isTransformed()) {
        document.entries.append({u"_transform"_s, {}, scalarNode(false)});
    }
    const QList<Kept::Section> sections = orderedSections(registry, kept);
    for (const Kept::Section &section : sections) {
        const YamlNodePtr node = section.value ? section.value : rows.section(section.key);
        if (node) {
            document.entries.append({section.key, {}, node});
        }
    }
    return emitYaml(document);
}

} // namespace gatehouse
