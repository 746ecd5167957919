// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/revision_comparison.h"
#include "core/runtime/revisions.h"
#include "tests/support/manual_clock.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace gatehouse {

using namespace Qt::StringLiterals;

// A run of the program, as far as its history is concerned.
struct RevisionsRun {
    explicit RevisionsRun(const QString &folder)
        : revisions(project, gateway, folder)
    {
        project.setMissing(Project::Missing::StandIn);
    }

    ~RevisionsRun() { gateway.stopNow(); }

    void start()
    {
        GatewaySettings settings;
        settings.proxy.port = 0;
        settings.admin.port = 0;
        settings.workers = 1;
        const Result<> started = gateway.start(settings);
        QVERIFY2(started, started ? "" : qUtf8Printable(started.error().message));
    }

    // An edit that runs at once, and waits until it has a revision.
    void edit(const QString &host)
    {
        const quint64 number = gateway.revision() + 1;
        QVERIFY(project.store().update(u"services"_s, {u"name"_s, u"s"_s}, {{u"host"_s, host}}, Origin::User));
        QSignalSpy changed(&revisions, &Revisions::changed);
        QVERIFY(gateway.apply());
        while (newest().number != number)
            QVERIFY(changed.wait(60000)); // a large one takes its time
    }

    [[nodiscard]] Revision newest() const { return revisions.list().value(0); }

    // The snapshots of the list as texts.
    [[nodiscard]] QList<QByteArray> texts(const QStringList &keys)
    {
        std::optional<Revisions::Texts> texts;
        revisions.read(keys, &revisions, [&texts](const Revisions::Texts &read) { texts = read; });
        return QTest::qWaitFor([&texts] { return texts.has_value(); }) && *texts ? **texts : QList<QByteArray>();
    }

    // A snapshot of the list as a configuration.
    [[nodiscard]] std::optional<ReadRevision> read(const QString &key)
    {
        const QList<QByteArray> text = texts({key});
        if (text.isEmpty())
            return std::nullopt;
        const Result<ReadRevision> read = revisions.readerMaker()().read(text.first());
        if (!read)
            qWarning("%s", qUtf8Printable(toText(read.error())));
        return read ? std::optional(*read) : std::nullopt;
    }

    ManualClock clock;
    std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
    Project project{*registry, clock};
    Gateway gateway{project, clock};
    Revisions revisions;
};

// A test of the history, with a folder of its own for it and for the file of the project.
class RevisionsTest : public QObject
{
protected:
    [[nodiscard]] QString history() const { return m_folder->filePath(u"history"_s); }

    [[nodiscard]] QString saved(const QByteArray &text) const
    {
        const QString name = m_folder->filePath(u"kong.yml"_s);
        return saveFile(name, text) ? name : QString();
    }

    [[nodiscard]] QStringList files() const
    {
        QStringList names;
        QDirIterator all(history(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            names << all.next();
        return names;
    }

    static constexpr auto oneService = "_format_version: \"3.0\"\nservices:\n  - name: s\n    host: a.test\n";
    // Every secret begins with "plain-".
    static constexpr auto withSecrets = R"(_format_version: "3.0"
services:
  - name: s
    host: a.test
consumers:
  - username: mobile
    jwt_secrets:
      - key: k1
        secret: plain-jwt
    keyauth_credentials:
      - key: plain-key
    basicauth_credentials:
      - username: mobile
        password: plain-password
    hmacauth_credentials:
      - username: mobile
        secret: plain-hmac
plugins:
  - name: rate-limiting
    config:
      minute: 5
      redis:
        password: plain-redis
)";

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

} // namespace gatehouse
