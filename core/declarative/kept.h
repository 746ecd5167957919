// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace gatehouse {

// What a file says beyond the configuration: things Gatehouse does not know, notes, and how values were spelled. It is
// written back with the configuration, so that opening and saving a file loses nothing. Rows are named by rowKey().
// Thread: any copy on its own thread. Lives as long as the opened file.
struct Kept {
    // A top-level key of the file; `value` is null for the sections that are entities.
    struct Section {
        QString key;
        YamlNodePtr value;
    };

    // A field below a row that no schema knows, or a note (_comment, _ignore).
    struct Extra {
        QStringList path;
        YamlNodePtr value;
    };

    // A whole row that no schema knows, e.g. of a plugin that is not bundled; `parent` is a rowKey or "", and only then
    // it has a file of its own.
    struct Row {
        QString table;
        QString parent;
        YamlNodePtr value;
        QString file = {};
    };

    // How a value was written, as long as the row still holds what it meant.
    struct Spelling {
        QStringList path; // below the row
        QJsonValue stored;
        YamlNodePtr written;
    };

    // One of several files; rows that stand in it are those of `fileOf`.
    struct File {
        QString name;
        QList<Section> sections;
    };

    QList<Section> sections;
    QList<File> files = {};              // in the order in which they are read; none: the configuration is one text
    QHash<QString, QString> fileOf = {}; // rowKey -> name of the file
    QHash<QString, QList<Extra>> extras;
    QList<Row> rows;
    QHash<QString, QList<Spelling>> spellings;
    QSet<QString> withId;       // rows whose id stands in the file
    QSet<QString> withoutUrl;   // services that spell out protocol, host, port and path
    bool isMigrated = false;    // the text is of an older _format_version
    bool isTransformed = false; // `_transform: false`: credentials are stored as they are written

    static QString rowKey(const QString &table, const QString &id) { return table + u'/' + id; }
};

} // namespace gatehouse
