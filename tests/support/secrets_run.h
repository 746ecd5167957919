// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/journal.h"
#include "core/runtime/project_secrets.h"
#include "tests/support/manual_clock.h"

#include <QTest>

#include <memory>
#include <optional>

namespace gatehouse {

using namespace Qt::StringLiterals;

// One run of the window, as far as its secrets are concerned.
struct SecretsRun {
    explicit SecretsRun(const QString &stateFolder)
        : journal(project, stateFolder)
    {
        project.setSecretsIn(SecretsIn::Keychain);
        project.setEnvironment([this](const QString &name) { return secrets.find(name); });
        store.open(SecretsChoice::Keychain, {}, [](const Result<> &) {});
    }

    Result<> save(const QString &file)
    {
        const PreparedSave prepared = project.prepareSave(ProjectSecrets::namesBeside(file));
        const Result<> kept = answer([&](const auto &done) { secrets.keep(file, prepared, done); });
        const Result<> saved = kept ? project.finishSave(file, prepared) : kept;
        if (saved)
            secrets.settle();
        else if (kept)
            secrets.takeBack();
        return saved;
    }

    Result<> open(const QString &file)
    {
        const auto fromNowhere = [](const QString &) { return false; };
        const Result<> loaded = answer([&](const auto &done) { secrets.load(file, fromNowhere, done); });
        return loaded ? project.open(file) : loaded;
    }

    static Result<> answer(const std::function<void(const SecretStore::Done &)> &job)
    {
        std::optional<Result<>> result;
        job([&result](const Result<> &given) { result = given; });
        return QTest::qWaitFor([&result] { return result.has_value(); }, 20000)
                   ? *result
                   : Result<>(Error{ErrorKind::Internal, u"no answer"_s});
    }

    [[nodiscard]] QJsonObject credential() const
    {
        const QList<QJsonObject> rows = project.store().config().rows(u"jwt_secrets"_s);
        return rows.isEmpty() ? QJsonObject() : rows.first();
    }

    ManualClock clock;
    std::shared_ptr<const SchemaRegistry> registry = makeSchemaRegistry();
    SecretStore store;
    ProjectSecrets secrets{store};
    Project project{*registry, clock};
    Journal journal;
};

// A consumer with a secret, as somebody makes it in the window.
inline void fill(SecretsRun &run)
{
    QVERIFY(run.project.openText(R"(_format_version: "3.0"
consumers:
- username: anna
  jwt_secrets: [{key: anna-key, secret: correct-horse-battery}]
  keyauth_credentials: [{key: staple-key-value}]
)"));
    run.project.setSecretsIn(SecretsIn::Keychain);
}

// What its secret is called in the file.
inline constexpr auto secretName = "DECK_JWT_SECRETS_ANNA_KEY_SECRET";

} // namespace gatehouse
