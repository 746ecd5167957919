// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What RequestsPage does with the saved requests: run, keep, name, copy, remove.
#include "core/requests/curl_line.h"
#include "core/requests/secret_parts.h"
#include "ui/dragdrop/dragged_request.h"
#include "ui/requests/answer_view.h"
#include "ui/requests/request_name_dialog.h"
#include "ui/requests/requests_page.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::seconds undoOffer{10};

} // namespace

const SavedRequest *RequestsPage::saved(const RequestKey &key) const
{
    const qsizetype index = key.isSaved() ? m_book.find(key.folder, key.name) : -1;
    return index < 0 ? nullptr : &m_book.collection().requests[index];
}

RequestDraft RequestsPage::draftOf(const RequestKey &key) const
{
    if (const auto edited = m_drafts.constFind(key); edited != m_drafts.constEnd())
        return *edited;
    const SavedRequest *kept = saved(key);
    return kept ? kept->draft : RequestDraft();
}

// Those of a folder; an empty text stands for all.
QList<RequestKey> RequestsPage::savedKeys(const QString &folder) const
{
    QList<RequestKey> keys;
    for (const SavedRequest &each : m_book.collection().requests) {
        if (folder.isEmpty() || each.folder == folder)
            keys.append({each.folder, each.name});
    }
    return keys;
}

QStringList RequestsPage::folders() const
{
    QStringList names;
    for (const SavedRequest &each : m_book.collection().requests) {
        if (!each.folder.isEmpty() && !names.contains(each.folder))
            names << each.folder;
    }
    return names;
}

void RequestsPage::runAll()
{
    if (m_sender.isRunning())
        return;
    m_sent = savedKeys({});
    QList<RequestDraft> drafts;
    for (const RequestKey &key : std::as_const(m_sent))
        drafts << draftOf(key);
    if (drafts.isEmpty()) {
        m_total->setText(tr("No request is saved yet"));
        return;
    }
    m_isRunningAll = true;
    m_total->clear();
    m_progress->setRange(0, static_cast<int>(drafts.size()));
    m_progress->setValue(0);
    if (const Result<> sent = m_sender.send(drafts, m_editor->against()); !sent) {
        if (sent.error().kind == ErrorKind::NotFound)
            m_answer->showStopped();
        m_total->setText(sent.error().message);
    }
    refreshRunning();
}

void RequestsPage::tellTotal()
{
    int met = 0;
    for (const RequestKey &key : std::as_const(m_sent))
        met += m_outcomes.value(key).isMet() ? 1 : 0;
    const int all = static_cast<int>(m_sent.size());
    m_total->setText(met == all ? tr("✓ All %n as expected", nullptr, all)
                                : tr("✗ %1 of %2 not as expected").arg(all - met).arg(all));
}

bool RequestsPage::can(ListCommand command) const
{
    const RequestKey key = m_tree->current();
    switch (command) {
    case ListCommand::New:
    case ListCommand::CopyCurl:
        return true;
    case ListCommand::Duplicate:
        return key.isSaved();
    case ListCommand::Rename:
    case ListCommand::Delete:
        return key.isSaved() || key.isFolder();
    default:
        return false;
    }
}

bool RequestsPage::offers(ListCommand command) const
{
    return command == ListCommand::New || command == ListCommand::CopyCurl || command == ListCommand::Duplicate ||
           command == ListCommand::Rename || command == ListCommand::Delete;
}

void RequestsPage::run(ListCommand command)
{
    if (!can(command))
        return;
    switch (command) {
    case ListCommand::New:
        showDraft({}, RequestUse::Edit);
        break;
    case ListCommand::CopyCurl:
        copyCurl();
        break;
    case ListCommand::Duplicate:
        duplicate();
        break;
    case ListCommand::Rename:
        rename();
        break;
    case ListCommand::Delete:
        remove();
        break;
    default:
        break;
    }
}

void RequestsPage::adoptListActions(const QList<QAction *> &actions)
{
    m_tree->addActions(actions);
    m_tree->addAction(findChild<QAction *>(u"runRequestsAction"_s));
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

bool RequestsPage::takes(const QMimeData &dragged) const
{
    return draggedRequest(dragged).has_value();
}

void RequestsPage::take(const QMimeData &dragged)
{
    if (const std::optional<RequestDraft> draft = draggedRequest(dragged))
        emit m_workbench.requestRequested(*draft, RequestUse::Edit);
}

// What was sent, or what would be, without credentials.
void RequestsPage::copyCurl() const
{
    if (m_answer->copyCurl())
        return;
    const QString address = m_workbench.gateway().proxyAddress();
    Result<PreparedRequest> request =
        prepareRequest(m_editor->draft(), address.isEmpty() ? QString::fromLatin1(usualBase) : u"http://"_s + address);
    if (!request)
        return;
    noteTypedSecrets(*request, m_names);
    QGuiApplication::clipboard()->setText(curlLine(*request, SecretsInText::Hidden));
}

void RequestsPage::saveCurrent()
{
    if (saved(m_shown))
        saveAs(m_shown);
    else
        askName();
}

void RequestsPage::askName()
{
    const RequestDraft &draft = m_editor->draft();
    const QString path = draft.url.section(u'?', 0, 0);
    const RequestKey proposed{{}, m_book.freeName({}, QString(draft.method + u' ' + path).trimmed())};
    auto *dialog = new RequestNameDialog(
        proposed, folders(), [this](const RequestKey &key) { return saved(key) != nullptr; }, this);
    connect(dialog, &RequestNameDialog::named, this, &RequestsPage::saveAs);
    dialog->open();
}

void RequestsPage::saveAs(const RequestKey &key)
{
    const RequestDraft draft = m_editor->draft();
    const PublicDraft kept = withoutSecrets(draft, m_names);
    RequestCollection collection = m_book.collection();
    const qsizetype index = m_book.find(key.folder, key.name);
    if (index < 0)
        collection.requests.append({key.name, key.folder, kept.draft});
    else
        collection.requests[index].draft = kept.draft;
    const RequestKey before = m_shown;
    if (key != before && m_outcomes.contains(before))
        m_outcomes.insert(key, m_outcomes.take(before));
    m_drafts.remove(before);
    if (draft != kept.draft)
        m_drafts.insert(key, draft); // here it goes on with what the file does not hold
    else
        m_drafts.remove(key);
    m_book.replace(collection);
    m_tree->select(key);
    if (!kept.leftOut.isEmpty())
        emit m_workbench.message({u"requestSaved"_s,
                                  tr("Saved without %1, which is secret. Choose a consumer beside “As” instead.")
                                      .arg(kept.leftOut.join(u", "_s)),
                                  Message::Kind::Note,
                                  {},
                                  undoOffer});
}

void RequestsPage::rename()
{
    const RequestKey from = m_tree->current();
    if (from.isFolder()) {
        renameFolder(from.folder);
        return;
    }
    auto *dialog = new RequestNameDialog(
        from, folders(), [this, from](const RequestKey &key) { return key != from && saved(key); }, this);
    connect(dialog, &RequestNameDialog::named, this, [this, from](const RequestKey &to) { moveTo(from, to); });
    dialog->open();
}

void RequestsPage::moveTo(const RequestKey &from, const RequestKey &to)
{
    const qsizetype index = m_book.find(from.folder, from.name);
    if (index < 0 || from == to)
        return;
    RequestCollection collection = m_book.collection();
    collection.requests[index].folder = to.folder;
    collection.requests[index].name = to.name;
    if (m_drafts.contains(from))
        m_drafts.insert(to, m_drafts.take(from));
    if (m_outcomes.contains(from))
        m_outcomes.insert(to, m_outcomes.take(from));
    m_book.replace(collection);
    m_tree->select(to);
}

void RequestsPage::renameFolder(const QString &folder)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the folder"));
    dialog->setLabelText(tr("Folder:"));
    dialog->setTextValue(folder);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, folder](const QString &chosen) {
        const QString name = chosen.trimmed();
        const QList<RequestKey> keys = savedKeys(folder);
        for (const RequestKey &key : keys)
            moveTo(key, {name, m_book.freeName(name, key.name)});
    });
    dialog->open();
}

void RequestsPage::duplicate()
{
    const RequestKey from = m_tree->current();
    const qsizetype index = m_book.find(from.folder, from.name);
    RequestCollection collection = m_book.collection();
    SavedRequest copy = collection.requests[index];
    copy.name = m_book.freeName(copy.folder, copy.name);
    const RequestKey to{copy.folder, copy.name};
    if (m_drafts.contains(from))
        m_drafts.insert(to, m_drafts.value(from));
    collection.requests.insert(index + 1, copy);
    m_book.replace(collection);
    m_tree->select(to);
}

void RequestsPage::remove()
{
    const RequestKey key = m_tree->current();
    RequestCollection collection;
    collection.others = m_book.collection().others;
    QList<std::pair<qsizetype, SavedRequest>> removed;
    for (const SavedRequest &each : m_book.collection().requests) {
        if (each.folder == key.folder && (key.isFolder() || each.name == key.name))
            removed.append({collection.requests.size() + removed.size(), each});
        else
            collection.requests << each;
    }
    m_book.replace(collection);
    const auto count = static_cast<int>(removed.size());
    emit m_workbench.message({u"requestsDeleted"_s,
                              key.isFolder() ? tr("Deleted %n request(s) of %1", nullptr, count).arg(key.folder)
                                             : tr("Deleted the request %1").arg(key.name),
                              Message::Kind::Note,
                              {{tr("Undo"),
                                [this, removed, file = m_book.fileName()] {
                                    if (m_book.fileName() == file) // another project has requests of its own
                                        bringBack(removed);
                                }}},
                              undoOffer});
}

// To the places they had, as far as there are such.
void RequestsPage::bringBack(const QList<std::pair<qsizetype, SavedRequest>> &removed)
{
    RequestCollection collection = m_book.collection();
    for (const auto &[index, request] : removed) {
        SavedRequest back = request;
        back.name = m_book.freeName(back.folder, back.name);
        collection.requests.insert(std::min(index, collection.requests.size()), back);
    }
    m_book.replace(collection);
}

void RequestsPage::tellFailure(const Error &error)
{
    QList<Message::Action> actions;
    if (error.kind == ErrorKind::Conflict)
        actions = {{tr("Load the file"), [this] { m_book.load(); }},
                   {tr("Write over it"), [this] { m_book.overwrite(); }}};
    emit m_workbench.message({u"requestsFile"_s, error.message, Message::Kind::Error, actions});
}

} // namespace gatehouse
