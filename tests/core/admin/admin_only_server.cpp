// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_server.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/core/admin/fake_node_facts.h"

#include <QCoreApplication>

#include <cstdio>

// The Admin API over an empty configuration and nothing behind it, for replaying recorded conversations.
int main(int argc, char **argv)
{
    using namespace gatehouse;
    const QCoreApplication application(argc, argv);
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    ConfigStore store(*registry, clock);
    FakeNodeFacts facts;
    AdminApi api(store, facts);
    AdminServerOptions options;
    options.port = application.arguments().value(1).toUShort();
    AdminServer server(api, options);
    const Result<quint16> port = server.listen();
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error().message));
        return 1;
    }
    std::printf("ready admin=127.0.0.1:%d\n", *port);
    std::fflush(stdout);
    return QCoreApplication::exec();
}
