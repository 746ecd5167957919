// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/production_bundle.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(export)
};

QByteArray composeFile(const ExportedDocument &document)
{
    QByteArray text = R"(services:
  kong:
    image: kong:3.9
    restart: unless-stopped
    environment:
      KONG_DATABASE: "off"
      KONG_DECLARATIVE_CONFIG: /opt/kong/kong.yml
      KONG_PROXY_LISTEN: 0.0.0.0:8000, 0.0.0.0:8443 http2 ssl
      KONG_ADMIN_LISTEN: 127.0.0.1:8001
      KONG_ADMIN_GUI_LISTEN: "off"
      KONG_PROXY_ACCESS_LOG: /dev/stdout
      KONG_PROXY_ERROR_LOG: /dev/stderr
      KONG_ADMIN_ACCESS_LOG: /dev/stdout
      KONG_ADMIN_ERROR_LOG: /dev/stderr
)";
    if (!document.variables.isEmpty())
        text += "    env_file: .env\n";
    return text + R"(    ports:
      - "8000:8000"
      - "8443:8443"
    volumes:
      - .:/opt/kong:ro
    healthcheck:
      test: ["CMD", "kong", "health"]
      interval: 10s
      timeout: 10s
      retries: 10
)";
}

QByteArray secretsChapter(const ExportedDocument &document)
{
    if (!document.variables.isEmpty())
        return "\n## Secrets\n\n`kong.yml` names its secrets, their values come from the environment. Copy "
               "`.env.example` to `.env`\nand fill it in; keep `.env` out of version control.\n";
    if (!document.holdsSecrets)
        return {};
    return "\n## Secrets\n\n`kong.yml` holds secrets in clear, as Kong takes no references for some of them. Only its "
           "owner may\nread it; keep it out of version control. Kong runs as an account of its own, which must own "
           "the file:\n\n    sudo chown \"$(docker run --rm --entrypoint id kong:3.9 -u kong)\" kong.yml\n";
}

QByteArray readme(const ExportedDocument &document)
{
    return "# Kong gateway\n\nA Kong 3.9 without a database that serves the configuration in `kong.yml`.\n\n"
           "## Start\n\n    docker compose up -d\n\nThe proxy listens on port 8000 (HTTP) and 8443 (HTTPS).\n" +
           secretsChapter(document) +
           "\n## Change\n\nCheck a new `kong.yml` and load it without interruption:\n\n"
           "    docker compose exec kong kong config parse /opt/kong/kong.yml\n"
           "    docker compose exec kong kong reload\n\n"
           "A changed `.env` needs `docker compose up -d`, which starts the container anew.\n\n"
           "## Admin API\n\nIt answers inside the container only (127.0.0.1:8001) and is not published.\n";
}

} // namespace

QList<BundleFile> productionBundle(const ExportedDocument &document)
{
    const FileAccess access = document.holdsSecrets ? FileAccess::Private : FileAccess::Shared;
    QList<BundleFile> files{{u"kong.yml"_s, document.text, access},
                            {u"docker-compose.yml"_s, composeFile(document)},
                            {u"README.md"_s, readme(document)}};
    files.append({u".env.example"_s, environmentExample(document.variables)});
    return files;
}

Result<> saveBundle(const QString &folder, const QList<BundleFile> &files, Overwrite overwrite)
{
    const QDir target(folder);
    for (const BundleFile &file : files) {
        if (overwrite == Overwrite::No && target.exists(file.name))
            return Error{ErrorKind::Conflict, Words::tr("%1 exists already.").arg(target.filePath(file.name))};
    }
    if (!target.mkpath(u"."_s))
        return Error{ErrorKind::Io, Words::tr("Cannot make the folder %1.").arg(folder)};
    for (const BundleFile &file : files) {
        if (const Result<> saved = saveFile(target.filePath(file.name), file.text, file.access); !saved)
            return saved.error();
    }
    return {};
}

} // namespace gatehouse
