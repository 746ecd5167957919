// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace gatehouse {

struct RecordSchema;
struct Field;

enum class FieldType { Boolean, Integer, Number, Text, Array, Set, Map, Record, Foreign, Json, Function };

// What happens to a row when the row it refers to is removed.
// Follow: like Cascade, but done by Kong's code and not by its database, so that GET /schemas does not tell.
enum class OnDelete { Restrict, Cascade, Follow };

// A rule of one field in code: nothing when the value is fine, otherwise Kong's text ("" = the generic text).
using Check = std::function<std::optional<QString>(const QJsonValue &)>;

// A Lua pattern (schema/lua_pattern.h) and the text for a value that breaks its rule ("" = the generic text).
struct Pattern {
    QString pattern;
    QString error;
};

struct MatchAny {
    QStringList patterns;
    QString error;
};

// The validators of one field, in the order in which Kong runs them (kong/db/schema/init.lua, validators_order).
struct Rules {
    std::optional<QJsonValue> equals;
    std::optional<QJsonValue> notEquals;
    QJsonArray notOneOf;
    QJsonArray oneOf;
    QJsonArray databaseOnly; // of oneOf: refused in declarative documents, as they need Kong's database
    std::optional<double> greaterThan;
    bool timestamp = false;
    bool uuid = false;
    bool regex = false;
    std::optional<std::pair<double, double>> between;
    std::optional<int> lengthEquals;
    std::optional<int> lengthMin;
    std::optional<int> lengthMax;
    QString startsWith;
    QString notMatch;
    QList<Pattern> matchNone;
    QString match;
    QList<Pattern> matchAll;
    std::optional<MatchAny> matchAny;
    std::optional<QJsonValue> contains;
    Check custom;
    QList<QStringList> exclusiveSubsets;
    QString error; // replaces the text of every failed validator
};

// Why a field should no longer be used, as GET /schemas prints it.
struct Deprecation {
    QString message;
    QString removalVersion = QStringLiteral("4.0");
    QJsonValue oldDefault = QJsonValue::Undefined;
    QList<QStringList> replacedWith = {};
};

// One field of a record: everything that validation, the Admin API, YAML, forms and the reference page know about it.
// Built with the functions of schema/fields.h; adding a field to an entity is one such row.
// Thread: any (a value, never changed after the registry is built).
struct Field {
    QString key;
    FieldType type = FieldType::Text;
    QJsonValue defaultValue = QJsonValue::Undefined; // Undefined = none
    Rules rules;
    std::shared_ptr<const Field> elements; // Array, Set
    std::shared_ptr<const Field> keys;     // Map
    std::shared_ptr<const Field> values;   // Map
    std::shared_ptr<const RecordSchema> record;
    QString reference; // Foreign: table name
    OnDelete onDelete = OnDelete::Restrict;
    std::optional<bool> required; // absent = the schema does not say
    bool unique = false;
    bool uniqueAcrossWorkspaces = false;
    bool notUnique = false; // the schema says so explicitly; printed by GET /schemas
    bool generated = false; // filled in by the gateway when missing: uuid, timestamp or random text ("auto")
    bool immutable = false;
    bool secret = false;        // never shown in clear by the window or the logs
    bool encrypted = false;     // printed by GET /schemas
    bool referenceable = false; // accepts {vault://...}
    bool abstract = false;      // replaced by the subschema
    bool transient = false;     // accepted and validated, not a stored column
    bool advanced = false;      // folded away in forms
    std::optional<Deprecation> deprecation;
    const char *label = nullptr; // QT_TRANSLATE_NOOP("schema", ...), translated where it is shown
    const char *help = nullptr;

    [[nodiscard]] bool isRequired() const { return required.value_or(false); }

    [[nodiscard]] bool hasDefault() const { return !defaultValue.isUndefined(); }

    // Chained by the rows of a schema; each returns the field with one property more.
    Field need() const;                      // required = true
    Field optional() const;                  // required = false, said explicitly
    Field by(const QJsonValue &value) const; // default
    Field oneOf(const QStringList &choices) const;
    Field range(double low, double high) const;
    Field above(double limit) const;
    Field minLength(int length) const;
    Field matching(const QString &luaPattern, const QString &error = {}) const;
    Field checked(Check check) const;
    Field only(const Rules &validators) const; // replaces all validators
    Field once() const;                        // unique
    Field automatic() const;                   // generated
    Field hidden() const;                      // secret
    Field vaultable() const;                   // referenceable
    Field fixed() const;                       // immutable
    Field rare() const;                        // advanced
    Field outdated(Deprecation why) const;
    Field named(const char *labelText, const char *helpText) const;
};

} // namespace gatehouse
