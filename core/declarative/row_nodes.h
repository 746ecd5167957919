// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/kept.h"
#include "core/declarative/row_files.h"
#include "core/declarative/row_place.h"
#include "core/declarative/yaml_writer.h"

#include <utility>

namespace gatehouse {

// The rows of a configuration as nodes of a document: what is nested where, which fields are written, and how.
// Thread: any. Lives for one document; what it refers to must outlive it.
class RowNodes
{
public:
    RowNodes(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options);

    // The rows that stand at top level, of one file when there are several; null when there are none.
    [[nodiscard]] YamlNodePtr section(const QString &table, const QString &file = {});

    // What section() has made of which row since the last call; no lines yet.
    [[nodiscard]] QHash<const YamlNode *, RowPlace> takePlaces() { return std::exchange(m_places, {}); }

    // False when credentials are written as they are stored (`_transform: false`).
    [[nodiscard]] bool isTransformed() const noexcept { return m_isTransformed; }

private:
    [[nodiscard]] std::optional<SoleParent> nestingParent(const RecordSchema &schema, const QJsonObject &row) const;
    [[nodiscard]] YamlNodePtr rowNode(const RecordSchema &schema, const QJsonObject &row);
    [[nodiscard]] YamlNodePtr fieldsNode(const RecordSchema &schema, const QJsonObject &row) const;
    [[nodiscard]] YamlNodePtr valueNode(const RecordSchema &schema, const Field &field, const QJsonObject &row) const;
    [[nodiscard]] YamlNodePtr referenceNode(const Field &field, const QJsonObject &row) const;
    [[nodiscard]] YamlNodePtr withExtras(YamlNodePtr node, const QString &rowKey) const;
    [[nodiscard]] YamlNodePtr withSpellings(YamlNodePtr node, const RecordSchema &schema, const QJsonObject &row) const;
    [[nodiscard]] bool isIdWritten(const RecordSchema &schema, const QJsonObject &row) const;
    [[nodiscard]] QList<YamlNodePtr>
    keptRows(const QString &table, const QString &parent, const QString &file = {}) const;
    void addChildren(const RecordSchema &schema, const QString &id, YamlNode &node);
    [[nodiscard]] bool everyCredentialIsSpelled() const;
    [[nodiscard]] bool holdsRowsThatNeedParents() const;
    [[nodiscard]] QList<QJsonObject> topRows(const RecordSchema &schema, const QString &file);
    void findReferredRows();
    void noteReferences(const RecordSchema &schema, const QJsonObject &row);

    const SchemaRegistry &m_registry;
    const Config &m_config;
    const Kept &m_kept;
    WriteOptions m_options;
    QSet<QString> m_referredById;    // rowKeys that other rows name by id, because they have no name
    std::optional<RowFiles> m_files; // of several; else all rows stand in one text
    QHash<QString, QHash<QString, QList<QJsonObject>>>
        m_topRows; // table -> file -> rows; a table at a time, when asked
    QHash<const YamlNode *, RowPlace> m_places;
    bool m_isTransformed = true;
    bool m_needsSecondPass = false;
};

} // namespace gatehouse
