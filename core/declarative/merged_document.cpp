// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/merged_document.h"

#include "core/declarative/document_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(declarative)
};

bool isNothing(const YamlNode &node)
{
    return (node.kind == YamlNode::Kind::Scalar && node.scalar.isNull()) ||
           (node.kind == YamlNode::Kind::Map && node.entries.isEmpty());
}

QString placeIn(const MergedDocument::Part &part, TextPosition at)
{
    return placeOf({{}, {}, at.line, at.column, part.file});
}

} // namespace

MergedDocument::MergedDocument(const SchemaRegistry &registry, const QList<Part> &parts)
    : m_registry(registry)
    , m_parts(parts)
{
    if (parts.size() == 1) {
        m_tree = YamlTree(parts.first().root);
        return;
    }
    auto whole = std::make_shared<YamlNode>();
    whole->kind = YamlNode::Kind::Map;
    whole->position = {1, 1};
    for (qsizetype part = 0; part < parts.size(); ++part) {
        for (const YamlEntry &entry : parts[part].root->entries) {
            const RecordSchema *schema = registry.entity(entry.key);
            if (schema && schema->declarative) {
                addSection(part, entry, *whole);
            } else {
                addHead(part, entry, *whole);
            }
        }
    }
    m_tree = YamlTree(whole);
    checkTransform();
}

void MergedDocument::addSection(qsizetype part, const YamlEntry &entry, YamlNode &whole)
{
    if (isNothing(*entry.value)) {
        return;
    }
    if (entry.value->kind != YamlNode::Kind::Sequence) {
        add(m_parts[part], entry.key, entry.position, u"expected an array"_s);
        return;
    }
    auto known = std::find_if(whole.entries.begin(), whole.entries.end(),
                              [&entry](const YamlEntry &each) { return each.key == entry.key; });
    if (known == whole.entries.end()) {
        whole.entries.append(entry);
        m_stretches[entry.key].append({part, 0});
        return;
    }
    auto list = std::make_shared<YamlNode>(*known->value);
    m_stretches[entry.key].append({part, static_cast<int>(list->items.size())});
    list->items += entry.value->items;
    known->value = list;
}

void MergedDocument::addHead(qsizetype part, const YamlEntry &entry, YamlNode &whole)
{
    const QJsonValue value = toJson(*entry.value);
    if (entry.key == "_format_version"_L1 || entry.key == "_transform"_L1) {
        const YamlEntry *known = whole.find(entry.key);
        if (!known) {
            whole.entries.append(entry);
        } else if (entry.key == "_format_version"_L1 && toJson(*known->value) != value) {
            const auto first = std::find_if(m_parts.begin(), m_parts.end(),
                                            [&entry](const Part &each) { return each.root->find(entry.key); });
            add(m_parts[part], entry.key, entry.position,
                Words::tr("the value must be the same in all files; it is another one in %1")
                    .arg(placeIn(*first, known->position)));
        }
        return;
    }
    const QString error = headErrors(m_registry, {{entry.key, value}}).value(entry.key).toString();
    if (error == "unknown field"_L1) {
        m_unknownKeys.append({entry.key, error, entry.position.line, entry.position.column, m_parts[part].file});
    } else if (!error.isEmpty()) {
        add(m_parts[part], entry.key, entry.position, error);
    }
}

// A file that says nothing of it means `true`.
void MergedDocument::checkTransform()
{
    const auto valueIn = [](const Part &part) {
        const YamlEntry *entry = part.root->find(u"_transform"_s);
        return entry ? toJson(*entry->value).toBool(true) : true;
    };
    const auto placeOfIt = [](const Part &part) {
        const YamlEntry *entry = part.root->find(u"_transform"_s);
        return entry ? entry->position : part.root->position;
    };
    for (const Part &part : std::as_const(m_parts)) {
        if (valueIn(part) != valueIn(m_parts.first())) {
            add(part, u"_transform"_s, placeOfIt(part),
                Words::tr("the value must be the same in all files; it is another one in %1")
                    .arg(placeIn(m_parts.first(), placeOfIt(m_parts.first()))));
        }
    }
}

void MergedDocument::add(const Part &part, const QString &path, TextPosition at, const QString &message)
{
    m_problems.append({path, message, at.line, at.column, part.file});
}

QString MergedDocument::pathOf(qsizetype part, const QString &path) const
{
    const QStringList steps = path.split(u'/');
    const QList<Stretch> stretches = m_stretches.value(steps.first());
    const auto stretch = std::lower_bound(stretches.begin(), stretches.end(), part,
                                          [](const Stretch &each, qsizetype sought) { return each.part < sought; });
    if (steps.size() < 2 || stretch == stretches.end() || stretch->part != part) {
        return path;
    }
    QStringList moved = steps;
    moved[1] = QString::number(stretch->first + steps[1].toInt());
    return moved.join(u'/');
}

QString MergedDocument::fileOf(const QString &path) const
{
    const QString section = path.section(u'/', 0, 0);
    const auto stretches = m_stretches.constFind(section);
    if (stretches == m_stretches.constEnd()) {
        const auto holder = std::find_if(m_parts.begin(), m_parts.end(),
                                         [&section](const Part &part) { return part.root->find(section); });
        return holder == m_parts.end() ? m_parts.first().file : holder->file;
    }
    const int index = path.section(u'/', 1, 1).toInt();
    const auto next = std::upper_bound(stretches->begin(), stretches->end(), index,
                                       [](int sought, const Stretch &each) { return sought < each.first; });
    return m_parts[next == stretches->begin() ? 0 : std::prev(next)->part].file;
}

Problem MergedDocument::problemAt(const QString &path, const QString &message) const
{
    const TextPosition at = m_tree.positionOf(path);
    return {path, message, at.line, at.column, fileOf(path)};
}

} // namespace gatehouse
