# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Descriptions of all plugins, apart from their behaviour: what files, the Admin API and forms need.
set(dir ${CMAKE_CURRENT_LIST_DIR})
gatehouse_library(plugin_schemas
    SOURCES
        ${dir}/acl/acl_schema.cpp
        ${dir}/cors/cors_schema.cpp
        ${dir}/described/acme_schema.cpp
        ${dir}/described/ai_schemas.cpp
        ${dir}/described/authentication_entities.cpp
        ${dir}/described/authentication_schemas.cpp
        ${dir}/described/bundled_schemas.cpp
        ${dir}/described/logging_schemas.cpp
        ${dir}/described/metrics_schemas.cpp
        ${dir}/described/security_schemas.cpp
        ${dir}/described/serverless_schemas.cpp
        ${dir}/described/tracing_schemas.cpp
        ${dir}/described/traffic_schemas.cpp
        ${dir}/described/transformation_schemas.cpp
        ${dir}/file_log/file_log_schema.cpp
        ${dir}/jwt/jwt_schema.cpp
        ${dir}/key_auth/key_auth_schema.cpp
        ${dir}/lua_lexer.cpp
        ${dir}/lua_syntax.cpp
        ${dir}/rate_limiting/rate_limiting_schema.cpp
        ${dir}/request_termination/request_termination_schema.cpp
        ${dir}/schema_parts.cpp
    LINKS gatehouse::model)
