// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"

#include <functional>
#include <optional>

namespace gatehouse {

// Where `${{ env "DECK_X" }}` takes its values from; nothing when a name is not set.
using Environment = std::function<std::optional<QString>(const QString &)>;

Environment processEnvironment();

// How a text asks for a name: `${{ env "DECK_X" }}`.
QString placeholderText(const QString &name);

// The names a text asks an environment for, each once, in the order of the text.
QStringList placeholderNames(const QByteArray &text);

// decK's placeholders of one document (declarative files of Kong/deck: pkg/file/readfile.go): taken out of the text
// before it is read as YAML, so that no value can change the structure, and put into the tree afterwards.
// Thread: any, one document each.
class Placeholders
{
public:
    // The text with a stand-in for every placeholder. The problems name what cannot be filled in.
    [[nodiscard]] QByteArray takeFrom(const QByteArray &text, const Environment &environment);

    [[nodiscard]] const QList<Problem> &problems() const noexcept { return m_problems; }

    [[nodiscard]] bool isEmpty() const noexcept { return m_placeholders.isEmpty(); }

    // A scalar that held placeholders, with its value filled in; `written` is how the file spells it.
    struct Filled {
        QString path;
        QJsonValue value;
        YamlNodePtr written;
    };

    // The tree with all values filled in; what was filled in is added to `filled`.
    [[nodiscard]] YamlNodePtr fillIn(const YamlNodePtr &node, const QString &path, QList<Filled> &filled) const;

private:
    struct Placeholder {
        QString written; // ${{ env "DECK_X" }}
        QString value;
    };

    [[nodiscard]] QString valueOf(const QString &expression, const Environment &environment, QString &problem) const;
    [[nodiscard]] QString replaced(const QString &text, QString Placeholder::*part) const;
    [[nodiscard]] YamlNodePtr fillScalar(const YamlNodePtr &node, const QString &path, QList<Filled> &filled) const;

    QList<Placeholder> m_placeholders;
    QList<Problem> m_problems;
};

} // namespace gatehouse
