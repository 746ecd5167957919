// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_plan.h"

#include "core/declarative/known_rows.h"

namespace gatehouse {

namespace {

// What the imported file says of its rows is kept for them; its head is not taken over.
void addKept(Kept &kept, const Kept &imported)
{
    kept.extras.insert(imported.extras);
    kept.spellings.insert(imported.spellings);
    kept.rows += imported.rows;
}

} // namespace

ImportPlan planImport(const SchemaRegistry &registry,
                      const Config &current,
                      const Kept &kept,
                      const OpenedFile &imported,
                      ImportMode mode)
{
    const bool isMerge = mode == ImportMode::Merge;
    const WrittenIds ids = isMerge ? WrittenIds::GiveWay : WrittenIds::Stay;
    ImportPlan plan{withKnownRows(registry, current, imported, ids), {}};
    if (isMerge) {
        Config merged = current;
        const QStringList tables = plan.file.config.tables();
        for (const QString &table : tables) {
            const QList<QJsonObject> rows = plan.file.config.rows(table);
            for (const QJsonObject &row : rows)
                merged.put(table, row);
        }
        plan.file.config = merged;
        Kept both = kept;
        addKept(both, plan.file.kept);
        plan.file.kept = both;
    }
    plan.change = difference(current, plan.file.config, {});
    return plan;
}

} // namespace gatehouse
