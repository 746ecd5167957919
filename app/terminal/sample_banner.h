// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/sample_configuration.h"

#include <QString>

namespace gatehouse {

// Prints curl lines for the running sample, with tokens that are valid for a day, to stderr.
void printSampleBanner(const SampleConfiguration &sample, const QString &proxyAddress);

} // namespace gatehouse
