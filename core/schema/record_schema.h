// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace gatehouse {

// What a conditional check lays over the field it looks at: rules given here win, the others stay the field's own.
struct Match {
    Rules rules;
    bool required = false;
    std::shared_ptr<const Field> elements;
};

// A check in code: nothing when the fields it was given are fine, otherwise the text for "@entity".
using CustomCheck = std::function<std::optional<QString>(const QJsonObject &)>;

// One rule about several fields of a record (kong/db/schema/init.lua, entity_checkers). Fields may be dotted paths.
struct EntityCheck {
    enum class Kind {
        AtLeastOneOf,
        OnlyOneOf,
        Distinct,
        MutuallyRequired,
        MutuallyExclusive,
        Conditional,
        ConditionalAtLeastOneOf,
        Custom,
    };

    Kind kind = Kind::AtLeastOneOf;
    QStringList fields; // what is looked at; the then/else fields of ConditionalAtLeastOneOf come from the two lists
    QString ifField;
    Match ifMatch;
    QString thenField;
    Match thenMatch;
    QString thenError; // "%s" stands for the if field or the quoted list
    QStringList thenAtLeastOneOf;
    std::optional<Match> elseMatch = {};
    QStringList elseAtLeastOneOf = {};
    QString elseError = {};
    bool runWithMissingFields = false;
    bool runWithInvalidFields = false;
    CustomCheck custom = {};
};

namespace checks {

EntityCheck atLeastOneOf(const QStringList &fields);
EntityCheck onlyOneOf(const QStringList &fields);
EntityCheck distinct(const QStringList &fields);
EntityCheck mutuallyRequired(const QStringList &fields);
EntityCheck mutuallyExclusive(const QStringList &fields);
EntityCheck when(const QString &ifField, const Match &ifMatch, const QString &thenField, const Match &thenMatch);
EntityCheck custom(const QStringList &fields, CustomCheck check);

Match matches(const QString &luaPattern);
Match isOneOf(const QStringList &values);
Match equals(const QJsonValue &value);
Match isRequired();

} // namespace checks

// An input field that is no stored field: it is turned into values of stored fields before validation. With a
// deprecation the stored field wins over it; `mirror` is the path read back under the old name on output.
struct Shorthand {
    Field field;
    std::function<QJsonObject(const QJsonValue &)> expand;
    QStringList mirror = {};
};

// A rewrite of the whole record on its way in (basic-auth password, ca digest, ...). Runs only when every field of
// `input` is non-empty in what the client sent and every field of `needs` in the record.
struct Transformation {
    QStringList input;
    QStringList needs = {};
    std::function<QJsonObject(const QJsonObject &)> onWrite; // values to merge into the record
};

// The description of one record: an entity of the configuration, a plugin's config, or a record inside another.
// Thread: any (a value, never changed after the registry is built).
struct RecordSchema {
    QString name;            // table name: "key_sets"
    QString adminName;       // collection in the Admin API: "key-sets"; empty = same as name
    QString adminNestedName; // below a parent: "key-auth"; empty = adminName
    const char *label = nullptr;
    QString endpointKey;
    QStringList primaryKey = {QStringLiteral("id")};
    QStringList cacheKey = {}; // fields that are unique together
    QList<Field> fields = {};  // in Kong's order
    QList<EntityCheck> checks = {};
    QList<Shorthand> shorthands = {};
    QList<Transformation> transformations = {};
    QString subschemaKey = {};   // field that selects the subschema; a set selects by its first known element
    QString subschemaError = {}; // "%s" = the value that selects nothing
    QHash<QString, std::shared_ptr<const RecordSchema>> subschemas = {};
    bool hasTtl = false;
    bool exported = true;     // appears in declarative output
    bool hasAdminApi = true;  // the generic endpoints are generated
    bool declarative = true;  // may be written in a declarative document
    bool pluginOwned = false; // brought by a plugin; comes after the core entities

    [[nodiscard]] const Field *field(QStringView key) const; // also dotted paths

    [[nodiscard]] QString collection() const { return adminName.isEmpty() ? name : adminName; }

    [[nodiscard]] QString nestedCollection() const
    {
        return adminNestedName.isEmpty() ? collection() : adminNestedName;
    }

    [[nodiscard]] bool hasTags() const { return field(u"tags") != nullptr; }

    // The subschema this record selects, or null.
    [[nodiscard]] const RecordSchema *subschemaOf(const QJsonObject &record) const;
};

} // namespace gatehouse
