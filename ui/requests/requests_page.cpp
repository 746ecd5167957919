// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_page.h"

#include "core/requests/secret_parts.h"
#include "ui/dialogs/late_progress.h"
#include "ui/main_window/page_parts.h"
#include "ui/requests/answer_view.h"
#include "ui/theme/icons.h"
#include "ui/traffic/traffic_model.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::seconds shownFor{10};
constexpr int usualEditorHeight = 240; // pixels, until somebody moves the handle
constexpr int usualListWidth = 170;

bool isSendKey(const QKeyEvent &event)
{
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isReturn && event.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

RequestsPage::RequestsPage(Workbench &workbench, QWidget *parent)
    : Page(u"requestsPage"_s, tr("Requests"), u"requests"_s, parent)
    , m_workbench(workbench)
    , m_book(workbench.project())
    , m_sender(workbench)
    , m_repeater(workbench)
    , m_memory(workbench.settings())
    , m_tree(new RequestTree(this))
    , m_hint(new QLabel(this))
    , m_editor(new RequestEditor(workbench, this))
    , m_answer(new AnswerView(workbench, this))
    , m_runAll(new QPushButton(themedIcon(u"start"_s), tr("Run all"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_progress(new QProgressBar(this))
    , m_late(new LateProgress(*m_progress, *m_stop, this))
    , m_total(new QLabel(this))
    , m_names(workbench.config())
{
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(u"requestParts"_s);
    parts->addWidget(makeEditorArea());
    parts->addWidget(m_answer);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    parts->setSizes({usualEditorHeight, 2 * usualEditorHeight});
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"requestSplitter"_s);
    splitter->addWidget(makeList());
    splitter->addWidget(parts);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({usualListWidth, 4 * usualListWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(splitter, 1);
    makeRunAll();
    m_tree->setMarks([this](const RequestKey &key) { return markOf(key); });
    connectParts();
    m_memory.remember(*splitter);
    m_memory.remember(*parts);
    refreshList();
}

RequestsPage::~RequestsPage() = default;

QWidget *RequestsPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    m_total->setObjectName(u"requestTotal"_s);
    m_progress->setObjectName(u"requestsProgress"_s);
    m_progress->setAccessibleName(tr("Requests that were sent"));
    m_progress->setMaximumWidth(m_progress->fontMetrics().averageCharWidth() * 20);
    m_stop->setObjectName(u"requestsStop"_s);
    m_runAll->setObjectName(u"requestsRunAll"_s);
    auto *add = new QPushButton(themedIcon(u"new"_s), tr("New"), header);
    add->setObjectName(u"requestsNew"_s);
    Shortcuts &shortcuts = m_workbench.shortcuts();
    shortcuts.follow(u"newRowAction"_s, add, [&shortcuts, add] { add->setToolTip(shortcuts.text(u"newRowAction"_s)); });
    connect(add, &QPushButton::clicked, this, [this] { showDraft({}, RequestUse::Edit); });
    layout->addWidget(makePageTitle(title(), header));
    layout->addSpacing(12);
    layout->addWidget(m_total, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_progress, m_stop, m_runAll, add})
        layout->addWidget(part);
    return header;
}

// In a small window it is scrolled, so that the answer has room too.
QWidget *RequestsPage::makeEditorArea()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"requestEditorArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(m_editor);
    area->setMinimumHeight(area->fontMetrics().height() * 8);
    return area;
}

QWidget *RequestsPage::makeList()
{
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    m_hint->setObjectName(u"requestHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setText(tr("“Save” keeps a request in this list, to be sent again and run with all others."));
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_hint);
    return list;
}

void RequestsPage::makeRunAll()
{
    auto *action = new QAction(tr("Run all"), this);
    action->setObjectName(u"runRequestsAction"_s);
    action->setShortcut(Qt::Key_F9);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, &RequestsPage::runAll);
    addAction(action);
    m_workbench.shortcuts().define(*action, title());
    m_workbench.shortcuts().follow(action->objectName(), m_runAll, [this, id = action->objectName()] {
        m_runAll->setToolTip(m_workbench.shortcuts().text(id));
    });
    connect(m_runAll, &QPushButton::clicked, action, &QAction::trigger);
}

void RequestsPage::connectParts()
{
    connect(m_tree, &RequestTree::chosen, this, &RequestsPage::onChosen);
    connect(m_editor, &RequestEditor::edited, this, &RequestsPage::onEdited);
    connect(m_editor, &RequestEditor::sendRequested, this, &RequestsPage::send);
    connect(m_editor, &RequestEditor::cancelRequested, this, &RequestsPage::stop);
    connect(m_editor, &RequestEditor::saveRequested, this, &RequestsPage::saveCurrent);
    connect(m_answer, &AnswerView::startRequested, this, &RequestsPage::startRequested);
    connect(m_stop, &QPushButton::clicked, this, &RequestsPage::stop);
    connect(&m_book, &RequestBook::changed, this, &RequestsPage::refreshList);
    connect(&m_book, &RequestBook::failed, this, &RequestsPage::tellFailure);
    connect(&m_sender, &RequestSender::began, this,
            [this](qsizetype index) { m_progress->setValue(static_cast<int>(index)); });
    connect(&m_sender, &RequestSender::ended, this, &RequestsPage::onEnded);
    connect(&m_sender, &RequestSender::finished, this, [this] {
        if (m_isRunningAll)
            tellTotal();
        refreshRunning();
    });
    connect(&m_repeater, &RequestSender::ended, this,
            [this](qsizetype, const RequestOutcome &outcome) { onRepeated(outcome); });
    connect(&m_book, &RequestBook::loaded, this, [this] {
        m_drafts.removeIf([](const auto &edited) { return edited.key().isSaved(); });
        m_outcomes.clear();
    });
    connect(&m_workbench.store(), &ConfigStore::changed, this,
            [this] { m_names = RedactedNames(m_workbench.config()); });
    connect(&m_workbench.gateway(), &Gateway::started, this, [this] {
        if (!m_outcomes.contains(m_shown))
            m_answer->showNothing();
    });
}

void RequestsPage::onChosen()
{
    emit commandsChanged();
    const RequestKey key = m_tree->current();
    if (key.isFolder() || key == m_shown)
        return;
    m_shown = key;
    showCurrent();
}

void RequestsPage::showCurrent()
{
    const RequestDraft draft = draftOf(m_shown);
    m_editor->setDraft(draft);
    const auto outcome = m_outcomes.constFind(m_shown);
    if (outcome == m_outcomes.constEnd())
        m_answer->showNothing();
    else
        m_answer->showOutcome(*outcome, draft.expected);
}

void RequestsPage::onEdited()
{
    const SavedRequest *kept = saved(m_shown);
    if (kept && kept->draft == m_editor->draft())
        m_drafts.remove(m_shown);
    else
        m_drafts.insert(m_shown, m_editor->draft());
    m_tree->refreshMarks();
}

void RequestsPage::showDraft(const RequestDraft &draft, RequestUse use)
{
    if (use == RequestUse::Send) {
        repeat(draft);
        return;
    }
    const RequestDraft before = m_drafts.value({});
    if (before != RequestDraft() && before != draft)
        emit m_workbench.message({u"requestReplaced"_s,
                                  tr("The request that was not saved was replaced."),
                                  Message::Kind::Note,
                                  {{tr("Undo"), [this, before] { showDraft(before, RequestUse::Edit); }}},
                                  shownFor});
    m_drafts.insert({}, draft);
    m_outcomes.remove({});
    m_tree->select({});
    m_shown = {};
    showCurrent();
    m_tree->refreshMarks();
    if (draft.consumer.isEmpty() || !draft.url.isEmpty())
        m_editor->focusUrl();
    else
        m_editor->focusConsumer();
}

void RequestsPage::send()
{
    if (m_sender.isRunning())
        return;
    if (m_editor->draft().url.trimmed().isEmpty()) {
        m_editor->focusUrl();
        return;
    }
    m_isRunningAll = false;
    m_sent = {m_shown};
    const Result<> sent = m_sender.send({m_editor->draft()}, m_editor->against());
    if (!sent && sent.error().kind == ErrorKind::NotFound)
        m_answer->showStopped();
    else if (!sent)
        m_answer->showOutcome({sent.error(), {}, {}, {}, {}, {}}, {});
    refreshRunning();
}

// Beside what is on the page, which stays as it is.
void RequestsPage::repeat(const RequestDraft &draft)
{
    m_repeated = draft;
    if (const Result<> sent = m_repeater.send({draft}, RequestEditor::Against::Running); !sent)
        emit m_workbench.message({u"repeated"_s, sent.error().message, Message::Kind::Warning});
}

void RequestsPage::onRepeated(const RequestOutcome &outcome)
{
    const QString what = m_repeated.method + u' ' + m_repeated.url;
    const QString text = outcome.error ? tr("%1: %2").arg(what, outcome.error->message)
                                       : tr("Repeated %1: %2").arg(what, statusText(outcome.answer.status));
    emit m_workbench.message(
        {u"repeated"_s,
         text,
         outcome.error ? Message::Kind::Warning : Message::Kind::Note,
         {{tr("Edit and send"),
           [this, draft = m_repeated] { emit m_workbench.requestRequested(draft, RequestUse::Edit); }}},
         shownFor});
}

void RequestsPage::stop()
{
    m_sender.cancel();
    if (m_isRunningAll)
        m_total->setText(tr("Stopped"));
    refreshRunning();
}

void RequestsPage::onEnded(qsizetype index, const RequestOutcome &outcome)
{
    const RequestKey key = m_sent[index];
    m_outcomes.insert(key, outcome);
    if (key == m_shown)
        m_answer->showOutcome(outcome, draftOf(key).expected);
    m_tree->refreshMarks();
    emit commandsChanged();
}

void RequestsPage::refreshRunning()
{
    const bool isRunning = m_sender.isRunning();
    m_editor->setRunning(isRunning && !m_isRunningAll);
    m_late->setWorking(isRunning && m_isRunningAll);
}

void RequestsPage::refreshList()
{
    m_tree->showRequests(m_book.collection());
    m_hint->setVisible(m_book.collection().requests.isEmpty());
    m_runAll->setEnabled(!m_book.collection().requests.isEmpty());
    if (!saved(m_shown))
        m_shown = {};
    showCurrent();
    emit commandsChanged();
}

RequestTree::Mark RequestsPage::markOf(const RequestKey &key) const
{
    if (key.isFolder())
        return {};
    const SavedRequest *kept = saved(key);
    const bool isChanged =
        kept && m_drafts.contains(key) && withoutSecrets(m_drafts.value(key), m_names).draft != kept->draft;
    const auto outcome = m_outcomes.constFind(key);
    RequestTree::Mark mark;
    if (outcome != m_outcomes.constEnd()) {
        const AnswerView::Sign sign = AnswerView::signOf(*outcome, draftOf(key).expected);
        mark = {sign.mark, sign.words};
    } else if (key.isSaved()) {
        mark.glyph = u"–"_s;
    }
    if (isChanged) {
        mark.glyph += u'●';
        mark.words += mark.words.isEmpty() ? tr("changed") : tr(", changed");
    }
    return mark;
}

void RequestsPage::focusContent()
{
    m_editor->focusUrl();
}

void RequestsPage::focusFilter()
{
    m_editor->focusUrl();
}

QList<QWidget *> RequestsPage::panes() const
{
    return {m_tree, m_editor, m_answer->hasAnswer() ? m_answer : nullptr};
}

// Everywhere on the page Ctrl+Return sends.
bool RequestsPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isSendKey(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return Page::event(event);
}

void RequestsPage::keyPressEvent(QKeyEvent *event)
{
    if (isSendKey(*event))
        send();
    else
        Page::keyPressEvent(event);
}

} // namespace gatehouse
