// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonValue>

#include <string>
#include <vector>

namespace gatehouse {

// A list of texts out of a configuration, as the data path compares them; empty when the field is not set.
[[nodiscard]] inline std::vector<std::string> textsOf(const QJsonValue &list)
{
    std::vector<std::string> texts;
    for (const QJsonValue &text : list.toArray())
        texts.push_back(text.toString().toStdString());
    return texts;
}

} // namespace gatehouse
