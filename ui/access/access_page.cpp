// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/access_page.h"

#include "ui/access/access_detail.h"
#include "ui/access/access_words.h"
#include "ui/access/matrix_table.h"
#include "ui/forms/flow_layout.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// What decides who can call what. Other rows may change without a new answer.
const std::array decisive{u"consumers"_s, u"routes"_s,      u"services"_s,           u"plugins"_s,
                          u"acls"_s,      u"jwt_secrets"_s, u"keyauth_credentials"_s};

bool decideTheSame(const Config &one, const Config &other)
{
    return std::all_of(decisive.begin(), decisive.end(),
                       [&one, &other](const QString &table) { return one.table(table).isSameAs(other.table(table)); });
}

AccessMatrix answer(const Config &config, const QString &filter, const std::optional<Config> &other)
{
    AccessMatrix matrix = accessMatrix(config, {filter});
    if (!other)
        return matrix;
    compareWith(matrix, *other);
    return onlyDifferences(matrix);
}

} // namespace

bool AccessPage::Question::isSameAs(const Question &question) const
{
    return view == question.view && filter == question.filter && decideTheSame(config, question.config) &&
           other.has_value() == question.other.has_value() && (!other || decideTheSame(*other, *question.other));
}

AccessPage::AccessPage(Workbench &workbench, QWidget *parent)
    : Page(u"accessPage"_s, tr("ACL matrix"), u"access"_s, parent)
    , m_workbench(workbench)
    , m_memory(workbench.settings())
    , m_count(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_rows(new QComboBox(this))
    , m_compare(new QComboBox(this))
    , m_legend(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new MatrixTable(m_model, AccessModel::textColumns, this))
    , m_groupTable(new MatrixTable(m_groupModel, 0, this))
    , m_detail(new AccessDetail(workbench, this))
    , m_emptyText(makeEmptyText({}, this))
    , m_emptyButton(new QPushButton(tr("Show everything"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(makeChoices());
    layout->addWidget(m_legend);
    makeTables();
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"accessSplitter"_s);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);
    orderTabs();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AccessPage::refresh);
    connect(&workbench.store(), &ConfigStore::changed, this, &AccessPage::refreshSoon);
    connect(&workbench.gateway(), &Gateway::published, this, &AccessPage::refreshSoon);
    for (const auto signal : {&Project::fileChanged, &Project::changedOnDisk})
        connect(&workbench.project(), signal, this, &AccessPage::forgetFile);
    connect(&workbench.project(), &Project::modifiedChanged, this, &AccessPage::forgetFile);
    m_memory.remember(*splitter);
    m_memory.remember(*m_filter);
}

QWidget *AccessPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    m_count->setObjectName(u"accessCount"_s);
    m_filter->setObjectName(u"accessFilter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter by names"));
    m_filter->setToolTip(tr("Parts of the names of consumers or groups, and of routes: mobile orders"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setMinimumWidth(m_filter->fontMetrics().averageCharWidth() * 24);
    connect(m_filter, &QLineEdit::textChanged, this, &AccessPage::refreshSoon);
    auto *escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    escape->setObjectName(u"accessClearFilter"_s);
    auto *more = new QToolButton(header);
    more->setObjectName(u"accessExport"_s);
    more->setText(tr("Export"));
    more->setIcon(themedIcon(u"export"_s));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    addExport(*more);
    layout->addWidget(makePageTitle(title(), header));
    layout->addStretch(1);
    layout->addWidget(m_filter);
    layout->addWidget(more);
    return header;
}

QWidget *AccessPage::makeChoices()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(8);
    const auto add = [row, layout](const QString &text, QWidget *field) {
        auto *pair = new QWidget(row);
        auto *line = new QHBoxLayout(pair);
        line->setContentsMargins(0, 0, 8, 0);
        auto *label = new QLabel(text, pair);
        label->setBuddy(field);
        line->addWidget(label);
        line->addWidget(field);
        layout->addWidget(pair);
    };
    m_rows->setObjectName(u"accessRows"_s);
    m_rows->addItems({tr("Consumers"), tr("Groups")});
    m_compare->setObjectName(u"accessCompare"_s);
    m_compare->addItems({tr("Everything"), tr("Only what differs from the running configuration"),
                         tr("Only what differs from the file")});
    m_compare->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_compare->setMinimumContentsLength(16);
    connect(m_rows, &QComboBox::currentIndexChanged, this, [this] {
        m_compare->setEnabled(view() == Consumers);
        refreshSoon();
    });
    connect(m_compare, &QComboBox::currentIndexChanged, this, &AccessPage::forgetFile);
    m_legend->setObjectName(u"accessLegend"_s);
    m_legend->setWordWrap(true);
    m_legend->setAccessibleName(tr("Legend"));
    add(tr("&Rows:"), m_rows);
    add(tr("Sh&ow:"), m_compare);
    m_count->setMinimumHeight(m_rows->sizeHint().height());
    layout->addWidget(m_count);
    row->setLayout(layout);
    return row;
}

void AccessPage::makeTables()
{
    m_table->setObjectName(u"accessTable"_s);
    m_table->setAccessibleName(tr("Which consumer can call which route"));
    m_groupTable->setObjectName(u"accessGroupTable"_s);
    m_groupTable->setAccessibleName(tr("What the acls say of each group"));
    makeRuleAction();
    for (MatrixTable *each : {m_table, m_groupTable}) {
        each->addActions(m_detail->doors());
        each->addActions(findChild<QToolButton *>(u"accessExport"_s)->actions());
        each->setContextMenuPolicy(Qt::ActionsContextMenu);
        m_stack->addWidget(each);
        connect(each->selectionModel(), &QItemSelectionModel::currentChanged, this, &AccessPage::refreshDetail);
        connect(each, &QTableView::activated, m_detail, &AccessDetail::focusFirst);
    }
    m_stack->addWidget(makeEmptyState());
}

void AccessPage::makeRuleAction()
{
    auto *change = new QAction(tr("Next rule of the group"), m_groupTable);
    change->setObjectName(u"accessNextRule"_s);
    change->setShortcutContext(Qt::WidgetShortcut);
    m_workbench.shortcuts().share(u"toggleAction"_s, *change);
    connect(change, &QAction::triggered, this, &AccessPage::changeRule);
    m_groupTable->addAction(change);
}

void AccessPage::orderTabs()
{
    const QList<QWidget *> order{m_filter,      findChild<QWidget *>(u"accessExport"_s),
                                 m_rows,        m_compare,
                                 m_table,       m_groupTable,
                                 m_emptyButton, findChild<QWidget *>(u"accessAddCredentialButton"_s)};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

QWidget *AccessPage::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    m_emptyText->setObjectName(u"accessEmpty"_s);
    m_emptyButton->setObjectName(u"accessEmptyStep"_s);
    connect(m_emptyButton, &QPushButton::clicked, this, &AccessPage::helpOut);
    layout->addStretch(1);
    layout->addWidget(m_emptyText);
    layout->addSpacing(8);
    layout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return empty;
}

AccessPage::View AccessPage::view() const
{
    return static_cast<View>(m_rows->currentIndex());
}

MatrixTable &AccessPage::table() const
{
    return view() == Groups ? *m_groupTable : *m_table;
}

void AccessPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

// Many changes one after the other are one question.
void AccessPage::refreshSoon()
{
    if (isVisible())
        m_soon.start();
}

void AccessPage::forgetFile()
{
    m_file.reset();
    refreshSoon();
}

// Without a file everything differs.
Config AccessPage::readFile() const
{
    if (m_workbench.project().fileName().isEmpty())
        return {};
    const Result<Config> read = m_workbench.project().readFile();
    if (!read)
        emit m_workbench.message({u"accessFile"_s, read.error().message, Message::Kind::Error});
    return read ? *read : Config();
}

void AccessPage::refresh()
{
    Question question{view(), m_filter->text(), m_workbench.config(), {}};
    if (view() == Consumers && m_compare->currentIndex() == Running)
        question.other = m_workbench.gateway().runningConfig();
    if (view() == Consumers && m_compare->currentIndex() == File) {
        if (!m_file)
            m_file = readFile();
        question.other = m_file;
    }
    if (m_asked && m_asked->isSameAs(question))
        return;
    m_asked = question;
    if (question.view == Groups)
        m_run.start([question] { return groupMatrix(question.config, {question.filter}); },
                    [this](const GroupMatrix &matrix) { showGroups(matrix); });
    else
        m_run.start([question] { return answer(question.config, question.filter, question.other); },
                    [this](const AccessMatrix &matrix) { showConsumers(matrix); });
}

} // namespace gatehouse
