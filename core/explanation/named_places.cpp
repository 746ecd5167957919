// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explanation/named_places.h"

#include <algorithm>

namespace gatehouse {

QString filled(const QString &sentence, NamedPlaces places)
{
    QString text;
    qsizetype at = 0;
    while (at < sentence.size()) {
        const qsizetype open = sentence.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : sentence.indexOf(u'}', open);
        if (close < 0)
            break;
        const QStringView name = QStringView(sentence).mid(open + 1, close - open - 1);
        const auto *const place =
            std::find_if(places.begin(), places.end(), [name](const auto &one) { return one.first == name; });
        const bool isKnown = place != places.end();
        text += QStringView(sentence).mid(at, (isKnown ? open : close + 1) - at);
        if (isKnown)
            text += place->second;
        at = close + 1;
    }
    return text + sentence.mid(at);
}

} // namespace gatehouse
