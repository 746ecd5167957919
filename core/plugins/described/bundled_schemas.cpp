// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"

#include "core/model/entities.h"
#include "core/plugins/acl/acl_schema.h"
#include "core/plugins/cors/cors_schema.h"
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/file_log/file_log_schema.h"
#include "core/plugins/jwt/jwt_schema.h"
#include "core/plugins/key_auth/key_auth_schema.h"
#include "core/plugins/rate_limiting/rate_limiting_schema.h"
#include "core/plugins/request_termination/request_termination_schema.h"

namespace gatehouse {

std::shared_ptr<const SchemaRegistry> makeSchemaRegistry()
{
    auto registry = std::make_shared<SchemaRegistry>();
    addCoreEntities(*registry);

    const QList<RecordSchema> entities =
        QList<RecordSchema>{jwtSecretSchema(), keyAuthCredentialSchema(), aclGroupSchema(), acmeStorageSchema()} +
        authenticationEntitySchemas();
    for (const RecordSchema &entity : entities)
        registry->addEntity(entity);

    const QList<PluginSchema> plugins = QList<PluginSchema>{jwtPluginSchema(),
                                                            keyAuthPluginSchema(),
                                                            aclPluginSchema(),
                                                            rateLimitingPluginSchema(),
                                                            fileLogPluginSchema(),
                                                            corsPluginSchema(),
                                                            requestTerminationPluginSchema(),
                                                            acmePluginSchema()} +
                                        authenticationPluginSchemas() + securityPluginSchemas() +
                                        trafficPluginSchemas() + transformationPluginSchemas() +
                                        serverlessPluginSchemas() + loggingPluginSchemas() + metricsPluginSchemas() +
                                        tracingPluginSchemas() + aiPluginSchemas();
    for (const PluginSchema &plugin : plugins)
        registry->addPlugin(plugin);
    return registry;
}

} // namespace gatehouse
