// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse {

// Why a plugin let a request pass or answered it, in words, from the facts it noted (RequestTrace::note). `step` is the
// plugin's object in the trace (trace_text.h); `nowSeconds` since the Unix epoch is when it happened. Plugins without
// words of their own get a general sentence. Thread: any.
[[nodiscard]] QString pluginReason(const QJsonObject &step, qint64 nowSeconds);

} // namespace gatehouse
