// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/kept.h"
#include "core/model/config.h"

namespace gatehouse {

// The only row that a row refers to, not counting what a certificate is used for: it may stand below that one.
struct SoleParent {
    const Field *field = nullptr;
    QString id;
};

[[nodiscard]] std::optional<SoleParent> soleParentOf(const RecordSchema &schema, const QJsonObject &row);

// Which file of several each row stands in: the one it was read from or moved to; a row that is new goes to its
// parent's, else to the first that holds rows of its kind, else to the first. Thread: any. Lives for one question;
// what it refers to must outlive it.
class RowFiles
{
public:
    RowFiles(const SchemaRegistry &registry, const Config &config, const Kept &kept);

    // Empty when the configuration is one text.
    [[nodiscard]] QString fileOf(const RecordSchema &schema, const QJsonObject &row) const;

    // The row and what stands below it in the same file, as keys of Kept::fileOf.
    [[nodiscard]] QStringList withChildren(const RecordSchema &schema, const QJsonObject &row) const;

private:
    [[nodiscard]] QString fileOfNew(const RecordSchema &schema, const QJsonObject &row) const;

    const SchemaRegistry &m_registry;
    const Config &m_config;
    const Kept &m_kept;
    QHash<QString, qsizetype> m_places;      // file -> its place among the files
    QHash<QString, qsizetype> m_firstOfKind; // table -> place of the first file with such rows
};

// Puts the rows that stand in no file yet into one.
void placeNewRows(const SchemaRegistry &registry, const Config &config, Kept &kept);

} // namespace gatehouse
