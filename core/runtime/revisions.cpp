// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/revisions.h"

#include "core/base/logging.h"
#include "core/runtime/state_folder.h"

#include <QCryptographicHash>
#include <QPointer>

#include <sys/resource.h>

#include <algorithm>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int niceness = 5; // a third of the share of the other threads, when they compete

// The place itself may be several names, and longer than a file name may be.
QString folderOf(const QString &root, const QString &place)
{
    if (place.isEmpty())
        return {};
    return root + u'/' +
           QLatin1String(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

// What a person has undone is as much their doing, and what was opened came from a file.
Origin shownOrigin(Origin origin)
{
    if (origin == Origin::Undo)
        return Origin::User;
    return origin == Origin::Open ? Origin::File : origin;
}

QStringList otherSecrets(const QList<RowChange> &changes)
{
    QStringList fields;
    for (const RowChange &row : changes) {
        for (const FieldChange &field : row.fields) {
            if (row.kind == RowChange::Kind::Changed && field.isSecret)
                fields << row.table + u'/' + row.id + u'/' + field.path;
        }
    }
    return fields;
}

// Linux has priorities for threads only as niceness, which Qt does not set. What runs here is in nobody's way then.
void giveWay()
{
    static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness));
}

} // namespace

// The revisions of one place. Thread: the writer's, but for newest() before it is handed over.
class Revisions::Recorder
{
public:
    Recorder(const QString &folder, const SchemaRegistry &registry, const Clock &clock)
        : m_folder(folder)
        , m_registry(registry)
        , m_clock(clock)
    {
    }

    [[nodiscard]] std::optional<Revision> newest() const { return m_folder.newest(); }

    [[nodiscard]] const QList<Revision> &list() const noexcept { return m_list; }

    Result<> load()
    {
        m_list = m_folder.list();
        return {};
    }

    Result<> take(const Draft &draft);
    Result<> update(const Revision &revision);
    // The project has been saved to another place.
    Result<> takeAll(Recorder &other);
    [[nodiscard]] Texts texts(const QStringList &keys) const;

private:
    [[nodiscard]] std::optional<Config> before(const Draft &draft, const PreparedSave &made) const;
    void prune();

    RevisionFolder m_folder;
    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    QList<Revision> m_list; // from oldest to newest
    std::optional<Config> m_last;
};

std::optional<Config> Revisions::Recorder::before(const Draft &draft, const PreparedSave &made) const
{
    if (m_last || m_list.isEmpty())
        return m_last;
    const Result<QByteArray> text = m_folder.text(m_list.last().key);
    if (!text)
        return std::nullopt;
    const RevisionReader reader(m_registry, m_clock, {draft.config, [&made] { return made; }, draft.environment});
    const Result<ReadRevision> read = reader.read(*text);
    return read ? std::optional(read->config) : std::nullopt;
}

Result<> Revisions::Recorder::take(const Draft &draft)
{
    const PreparedSave made = draft.make();
    const std::optional<Config> known = before(draft, made);
    const QList<RowChange> changes =
        known ? rowChanges(m_registry, *known, draft.config) : QList<RowChange>(); // of the first, all rows are new
    m_last = draft.config;
    if (known && changes.isEmpty()) {
        Revision same = m_list.last();
        same.number = draft.revision.number;
        return update(same);
    }
    Revision revision = draft.revision;
    if (revision.summary.isEmpty())
        revision.summary = changesInShort(changes);
    if (revision.summary.isEmpty())
        revision.summary = Revisions::tr("The first configuration");
    revision.counts = known ? countsOf(changes) : ChangeCounts{.added = static_cast<int>(draft.config.rowCount())};
    revision.otherSecrets = otherSecrets(changes);
    const Result<> added = m_folder.add(revision, made.text);
    if (added)
        m_list.append(revision);
    prune();
    return added;
}

Result<> Revisions::Recorder::update(const Revision &revision)
{
    const auto known = std::find_if(m_list.begin(), m_list.end(),
                                    [&revision](const Revision &each) { return each.key == revision.key; });
    if (known == m_list.end())
        return {};
    *known = revision;
    return m_folder.update(revision);
}

Result<> Revisions::Recorder::takeAll(Recorder &other)
{
    Result<> result;
    for (Revision revision : std::as_const(other.m_list)) {
        const Result<QByteArray> text = other.m_folder.text(revision.key);
        const Result<> added = text ? m_folder.add(revision, *text) : text.error();
        if (!added)
            result = added;
    }
    m_last = other.m_last;
    m_list = m_folder.list();
    prune();
    return result;
}

Revisions::Texts Revisions::Recorder::texts(const QStringList &keys) const
{
    QList<QByteArray> texts;
    for (const QString &key : keys) {
        const Result<QByteArray> text = m_folder.text(key);
        if (!text)
            return text.error();
        texts << *text;
    }
    return texts;
}

void Revisions::Recorder::prune()
{
    qsizetype tooMany =
        std::count_if(m_list.begin(), m_list.end(), [](const Revision &each) { return !each.isPinned; }) - mostKept;
    m_list.removeIf([this, &tooMany](const Revision &each) {
        if (each.isPinned || tooMany <= 0)
            return false;
        --tooMany;
        m_folder.remove(each.key);
        return true;
    });
}

Revisions::Revisions(Project &project, Gateway &gateway, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_gateway(gateway)
    , m_folder(folder)
    , m_recorder(std::make_shared<Recorder>(QString(), project.store().registry(), project.store().clock()))
{
    m_writer.setMaxThreadCount(1); // in the order in which they ran
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Revisions::writeNext);
    connect(&project.store(), &ConfigStore::changed, this, &Revisions::follow);
    connect(&project, &Project::fileChanged, this, &Revisions::followPlace);
    connect(&gateway, &Gateway::started, this, &Revisions::record);
    connect(&gateway, &Gateway::published, this, &Revisions::record);
}

Revisions::~Revisions()
{
    for (const Draft &draft : std::as_const(m_waiting))
        m_writer.start([recorder = m_recorder, draft] { static_cast<void>(recorder->take(draft)); });
    m_writer.waitForDone();
}

QString Revisions::defaultFolder()
{
    return stateFolder(u"history"_s);
}

const Revision *Revisions::find(const QString &key) const
{
    const auto known =
        std::find_if(m_list.begin(), m_list.end(), [&key](const Revision &each) { return each.key == key; });
    return known == m_list.end() ? nullptr : &*known;
}

void Revisions::follow(const Change &change, Origin origin)
{
    m_origin = origin;
    m_step = change.wholesale ? change.text : QString();
    if (origin == Origin::Open)
        m_isOpening = true;
}

void Revisions::followPlace()
{
    const bool isOpening = std::exchange(m_isOpening, false);
    if (!isOpening && m_place == m_project.fileName())
        return;
    m_place = m_project.fileName();
    const auto next = std::make_shared<Recorder>(folderOf(m_folder, m_place), registry(), m_project.store().clock());
    if (const auto newest = next->newest())
        m_gateway.continueAfter(newest->number);
    const std::shared_ptr<Recorder> old = std::exchange(m_recorder, next);
    if (!isOpening) {
        post([old](Recorder &recorder) { return recorder.takeAll(*old); });
        return;
    }
    for (const Draft &draft : std::exchange(m_waiting, {}))
        m_writer.start([old, draft] { static_cast<void>(old->take(draft)); });
    m_list.clear();
    emit changed();
    post([](Recorder &recorder) { return recorder.load(); });
}

void Revisions::record()
{
    const Config config = m_gateway.runningConfig();
    Draft draft{{}, config, m_project.snapshotMaker(config), m_project.knownEnvironment()};
    draft.revision.number = m_gateway.revision();
    draft.revision.time = QDateTime::currentDateTimeUtc();
    draft.revision.origin = shownOrigin(m_origin);
    draft.revision.summary = std::exchange(m_step, {});
    if (m_waiting.size() >= mostWaiting && m_waiting.last().revision.origin == draft.revision.origin)
        m_waiting.removeLast();
    m_waiting.append(draft);
    m_soon.start(config.rowCount() > fewRows ? pause : std::chrono::milliseconds(0));
}

void Revisions::writeNext()
{
    if (m_isWriting || m_waiting.isEmpty() || m_soon.isActive())
        return;
    m_isWriting = true;
    const auto then = [this] {
        m_isWriting = false;
        writeNext();
    };
    post([draft = m_waiting.takeFirst()](Recorder &recorder) { return recorder.take(draft); }, then);
}

void Revisions::pin(const QString &key, const QString &note)
{
    change(key, [&note](Revision &revision) {
        revision.isPinned = true;
        revision.note = note;
    });
}

void Revisions::unpin(const QString &key)
{
    change(key, [](Revision &revision) {
        revision.isPinned = false;
        revision.note.clear();
    });
}

void Revisions::change(const QString &key, const std::function<void(Revision &)> &edit)
{
    const Revision *known = find(key);
    if (!known)
        return;
    Revision revision = *known;
    edit(revision);
    post([revision](Recorder &recorder) { return recorder.update(revision); });
}

void Revisions::read(const QStringList &keys, QObject *context, const std::function<void(const Texts &)> &take)
{
    m_writer.start([this, recorder = m_recorder, keys, context = QPointer(context), take] {
        const Texts texts = recorder->texts(keys);
        QMetaObject::invokeMethod(
            this,
            [context, take, texts] {
                if (context)
                    take(texts);
            },
            Qt::QueuedConnection);
    });
}

std::function<RevisionReader()> Revisions::readerMaker() const
{
    const Config config = m_project.store().config();
    return [&registry = registry(), &clock = m_project.store().clock(),
            present = RevisionReader::Present{config, m_project.snapshotMaker(config), m_project.knownEnvironment()}] {
        return RevisionReader(registry, clock, present);
    };
}

void Revisions::post(const std::function<Result<>(Recorder &)> &work, const std::function<void()> &then)
{
    m_writer.start([this, recorder = m_recorder, work, then] {
        giveWay();
        const Result<> result = work(*recorder);
        QList<Revision> list = recorder->list();
        std::reverse(list.begin(), list.end());
        QMetaObject::invokeMethod(
            this,
            [this, recorder, result, list, then] {
                if (recorder == m_recorder)
                    takeOver(result, list);
                if (then)
                    then();
            },
            Qt::QueuedConnection);
    });
}

void Revisions::takeOver(const Result<> &result, const QList<Revision> &list)
{
    if (!result) {
        qCWarning(lcConfig, "%s", qUtf8Printable(result.error().message));
        emit failed(result.error());
    }
    if (m_list == list)
        return;
    m_list = list;
    emit changed();
}

} // namespace gatehouse
