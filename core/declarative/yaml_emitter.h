// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"

#include <QByteArray>
#include <QHash>

namespace gatehouse {

// A map as block-style YAML: two spaces, LF, quotes only where a reader would see something else without them, texts
// of several lines as literal blocks. The same tree always gives the same bytes, and they are read back as that tree.
// Thread: any.
QByteArray emitYaml(const YamlNode &document);

// The same text with the line, counted from 1, on which each map of a list begins.
struct EmittedYaml {
    QByteArray text;
    QHash<const YamlNode *, int> lines;
};

EmittedYaml emitYamlWithLines(const YamlNode &document);

// Building blocks of documents to emit.
YamlNodePtr scalarNode(const QJsonValue &value);
YamlNodePtr nodeOf(const QJsonValue &value); // object keys in alphabetical order

} // namespace gatehouse
