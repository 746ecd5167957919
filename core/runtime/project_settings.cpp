// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project_settings.h"

#include "core/declarative/declarative_loader.h"
#include "core/declarative/field_nodes.h"
#include "core/declarative/yaml_emitter.h"
#include "core/runtime/project_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

YamlNodePtr without(const YamlNodePtr &document, const QString &key)
{
    auto result = std::make_shared<YamlNode>(*document);
    result->entries.removeIf([&key](const YamlEntry &entry) { return entry.key == key; });
    return result;
}

QMap<QString, QString> textsOf(const QJsonValue &map)
{
    QMap<QString, QString> texts;
    const QJsonObject values = map.toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        texts.insert(value.key(), value.value().toString());
    return texts;
}

// An empty map is left out.
YamlNodePtr withTexts(const YamlNodePtr &document, const QString &key, const QMap<QString, QString> &texts)
{
    QJsonObject values;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        values.insert(text.key(), text.value());
    return values.isEmpty() ? without(document, key) : withValueAt(document, {key}, nodeOf(values));
}

} // namespace

QString projectSettingsFile(const QString &projectFile)
{
    return folderAt(projectFile) + u"/.gatehouse.yml"_s;
}

Result<ProjectSettings> readProjectSettings(const QString &projectFile)
{
    ProjectSettings settings;
    QFile file(projectSettingsFile(projectFile));
    if (!file.exists())
        return settings;
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("declarative", "Cannot read %1: %2").arg(file.fileName(), file.errorString())};
    const Result<YamlTree> tree = parseYaml(file.readAll());
    if (!tree)
        return Error{ErrorKind::Invalid, file.fileName() + u": "_s + tree.error().message, tree.error().problems};
    if (!tree->root())
        return settings;
    settings.document = tree->root();
    const QJsonObject values = toJson(*tree->root()).toObject();
    settings.project = values.value("project"_L1).toString();
    settings.keepsSecrets = values.value("keep_secrets"_L1).toBool();
    settings.secrets = textsOf(values.value("secrets"_L1));
    settings.muted = textsOf(values.value("muted"_L1));
    return settings;
}

Result<> writeProjectSettings(const QString &projectFile, const ProjectSettings &settings)
{
    YamlNodePtr document = withValueAt(settings.document, {u"project"_s}, scalarNode(settings.project));
    document = withValueAt(document, {u"keep_secrets"_s}, scalarNode(settings.keepsSecrets));
    document = withTexts(document, u"secrets"_s, settings.secrets);
    document = withTexts(document, u"muted"_s, settings.muted);
    return saveFile(projectSettingsFile(projectFile), emitYaml(*document));
}

} // namespace gatehouse
