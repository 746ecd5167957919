// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/declarative/yaml_tree.h"

#include <QMap>
#include <QString>

namespace gatehouse {

// What a project remembers beside its file, in `.gatehouse.yml` of the same folder. Files of one folder are one
// project; their secrets have different names and so different keys. Safe to commit: it says where
// secrets are kept and never holds one. Keys that are not ours are kept. Thread: any.
struct ProjectSettings {
    QString project;                // uuid; it stays when files are moved or renamed; empty: none yet
    bool keepsSecrets = false;      // in the keychain instead of the file
    QMap<QString, QString> secrets; // DECK_... -> "<entity id>/<field>", the keychain's key below the project
    QMap<QString, QString> muted;   // warnings nobody wants to see -> the reason
    YamlNodePtr document = {};      // as it was read

    [[nodiscard]] QString keyOf(const QString &name) const { return project + u'/' + secrets.value(name); }
};

[[nodiscard]] QString projectSettingsFile(const QString &projectFile);

// Without a file: the settings of a project that has none.
[[nodiscard]] Result<ProjectSettings> readProjectSettings(const QString &projectFile);
[[nodiscard]] Result<> writeProjectSettings(const QString &projectFile, const ProjectSettings &settings);

} // namespace gatehouse
