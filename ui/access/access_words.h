// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access_ways.h"
#include "ui/theme/theme.h"

namespace gatehouse {

// Who can call what, in words. Pure functions; thread: control.

// What a cell shows. The glyph alone where there is no room for the word; the tone is never the only sign.
struct CellWords {
    QString glyph;
    QString word;
    theme::Tone tone = theme::Tone::Plain;
};

[[nodiscard]] CellWords wordsOf(AccessState state);
[[nodiscard]] CellWords wordsOf(GroupRule rule);

// All of them, for the line above the table; words stay with their glyphs when the line is broken.
[[nodiscard]] QString accessLegend();
[[nodiscard]] QString groupLegend();

[[nodiscard]] QString callerName(const AccessLine &consumer);

// "mobile-app, orders-write: denied, needs group writers or admins"
[[nodiscard]] QString cellSentence(const AccessLine &consumer, const AccessColumn &route, const AccessCell &cell);
[[nodiscard]] QString ruleSentence(const QString &group, const AccessColumn &route, GroupRule rule);

// "Add mobile-app to group writers"
[[nodiscard]] QString wayText(const Config &config, const AccessWay &way);

// Whom else a way lets in or shuts out, besides the pair that it is taken for.
[[nodiscard]] QString shiftsText(const AccessShifts &shifts, const QString &consumerId, const QString &routeId);

} // namespace gatehouse
