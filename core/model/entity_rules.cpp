// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/entity_rules.h"

#include "core/model/ca_certificate.h"
#include "core/model/certificate.h"
#include "core/model/plugin_entry.h"
#include "core/model/target.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

EntityRules entityRules(QStringView table)
{
    if (table == "certificates"_L1)
        return certificateRules();
    if (table == "ca_certificates"_L1)
        return caCertificateRules();
    if (table == "plugins"_L1)
        return pluginEntryRules();
    if (table == "targets"_L1)
        return targetRules();
    return {};
}

} // namespace gatehouse
