// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/secret_lookup.h"

#include "core/runtime/project_files.h"

#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

QStringList namesIn(const QString &projectFile)
{
    return placeholderNames(textAt(projectFile));
}

Result<> openWithSecrets(Project &project, SecretLookup &lookup, const QString &projectFile, const QString &secretsFile)
{
    if (const Result<> opened = lookup.open(secretsFile); !opened)
        return Error{ErrorKind::Invalid, opened.error().message, opened.error().problems};
    if (const Result<> loaded = lookup.load(projectFile); !loaded)
        return loaded;
    project.setEnvironment(lookup.environment());
    return project.open(projectFile);
}

QCommandLineOption secretsFileOption()
{
    return {u"secrets-file"_s, u"Secrets the file asks for: NAME=value lines, or encrypted (GATEHOUSE_SECRETS_FILE)."_s,
            u"FILE"_s};
}

Result<Environment>
environmentFor(SecretLookup &lookup, const QString &name, const QByteArray &text, const QString &secretsFile)
{
    const QStringList names = placeholderNames(text);
    if (names.isEmpty())
        return processEnvironment();
    if (const Result<> opened = lookup.open(secretsFile); !opened)
        return Error{ErrorKind::Invalid, opened.error().message, opened.error().problems};
    if (const Result<> found = name == "-"_L1 ? lookup.findAll(names) : lookup.load(name); !found)
        return found.error();
    return lookup.environment();
}

SecretLookup::SecretLookup() = default;

Result<> SecretLookup::wait(const std::function<void(const ProjectSecrets::Done &)> &job)
{
    std::optional<Result<>> answer;
    QEventLoop loop;
    job([&answer, &loop](const Result<> &result) {
        answer = result;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

Result<> SecretLookup::open(const QString &secretsFile)
{
    const QString text = qEnvironmentVariable("GATEHOUSE_SECRETS_BACKEND");
    const auto choice = secretsChoiceFrom(text);
    if (!choice)
        return Error{ErrorKind::Invalid,
                     u"GATEHOUSE_SECRETS_BACKEND is auto, keychain, file, env or none, not '%1'"_s.arg(text)};
    m_choice = *choice;
    if (m_choice == SecretsChoice::None)
        return {};
    const Result<QByteArray> passphrase = passphraseFromEnvironment();
    if (!passphrase)
        return passphrase.error();
    m_passphrase = *passphrase;
    const Result<SecretSources> sources = SecretSources::open(
        secretsFile.isEmpty() ? qEnvironmentVariable("GATEHOUSE_SECRETS_FILE") : secretsFile, m_passphrase);
    if (!sources)
        return sources.error();
    m_sources = *sources;
    return {};
}

void SecretLookup::openStore(const std::function<void()> &then)
{
    if (m_reachable) {
        then();
        return;
    }
    m_store.open(m_choice, m_passphrase, [this, then](const Result<> &opened) {
        m_reachable = opened;
        then();
    });
}

void SecretLookup::openKeychain()
{
    const Result<> opened = wait([this](const auto &done) { openStore([done] { done({}); }); });
    Q_ASSERT(opened);
}

Result<> SecretLookup::load(const QString &projectFile)
{
    return wait([&](const auto &done) { load(projectFile, done); });
}

void SecretLookup::load(const QString &projectFile, const ProjectSecrets::Done &done)
{
    const auto isKnown = [this](const QString &name) { return m_sources.find(name).has_value(); };
    const QStringList names = namesIn(projectFile);
    if (std::all_of(names.begin(), names.end(), isKnown)) {
        done({});
        return;
    }
    openStore([this, projectFile, isKnown, done] {
        m_secrets.load(projectFile, isKnown, [this, projectFile, done](const Result<> &loaded) {
            done(missing(projectFile, namesIn(projectFile), loaded));
        });
    });
}

Result<> SecretLookup::missing(const QString &projectFile, const QStringList &names, const Result<> &loaded) const
{
    QList<Problem> problems;
    for (const QString &name : names) {
        if (!find(name))
            problems.append({{}, name});
    }
    if (problems.isEmpty())
        return {};
    QString message = u"These secrets of %1 are not set:"_s.arg(projectFile.isEmpty() ? u"standard input"_s
                                                                                      : lineOfPlace(projectFile));
    if (!loaded)
        message = loaded.error().message + u' ' + message;
    return Error{ErrorKind::Invalid, message, problems};
}

std::optional<QString> SecretLookup::find(const QString &name) const
{
    const auto value = m_sources.find(name);
    return value ? value : m_secrets.find(name);
}

QString SecretLookup::placeOf(const QString &name) const
{
    const QString place = m_sources.placeOf(name);
    return place.isEmpty() && m_secrets.find(name) ? m_store.backend().name() : place;
}

Environment SecretLookup::environment() const
{
    return [this](const QString &name) { return find(name); };
}

} // namespace gatehouse
