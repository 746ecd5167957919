// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/file_text.h"
#include "core/declarative/kept.h"
#include "core/declarative/row_place.h"
#include "core/model/config.h"

#include <QByteArray>

namespace gatehouse {

class SecretPlaceholders;

// Who reads the text: a Kong without a database, or decK. What is nested where differs.
enum class Dialect { DbLess, Deck };

struct WriteOptions {
    bool ids = false;      // also ids that follow from names
    bool defaults = false; // also fields that hold their default
    Dialect dialect = Dialect::DbLess;
    SecretPlaceholders *secrets = nullptr; // takes the secrets; null: they are written
};

// Writes a configuration the way people lay out kong.yml: children under their parent, names instead of ids, no
// defaults, in the order of declaration; what the file held beyond that (Kept) where it was. The same configuration
// always gives the same bytes. Thread: any (reads its own copy).
QByteArray
writeYaml(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options = {});

// The same in the files that the configuration was read from: each holds its own rows, with references by name to those
// of others, and its own head.
QList<FileText>
writeFiles(const SchemaRegistry &registry, const Config &config, const Kept &kept, const WriteOptions &options = {});

// The same text and where in it the rows stand, in the order of the text.
struct PlacedYaml {
    QByteArray text;
    QList<RowPlace> places;
};

PlacedYaml writePlacedYaml(const SchemaRegistry &registry,
                           const Config &config,
                           const Kept &kept,
                           const WriteOptions &options = {});

// The text of one of the files.
PlacedYaml writePlacedFile(const SchemaRegistry &registry, const Config &config, const Kept &kept, const QString &file);

// What is kept, with all rows in one text.
Kept inOneText(Kept kept);

// Of what is kept, how values are named that come from the environment.
Kept placeholdersOf(const Kept &kept);

// Dots in place of every secret, by their fields; the rest as the file spells it.
Kept withDots(const SchemaRegistry &registry, const Config &config, Kept kept);

// GET /config: every field of every row in flat sections, parents first, references as ids. `nested` holds what Kong
// prints of transient lists: table -> id -> fields.
QByteArray writeFlatYaml(const SchemaRegistry &registry, const Config &config, const QJsonObject &nested = {});

} // namespace gatehouse
