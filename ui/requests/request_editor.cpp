// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_editor.h"

#include "core/requests/secret_parts.h"
#include "core/requests/url_query.h"
#include "ui/dialogs/late_progress.h"
#include "ui/forms/flow_layout.h"
#include "ui/requests/body_editor.h"
#include "ui/requests/expectation_editor.h"
#include "ui/requests/identity_row.h"
#include "ui/requests/pair_table.h"
#include "ui/requests/url_line.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

enum Tab { Parameters, Headers, Body, Expected };

constexpr std::chrono::seconds undoOffer{10};

} // namespace

RequestEditor::RequestEditor(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_method(new QComboBox(this))
    , m_url(new UrlLine(this))
    , m_send(new QPushButton(tr("&Send"), this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_progress(new QProgressBar(this))
    , m_late(new LateProgress(*m_progress, *m_cancel, this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_identity(new IdentityRow(this))
    , m_running(new QRadioButton(this))
    , m_working(new QRadioButton(tr("wor&king configuration (not applied)"), this))
    , m_againstWords(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_parameters(new PairTable(u"requestParameters"_s, tr("Query parameters"), this))
    , m_headers(new PairTable(u"requestHeaders"_s, tr("Headers"), this))
    , m_reveal(new QCheckBox(tr("Show secret va&lues"), this))
    , m_body(new BodyEditor(workbench.settings(), this))
    , m_expected(new ExpectationEditor(this))
{
    setObjectName(u"requestEditor"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeUrlRow());
    layout->addWidget(m_progress);
    layout->addWidget(m_identity);
    layout->addWidget(makeAgainstRow());
    layout->addWidget(m_againstWords);
    makeTabs();
    layout->addWidget(m_tabs, 1);
    connectParts();
    refreshConfig();
    refreshAgainst();
    setRunning(false);
    setFocusProxy(m_url);
}

QWidget *RequestEditor::makeUrlRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_method->setObjectName(u"requestMethod"_s);
    m_method->setAccessibleName(tr("Method"));
    m_method->setEditable(true);
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    m_method->lineEdit()->setObjectName(u"requestMethodLine"_s);
    m_method->lineEdit()->setAccessibleName(m_method->accessibleName());
    m_method->view()->setObjectName(u"requestMethodList"_s);
    m_method->view()->setAccessibleName(m_method->accessibleName());
    m_url->setObjectName(u"requestUrl"_s);
    m_url->setAccessibleName(tr("URL"));
    m_url->setPlaceholderText(tr("/path for the gateway, a URL, or paste a curl line"));
    m_send->setObjectName(u"requestSend"_s);
    m_send->setToolTip(QKeySequence(u"Ctrl+Return"_s).toString(QKeySequence::NativeText));
    m_cancel->setObjectName(u"requestCancel"_s);
    m_save->setObjectName(u"requestSave"_s);
    m_progress->setObjectName(u"requestProgress"_s);
    m_progress->setAccessibleName(tr("Waiting for the answer"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    layout->addWidget(m_method);
    layout->addWidget(m_url, 1);
    for (QPushButton *button : {m_send, m_cancel, m_save})
        layout->addWidget(button);
    return row;
}

QWidget *RequestEditor::makeAgainstRow()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(10, row);
    m_running->setObjectName(u"againstRunning"_s);
    m_working->setObjectName(u"againstWorking"_s);
    m_running->setChecked(true);
    m_againstWords->setObjectName(u"againstWords"_s);
    m_againstWords->setWordWrap(true);
    m_againstWords->setText(tr("A gateway of its own runs what the lists show, for this request only. Its counters are "
                               "its own, so limits begin at zero; services are really asked, and logs written."));
    auto *first = new QWidget(row); // the label stays with the first choice when the row is broken
    auto *beside = new QHBoxLayout(first);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addWidget(new QLabel(tr("Against"), first));
    beside->addWidget(m_running);
    auto *choice = new QButtonGroup(row);
    choice->addButton(m_running);
    choice->addButton(m_working);
    layout->addWidget(first);
    layout->addWidget(m_working);
    return row;
}

void RequestEditor::makeTabs()
{
    m_tabs->setObjectName(u"requestTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_tabs->setMinimumHeight(m_tabs->fontMetrics().height() * 10);
    m_tabs->addTab(m_parameters, QString());
    m_tabs->addTab(makeHeadersTab(), QString());
    m_tabs->addTab(m_body, QString());
    m_tabs->addTab(m_expected, QString());
    const auto isSecret = [this](const QString &name) {
        return isSecretHeader(name, m_secretNames) || isSecretArgument(name + u"=x"_s, m_secretNames);
    };
    m_parameters->pairs().setSecret(isSecret);
    m_headers->pairs().setSecret(isSecret);
}

QWidget *RequestEditor::makeHeadersTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    m_reveal->setObjectName(u"requestReveal"_s);
    layout->addWidget(m_headers, 1);
    layout->addWidget(m_reveal);
    return tab;
}

void RequestEditor::connectParts()
{
    connect(m_method, &QComboBox::editTextChanged, this, &RequestEditor::change);
    connect(m_url, &QLineEdit::textChanged, this, [this] {
        showParameters();
        change();
    });
    connect(m_url, &QLineEdit::returnPressed, this, &RequestEditor::sendRequested);
    connect(m_url, &UrlLine::curlPasted, this, &RequestEditor::takeCurl);
    connect(m_url, &UrlLine::pasteUndone, this, &RequestEditor::undoCurl);
    connect(m_send, &QPushButton::clicked, this, &RequestEditor::sendRequested);
    connect(m_cancel, &QPushButton::clicked, this, &RequestEditor::cancelRequested);
    connect(m_save, &QPushButton::clicked, this, &RequestEditor::saveRequested);
    connect(m_identity, &IdentityRow::edited, this, &RequestEditor::change);
    connect(&m_parameters->pairs(), &PairsModel::edited, this,
            [this] { m_url->setText(withQueryPairs(m_url->text(), m_parameters->pairs().pairs())); });
    connect(&m_headers->pairs(), &PairsModel::edited, this, &RequestEditor::change);
    connect(m_body, &BodyEditor::edited, this, &RequestEditor::change);
    connect(m_expected, &ExpectationEditor::edited, this, &RequestEditor::change);
    connect(m_reveal, &QCheckBox::toggled, this, [this](bool shown) {
        m_headers->pairs().setRevealed(shown);
        m_parameters->pairs().setRevealed(shown);
    });
    connect(m_working, &QRadioButton::toggled, this, &RequestEditor::refreshAgainst);
    connect(&m_workbench.store(), &ConfigStore::changed, this, [this] {
        m_isOld = true;
        if (isVisible())
            refreshConfig();
    });
    Gateway &gateway = m_workbench.gateway();
    connect(&gateway, &Gateway::published, this, &RequestEditor::refreshAgainst);
    connect(&gateway, &Gateway::started, this, &RequestEditor::refreshAgainst);
    connect(&gateway, &Gateway::stopped, this, &RequestEditor::refreshAgainst);
}

void RequestEditor::setDraft(const RequestDraft &draft)
{
    refreshConfig();
    m_url->setPasteUndoable(false);
    m_beforeCurl.reset();
    m_reveal->setChecked(false);
    m_draft = draft;
    showDraft();
}

void RequestEditor::showDraft()
{
    const QSignalBlocker quiet(this);
    const RequestDraft draft = m_draft; // the parts tell of each change they are given
    m_method->setCurrentText(draft.method);
    m_identity->take(draft);
    m_headers->pairs().setPairs(draft.headers);
    m_body->setText(draft.body);
    m_expected->take(draft.expected);
    m_url->setText(draft.url);
    showParameters();
    m_draft = draft;
    refreshTabs();
}

void RequestEditor::showParameters()
{
    m_parameters->pairs().setPairs(queryPairs(m_url->text()));
}

void RequestEditor::takeCurl(const RequestDraft &draft)
{
    m_beforeCurl = m_draft;
    m_draft = draft;
    m_draft.expected = m_beforeCurl->expected;
    showDraft();
    m_url->setPasteUndoable(true);
    emit m_workbench.message({u"curl"_s,
                              tr("The request was filled from a curl line."),
                              Message::Kind::Note,
                              {{tr("Undo"), [this] { undoCurl(); }}},
                              undoOffer});
    emit edited();
}

void RequestEditor::undoCurl()
{
    m_url->setPasteUndoable(false);
    if (!m_beforeCurl)
        return;
    m_draft = *std::exchange(m_beforeCurl, std::nullopt);
    showDraft();
    emit edited();
}

void RequestEditor::change()
{
    m_draft.method = m_method->currentText().trimmed();
    m_draft.url = m_url->text();
    m_draft.headers = m_headers->pairs().pairs();
    m_draft.headers.removeIf([](const auto &header) { return header.first.trimmed().isEmpty(); });
    m_draft.body = m_body->text();
    m_draft.expected = m_expected->expectation();
    m_identity->putInto(m_draft);
    refreshTabs();
    emit edited();
}

// The lists of consumers and routes may be long: they wait until somebody looks.
void RequestEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshConfig();
}

void RequestEditor::refreshConfig()
{
    if (!std::exchange(m_isOld, false))
        return;
    m_secretNames = RedactedNames(m_workbench.config());
    m_identity->setConfig(m_workbench.config());
    m_expected->setConfig(m_workbench.config());
}

void RequestEditor::refreshTabs()
{
    const auto counted = [](const QString &title, qsizetype count) {
        return count == 0 ? title : tr("%1 (%2)", "tab with the number of its rows").arg(title).arg(count);
    };
    m_tabs->setTabText(Parameters, counted(tr("Params"), m_parameters->pairs().pairs().size()));
    m_tabs->setTabText(Headers, counted(tr("Headers"), m_draft.headers.size()));
    m_tabs->setTabText(Body, m_draft.body.isEmpty() ? tr("Body") : tr("Body ●"));
    m_tabs->setTabText(Expected, m_draft.expected.isEmpty() ? tr("Expect") : tr("Expect ●"));
}

void RequestEditor::refreshAgainst()
{
    const Gateway &gateway = m_workbench.gateway();
    m_running->setText(gateway.state() == Gateway::State::Running ? tr("&running revision r%1").arg(gateway.revision())
                                                                  : tr("&running gateway (stopped now)"));
    m_againstWords->setVisible(m_working->isChecked());
    emit edited();
}

RequestEditor::Against RequestEditor::against() const
{
    return m_working->isChecked() ? Against::Working : Against::Running;
}

void RequestEditor::setRunning(bool running)
{
    m_late->setWorking(running);
}

void RequestEditor::focusUrl()
{
    m_url->setFocus();
    m_url->selectAll();
}

void RequestEditor::focusConsumer()
{
    m_identity->focusConsumer();
}

} // namespace gatehouse
