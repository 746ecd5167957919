// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/revision_comparison.h"

#include "core/declarative/known_rows.h"
#include "core/model/masked.h"
#include "core/model/row_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

Result<ReadRevision> readSide(const RevisionReader &reader, const ComparedSide &side)
{
    if (const auto *config = std::get_if<Config>(&side))
        return ReadRevision{*config};
    if (const auto *text = std::get_if<QByteArray>(&side))
        return reader.read(*text);
    return reader.readPlace(std::get<PlaceOfFiles>(side).place);
}

// Rows that are not there now may have another id in each snapshot.
Config recognised(const SchemaRegistry &registry, const Config &known, const Config &config)
{
    OpenedFile file;
    file.config = config;
    return withKnownRows(registry, known, file, WrittenIds::GiveWay).config;
}

void addOtherSecret(const SchemaRegistry &registry, Comparison &comparison, const QString &field)
{
    const QString table = field.section(u'/', 0, 0);
    const QString id = field.section(u'/', 1, 1);
    const QString path = field.section(u'/', 2);
    const auto row = comparison.to.config.find(table, id);
    const RecordSchema *schema = registry.entity(table);
    if (!row || !schema || !comparison.from.config.find(table, id))
        return;
    QList<RowChange> &changes = comparison.changes;
    auto known = std::find_if(changes.begin(), changes.end(),
                              [&](const RowChange &each) { return each.table == table && each.id == id; });
    if (known == changes.end()) {
        const QString title = rowTitle(registry, comparison.to.config, *schema, *row);
        known = changes.insert(changes.end(), {RowChange::Kind::Changed, table, id, title, {}});
    }
    const bool isTold = std::any_of(known->fields.begin(), known->fields.end(),
                                    [&path](const FieldChange &each) { return each.path == path; });
    if (!isTold)
        known->fields.append({path, secretDots(), secretDots(), true});
}

} // namespace

Result<Comparison> compareSides(const RevisionReader &reader,
                                const ComparedSide &from,
                                const ComparedSide &to,
                                const QStringList &otherSecrets)
{
    const Result<ReadRevision> old = readSide(reader, from);
    const Result<ReadRevision> now = readSide(reader, to);
    if (!old || !now)
        return old ? now.error() : old.error();
    Comparison comparison{*old, *now, {}};
    comparison.to.config = recognised(reader.registry(), old->config, now->config);
    comparison.changes = rowChanges(reader.registry(), comparison.from.config, comparison.to.config);
    for (const QString &field : otherSecrets)
        addOtherSecret(reader.registry(), comparison, field);
    return comparison;
}

} // namespace gatehouse
