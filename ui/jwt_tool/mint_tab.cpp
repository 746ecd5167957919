// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jwt_tool/mint_tab.h"

#include "core/model/row_name.h"
#include "ui/jwt_tool/token_edit.h"
#include "ui/main_window/page_parts.h"
#include "ui/secrets/secret_clipboard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 never = -1;

} // namespace

MintTab::MintTab(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_credential(new QComboBox(this))
    , m_route(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_expires(new QComboBox(this))
    , m_keyRow(new QWidget(this))
    , m_keyFile(new QLabel(m_keyRow))
    , m_claims(new QTableView(this))
    , m_state(new QLabel(this))
    , m_token(new QLineEdit(this))
    , m_show(new QToolButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeForm());
    layout->addWidget(makeClaims(), 1);
    layout->addWidget(makeOutput());
    orderTabs();
    m_hide.setSingleShot(true);
    m_hide.setInterval(secretShownFor);
    connect(&m_hide, &QTimer::timeout, this, [this] { m_show->setChecked(false); });
    connect(m_credential, &QComboBox::currentIndexChanged, this, &MintTab::refreshCredential);
    for (QComboBox *each : {m_route, m_expires})
        connect(each, &QComboBox::currentIndexChanged, this, &MintTab::forget);
    connect(m_route, &QComboBox::currentIndexChanged, this,
            [this] { m_keyClaim->setText(tr("%1 (locked):").arg(keyClaimName())); });
    connect(&m_model, &QStandardItemModel::itemChanged, this, &MintTab::forget);
    connect(&workbench.store(), &ConfigStore::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

QWidget *MintTab::makeForm()
{
    auto *box = new QWidget(this);
    auto *form = new QGridLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setColumnStretch(1, 1);
    for (QWidget *field : std::initializer_list<QWidget *>{m_credential, m_route, m_key, m_expires, m_keyRow})
        field->setParent(box);
    for (QComboBox *combo : {m_credential, m_route, m_expires}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(24);
    }
    const std::array lifetimes{std::pair(tr("in 5 minutes"), qint64{300}),   std::pair(tr("in 1 hour"), qint64{3600}),
                               std::pair(tr("in 8 hours"), qint64{28800}),   std::pair(tr("in 1 day"), qint64{86400}),
                               std::pair(tr("in 30 days"), qint64{2592000}), std::pair(tr("never"), never)};
    for (const auto &[text, seconds] : lifetimes)
        m_expires->addItem(text, seconds);
    m_key->setReadOnly(true);
    addFieldRow(*form, tr("Cre&dential:"), *m_credential, u"jwtMintCredential"_s);
    addFieldRow(*form, tr("For ro&ute:"), *m_route, u"jwtMintRoute"_s);
    m_keyClaim = addFieldRow(*form, {}, *m_key, u"jwtMintKey"_s);
    m_key->setAccessibleName(tr("Key of the credential"));
    addFieldRow(*form, tr("E&xpires:"), *m_expires, u"jwtMintExpires"_s);
    addKeyRow(*form);
    return box;
}

void MintTab::addKeyRow(QGridLayout &form)
{
    QPushButton *choose = addButton(u"jwtMintKeyFile"_s, tr("Choose a &PEM file…"), m_keyRow);
    connect(choose, &QPushButton::clicked, this, &MintTab::askForKey);
    auto *row = new QHBoxLayout(m_keyRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(choose);
    row->addWidget(m_keyFile, 1);
    m_keyLabel = addFieldRow(form, tr("Private key:"), *m_keyRow, u"jwtMintKeyRow"_s);
}

QPushButton *MintTab::addButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    return button;
}

QWidget *MintTab::makeClaims()
{
    auto *box = new QWidget(this);
    auto *label = new QLabel(tr("Mo&re claims:"), box);
    label->setBuddy(m_claims);
    m_claims->setObjectName(u"jwtMintClaims"_s);
    m_claims->setAccessibleName(tr("More claims"));
    m_claims->setModel(&m_model);
    prepareList(*m_claims, 8);
    m_claims->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                              QAbstractItemView::EditKeyPressed);
    m_claims->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_model.setHorizontalHeaderLabels({tr("Claim"), tr("Value: JSON, or else text")});
    m_claims->setColumnWidth(0, m_claims->fontMetrics().averageCharWidth() * 24);
    m_claims->horizontalHeader()->setStretchLastSection(true);
    QPushButton *add = addButton(u"jwtMintAddClaim"_s, tr("&Add a claim"), box);
    QPushButton *remove = addButton(u"jwtMintRemoveClaim"_s, tr("Remove &it"), box);
    connect(add, &QPushButton::clicked, this, [this] {
        m_model.appendRow({new QStandardItem, new QStandardItem});
        m_claims->setFocus(Qt::OtherFocusReason);
        m_claims->setCurrentIndex(m_model.index(m_model.rowCount() - 1, 0));
        m_claims->edit(m_claims->currentIndex());
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_model.removeRow(m_claims->currentIndex().row());
        forget();
    });
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(add);
    row->addWidget(remove);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_claims, 1);
    return box;
}

QWidget *MintTab::makeOutput()
{
    auto *box = new QWidget(this);
    m_mint = addButton(u"jwtMint"_s, tr("Make the &token"), box);
    connect(m_mint, &QPushButton::clicked, this, &MintTab::mint);
    m_first = addButton(u"jwtMintFirst"_s, tr("Add the first credential"), box);
    connect(m_first, &QPushButton::clicked, this, &MintTab::addFirst);
    m_state->setObjectName(u"jwtMintState"_s);
    m_state->setWordWrap(true);
    m_token->setObjectName(u"jwtMintToken"_s);
    m_token->setAccessibleName(tr("Token that was made"));
    m_token->setReadOnly(true);
    m_show->setObjectName(u"jwtMintShow"_s);
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::StrongFocus);
    connect(m_show, &QToolButton::toggled, this, &MintTab::setShown);
    setShown(false);
    QPushButton *copy = addButton(u"jwtMintCopy"_s, tr("&Copy"), box);
    QPushButton *curl = addButton(u"jwtMintCurl"_s, tr("Copy a cur&l line"), box);
    QPushButton *check = addButton(u"jwtMintCheck"_s, tr("Chec&k it"), box);
    m_uses = {copy, curl, check};
    connect(copy, &QPushButton::clicked, this, [this] { copySecret(m_token->text()); });
    connect(curl, &QPushButton::clicked, this, &MintTab::copyCurl);
    connect(check, &QPushButton::clicked, this,
            [this] { emit checkRequested(m_token->text(), m_route->currentData().toString()); });
    auto *first = new QHBoxLayout;
    first->addWidget(m_mint);
    first->addWidget(m_first);
    first->addWidget(m_state, 1);
    auto *second = new QHBoxLayout;
    second->addWidget(m_token, 1);
    second->addWidget(m_show);
    for (QPushButton *use : std::as_const(m_uses))
        second->addWidget(use);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(first);
    layout->addLayout(second);
    return box;
}

void MintTab::orderTabs()
{
    QList<QWidget *> order{m_credential, m_route, m_key, m_expires};
    for (const auto &name : {u"jwtMintKeyFile"_s, u"jwtMintAddClaim"_s, u"jwtMintRemoveClaim"_s})
        order << findChild<QWidget *>(name);
    order << m_claims << m_mint << m_first << m_token << m_show;
    for (QPushButton *use : std::as_const(m_uses))
        order << use;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void MintTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void MintTab::refresh()
{
    const Config &config = m_workbench.config();
    const QVariant chosen = m_credential->currentData();
    {
        const QSignalBlocker quiet(m_credential);
        m_credential->clear();
        for (const QJsonObject &row : config.rows(u"jwt_secrets"_s)) {
            const auto consumer = config.find(u"consumers"_s, foreignId(row, u"consumer"_s));
            m_credential->addItem(tr("%1: %2 (%3)")
                                      .arg(consumer ? shownName(*consumer) : QString(), row.value("key"_L1).toString(),
                                           row.value("algorithm"_L1).toString(u"HS256"_s)),
                                  row.value("id"_L1).toString());
        }
        m_credential->setCurrentIndex(qMax(m_credential->count() > 0 ? 0 : -1, m_credential->findData(chosen)));
    }
    fillWithJwtRoutes(*m_route, config);
    m_keyClaim->setText(tr("%1 (locked):").arg(keyClaimName()));
    if (m_credential->currentData() != chosen || m_credential->count() == 0)
        refreshCredential();
    else if (!m_madeOf.isEmpty() && m_madeOf != QJsonArray{credential(), pluginConfig()})
        forget();
}

} // namespace gatehouse
