// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/secret_keeper.h"

#include "core/base/logging.h"
#include "core/runtime/project_files.h"
#include "core/secrets/file_backend.h"
#include "core/secrets/memory_backend.h"
#include "core/secrets/memory_guard.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QLatin1StringView journalKeyName("journal/key");

QString randomKey()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

SecretKeeper::SecretKeeper(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_secrets(std::make_shared<ProjectSecrets>(m_store))
{
    project.setMissing(Project::Missing::StandIn);
    project.setEnvironment(environmentOf(*m_secrets));
}

SecretKeeper::~SecretKeeper() = default;

void SecretKeeper::open(SecretsChoice preferred)
{
    const QString text = qEnvironmentVariable("GATEHOUSE_SECRETS_BACKEND");
    const std::optional<SecretsChoice> given = secretsChoiceFrom(text);
    if (!given)
        qCWarning(lcConfig, "GATEHOUSE_SECRETS_BACKEND is auto, keychain, file, env or none, not '%s'.",
                  qUtf8Printable(text));
    m_preferred = given.value_or(SecretsChoice::Auto) == SecretsChoice::Auto ? preferred : *given;
    readSources(m_preferred);
    ask(m_preferred, [this](const Result<> &result) { finishAsking(result); });
}

void SecretKeeper::readSources(SecretsChoice choice)
{
    if (choice == SecretsChoice::None)
        return;
    const Result<QByteArray> passphrase = passphraseFromEnvironment();
    m_passphrase = passphrase ? *passphrase : QByteArray();
    const Result<SecretSources> sources =
        passphrase ? SecretSources::open(qEnvironmentVariable("GATEHOUSE_SECRETS_FILE"), m_passphrase)
                   : Result<SecretSources>(passphrase.error());
    if (sources)
        m_sources = *sources;
    else
        qCWarning(lcConfig, "%s", qUtf8Printable(toText(sources.error())));
    m_project.setEnvironment(environmentOf(*m_secrets));
}

void SecretKeeper::useKeychain(const std::function<void()> &then)
{
    if (m_state == State::Asking || m_state == State::NotAllowed) {
        whenAsked(then);
        return;
    }
    whenSaved([this, then] { change(SecretsChoice::Keychain, [then](const Result<> &) { then(); }); });
}

void SecretKeeper::test(const Done &done)
{
    if (m_state == State::Asking)
        whenAsked([this, done] { test(done); });
    else if (m_state == State::Locked || m_state == State::Absent)
        whenSaved([this, done] { change(m_preferred, done); });
    else
        m_store.test(done);
}

void SecretKeeper::change(SecretsChoice choice, const Done &done)
{
    cancelReading();
    ask(choice, [this, choice, done](const Result<> &result) {
        if (result)
            m_preferred = choice;
        finishAsking(result);
        done(result);
    });
}

void SecretKeeper::ask(SecretsChoice choice, const Done &done)
{
    m_state = State::Asking;
    m_store.open(choice, m_passphrase, [this, done](const Result<> &opened) {
        if (opened)
            fetchJournalKey(done);
        else
            done(opened);
    });
}

// Without a key the journal leaves unsaved secrets out; that is no reason to go without a place for the others.
void SecretKeeper::fetchJournalKey(const Done &done)
{
    m_store.readAll({QString(journalKeyName)}, [this, done](const SecretStore::Read &read) {
        if (read.values.isEmpty() && read.errors.isEmpty() && m_store.backend().isPersistent()) {
            makeJournalKey(done);
            return;
        }
        m_journalKey = read.values.value(QString(journalKeyName)).toLatin1();
        done({});
    });
}

void SecretKeeper::makeJournalKey(const Done &done)
{
    const QString key = randomKey();
    m_store.writeAll({{QString(journalKeyName), key}}, [this, key, done](const Result<> &written) {
        m_journalKey = written ? key.toLatin1() : QByteArray();
        done({});
    });
}

void SecretKeeper::finishAsking(const Result<> &result)
{
    const bool isFile = qobject_cast<const FileBackend *>(&m_store.backend()) != nullptr;
    if (m_preferred == SecretsChoice::Env || m_preferred == SecretsChoice::None)
        m_state = State::NotAllowed;
    else if (result)
        m_state = State::Ready;
    else
        m_state = result.error().kind == ErrorKind::Denied ? State::Locked : State::Absent;
    m_storePlace = m_state != State::Ready ? Place::Nowhere : isFile ? Place::EncryptedFile : Place::Keychain;
    if (m_state != State::Ready)
        m_journalKey.clear();
    setState(m_state, result ? QString() : result.error().message);
}

void SecretKeeper::setState(State state, const QString &reason)
{
    m_state = state;
    m_reason = reason;
    if (m_project.fileName().isEmpty() && !m_isDecided)
        m_project.setSecretsIn(defaultPlace());
    if (m_state == State::Ready && keepsSecrets() && m_secrets->isBehind())
        m_project.markModified(); // the new place has none of them yet
    emit journalKeyChanged(m_journalKey);
    emit changed();
    for (const auto &then : std::exchange(m_whenAsked, {}))
        then();
}

void SecretKeeper::whenAsked(const std::function<void()> &then)
{
    if (m_state == State::Asking)
        m_whenAsked.append(then);
    else
        then();
}

void SecretKeeper::useFile(const QByteArray &passphrase, const Done &done)
{
    whenSaved([this, passphrase, done] {
        m_passphrase = passphrase;
        change(SecretsChoice::File, done);
    });
}

void SecretKeeper::useMemory()
{
    whenSaved([this] {
        cancelReading();
        m_store.use(std::make_unique<MemoryBackend>());
        m_journalKey.clear(); // what it encrypts could not be read in the next run
        m_storePlace = Place::Memory;
        setState(State::Ready, {});
    });
}

SecretKeeper::Place SecretKeeper::place() const
{
    return keepsSecrets() ? m_storePlace : Place::File;
}

void SecretKeeper::setKeepsSecrets(bool keeps)
{
    if (keeps == keepsSecrets())
        return;
    m_isDecided = true;
    m_project.moveSecretsTo(keeps ? SecretsIn::Keychain : SecretsIn::File);
    emit changed();
}

// A secret that is gone with the program is nobody's default.
SecretsIn SecretKeeper::defaultPlace() const
{
    const bool persists = m_state == State::Ready && m_storePlace != Place::Memory;
    return persists ? SecretsIn::Keychain : SecretsIn::File;
}

Environment SecretKeeper::environmentOf(const ProjectSecrets &secrets) const
{
    return [values = secrets.values(), sources = m_sources](const QString &name) {
        const auto value = values.constFind(name);
        return value == values.constEnd() ? sources.find(name) : std::optional(*value);
    };
}

void SecretKeeper::openFile(const QString &fileName, const Done &done)
{
    const auto take = [this, fileName] {
        const Result<> opened = m_project.open(fileName);
        if (opened)
            m_before.clear();
        return opened;
    };
    read(fileName, take, done);
}

void SecretKeeper::reload(const Done &done)
{
    const auto take = [this] {
        m_before += m_secrets->values().keys();
        return m_project.reload();
    };
    read(m_project.fileName(), take, done);
}

void SecretKeeper::read(const QString &fileName, const std::function<Result<>()> &take, const Done &done)
{
    cancelReading();
    if (const Result<ProjectSettings> settings = readProjectSettings(fileName); !settings) {
        done(settings.error());
        return;
    }
    m_isReading = true;
    const quint64 mine = m_reading;
    emit readingChanged(fileName); // and somebody may cancel it
    const auto load = [this, fileName, take, done, mine] {
        if (mine != m_reading)
            return;
        const auto next = std::make_shared<ProjectSecrets>(m_store);
        next->load(fileName, isKnownNowhere, [this, mine, next, take, fileName, done](const Result<> &) {
            if (mine == m_reading)
                done(finishReading(next, take, fileName));
        });
    };
    whenSaved([this, load, asks = asksTheStore(fileName, isKnownNowhere)] {
        if (asks)
            whenAsked(load);
        else
            load();
    });
}

// What could not be read is missing in the project, and so named; also when nothing can stand in for it, as for a
// private key.
Result<> SecretKeeper::finishReading(const std::shared_ptr<ProjectSecrets> &next,
                                     const std::function<Result<>()> &take,
                                     const QString &fileName)
{
    cancelReading();
    m_project.setEnvironment(environmentOf(*next));
    Result<> taken = take();
    if (taken) {
        m_secrets = next;
        m_spelledOut.clear();
        m_project.setSecretsIn(next->keepsSecrets() ? SecretsIn::Keychain : SecretsIn::File);
    } else {
        Error error = taken.error();
        error.problems = missingNames(textAt(fileName), environmentOf(*next)) + error.problems;
        taken = error;
        m_project.setEnvironment(environmentOf(*m_secrets));
    }
    emit changed();
    return taken;
}

void SecretKeeper::cancelReading()
{
    ++m_reading;
    if (std::exchange(m_isReading, false))
        emit readingChanged({});
}

void SecretKeeper::startNew()
{
    cancelReading();
    m_secrets = std::make_shared<ProjectSecrets>(m_store);
    m_before.clear();
    m_spelledOut.clear();
    m_isDecided = false;
    m_project.setEnvironment(environmentOf(*m_secrets));
    m_project.setSecretsIn(defaultPlace());
    emit changed();
}

void SecretKeeper::whenSaved(const std::function<void()> &then)
{
    if (m_isSaving)
        m_whenSaved.append(then);
    else
        then();
}

void SecretKeeper::save(const QString &fileName, const Done &done)
{
    whenSaved([this, fileName, done] {
        m_isSaving = true;
        // Only a new project may still change its mind about where its secrets go.
        if (keepsSecrets() || m_project.fileName().isEmpty())
            whenAsked([this, fileName, done] { saveNow(fileName, done); });
        else
            saveNow(fileName, done);
    });
}

// Names that mean something else in the folder are another file's; a copy shares no secret with its original.
PlaceholderChanges SecretKeeper::changesFor(const QString &fileName, const QStringList &taken)
{
    PlaceholderChanges changes;
    if (QFileInfo(fileName).absoluteFilePath() != m_project.fileName()) {
        for (const QString &name : taken) {
            if (m_secrets->find(name))
                changes.anew.insert(name);
        }
    }
    if (keepsSecrets()) {
        m_spelledOut.clear();
    } else if (m_secrets->keepsSecrets()) {
        const QStringList names = m_secrets->names();
        m_spelledOut = QSet<QString>(names.begin(), names.end());
    }
    for (const QString &name : std::as_const(m_spelledOut)) {
        if (const auto value = m_secrets->find(name))
            changes.spelledOut.insert(name, *value);
    }
    return changes;
}

void SecretKeeper::saveNow(const QString &fileName, const Done &done)
{
    const QStringList taken = ProjectSecrets::namesBeside(fileName);
    const PreparedSave prepared = m_project.prepareSave(taken, changesFor(fileName, taken));
    m_secrets->keep(fileName, prepared, [this, fileName, prepared, done](const Result<> &kept) {
        const Result<> saved = kept ? m_project.finishSave(fileName, prepared) : kept;
        if (saved || (kept && m_project.hasWritten())) // one of several files may name what was kept
            m_secrets->settle();
        else if (kept)
            m_secrets->takeBack();
        m_project.setEnvironment(environmentOf(*m_secrets));
        emit changed();
        done(saved);
        finishSaving();
    });
}

void SecretKeeper::finishSaving()
{
    m_isSaving = false;
    while (!m_isSaving && !m_whenSaved.isEmpty())
        m_whenSaved.takeFirst()();
}

void SecretKeeper::recover(const LeftBehind &left, const Done &done)
{
    if (left.sealed.isEmpty()) {
        done({});
        return;
    }
    whenAsked([this, left, done] {
        const QString why = m_reason.isEmpty() ? tr("Its key is not there.") : m_reason;
        const Error locked{ErrorKind::Denied, tr("The unsaved secrets cannot be read. %1").arg(why), {}};
        const auto values =
            m_journalKey.isEmpty() ? Result<QMap<QString, QString>>(locked) : unsealUnsaved(left, m_journalKey);
        if (!values) {
            done(values.error());
            return;
        }
        guardMemory();
        m_secrets->addUnsaved(*values);
        m_project.setEnvironment(environmentOf(*m_secrets));
        done({});
    });
}

} // namespace gatehouse
