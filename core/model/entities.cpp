// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/entities.h"

#include "core/model/ca_certificate.h"
#include "core/model/certificate.h"
#include "core/model/consumer.h"
#include "core/model/database_tables.h"
#include "core/model/filter_chain.h"
#include "core/model/key_set.h"
#include "core/model/plugin_entry.h"
#include "core/model/route.h"
#include "core/model/service.h"
#include "core/model/target.h"
#include "core/model/upstream.h"
#include "core/model/vault.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

void addCoreEntities(SchemaRegistry &registry)
{
    for (const RecordSchema &schema :
         {serviceSchema(), routeSchema(), consumerSchema(), pluginEntrySchema(), upstreamSchema(), targetSchema(),
          certificateSchema(), sniSchema(), caCertificateSchema(), vaultSchema(), keySetSchema(), keySchema(),
          filterChainSchema()})
        registry.addEntity(schema);
    for (const RecordSchema &schema : databaseTableSchemas())
        registry.addEntity(schema);
    registry.addSubschema(u"vaults"_s, u"env"_s, envVaultSchema());
}

} // namespace gatehouse
