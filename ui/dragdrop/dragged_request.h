// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_draft.h"

#include <optional>

class QMimeData;

namespace gatehouse {

// What a drag of a recorded request carries: for this program the request, for everything else its line. The drag owns
// it. Thread: control.
[[nodiscard]] QMimeData *makeMimeData(const RequestDraft &draft);
// The request that a drag of this program carries; nothing when it carries something else.
[[nodiscard]] std::optional<RequestDraft> draggedRequest(const QMimeData &data);

} // namespace gatehouse
