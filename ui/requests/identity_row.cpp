// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/identity_row.h"

#include "core/requests/consumer_credentials.h"
#include "ui/entities/entity_columns.h"
#include "ui/forms/flow_layout.h"
#include "ui/traffic/entity_traffic.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// A label and its field, which stay together when the row is broken.
QWidget *pairOf(QLabel *label, QWidget *field, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addWidget(field);
    label->setBuddy(field);
    return pair;
}

} // namespace

IdentityRow::IdentityRow(QWidget *parent)
    : QWidget(parent)
    , m_asLabel(new QLabel(tr("&As"), this))
    , m_consumer(new QComboBox(this))
    , m_usingLabel(new QLabel(tr("us&ing"), this))
    , m_credential(new QComboBox(this))
    , m_raw(new QCheckBox(tr("ra&w: add nothing"), this))
{
    nameParts();
    m_raw->setMinimumHeight(m_consumer->sizeHint().height()); // on one line with the words beside it
    auto *layout = new FlowLayout(10, this);
    layout->addWidget(pairOf(m_asLabel, m_consumer, this));
    layout->addWidget(pairOf(m_usingLabel, m_credential, this));
    layout->addWidget(m_raw);
    connect(m_consumer, &QComboBox::activated, this, [this] {
        fillCredentials({});
        refresh();
        emit edited();
    });
    connect(m_credential, &QComboBox::activated, this, &IdentityRow::edited);
    connect(m_raw, &QCheckBox::clicked, this, [this] {
        refresh();
        emit edited();
    });
    fillConsumers({});
    fillCredentials({});
    refresh();
}

void IdentityRow::nameParts()
{
    m_consumer->setObjectName(u"requestConsumer"_s);
    m_consumer->setAccessibleName(tr("Consumer whose credentials the request gets"));
    m_credential->setObjectName(u"requestCredential"_s);
    m_credential->setAccessibleName(tr("Credential"));
    m_consumer->setMinimumContentsLength(8);
    m_credential->setMinimumContentsLength(18);
    for (QComboBox *box : {m_consumer, m_credential}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // there may be thousands
        box->view()->setObjectName(box->objectName() + u"List"_s);
        box->view()->setAccessibleName(box->accessibleName());
    }
    m_raw->setObjectName(u"requestRaw"_s);
    m_raw->setToolTip(tr("Only what stands here is sent: no credentials, no Accept, no Content-Type."));
    m_raw->setAccessibleDescription(m_raw->toolTip());
}

void IdentityRow::setConfig(const Config &config)
{
    static const QStringList shown{u"consumers"_s, u"jwt_secrets"_s, u"keyauth_credentials"_s,
                                   u"basicauth_credentials"_s};
    const bool isSame = std::all_of(shown.begin(), shown.end(), [this, &config](const QString &table) {
        return config.table(table).isSameAs(m_config.table(table));
    });
    if (isSame)
        return;
    const QString consumer = m_consumer->currentData().toString();
    const QString credential = m_credential->currentData().toString();
    m_config = config;
    fillConsumers(consumer);
    fillCredentials(credential);
    refresh();
}

void IdentityRow::fillConsumers(const QString &chosen)
{
    m_consumer->clear();
    m_consumer->addItem(tr("nobody"), QString());
    const QList<QJsonObject> rows = m_config.rows(u"consumers"_s);
    for (const QJsonObject &row : rows)
        m_consumer->addItem(shownName(row), trafficName(row));
    int index = m_consumer->findData(chosen);
    if (index < 0) {
        m_consumer->addItem(tr("%1 (not there)").arg(chosen), chosen);
        index = m_consumer->count() - 1;
    }
    m_consumer->setCurrentIndex(index);
}

void IdentityRow::fillCredentials(const QString &chosen)
{
    m_credential->clear();
    m_credential->addItem(tr("what the route asks for"), QString());
    int keys = 0;
    const QList<ConsumerCredential> all = credentialsOf(m_config, m_consumer->currentData().toString());
    for (const ConsumerCredential &each : all) {
        const QString text = each.kind == ConsumerCredential::Kind::Jwt
                                 ? tr("jwt: %1 – made when it is sent, for 5 min").arg(each.name)
                             : each.kind == ConsumerCredential::Kind::Key ? tr("key-auth: key %1").arg(++keys)
                                                                          : tr("basic-auth: %1").arg(each.name);
        m_credential->addItem(text, each.id);
    }
    m_credential->setCurrentIndex(qMax(m_credential->findData(chosen), 0));
}

void IdentityRow::refresh()
{
    const bool isRaw = m_raw->isChecked();
    const bool isSomebody = !m_consumer->currentData().toString().isEmpty();
    m_asLabel->setEnabled(!isRaw);
    m_consumer->setEnabled(!isRaw);
    m_usingLabel->setEnabled(!isRaw && isSomebody);
    m_credential->setEnabled(!isRaw && isSomebody);
}

void IdentityRow::take(const RequestDraft &draft)
{
    fillConsumers(draft.consumer);
    fillCredentials(draft.credential);
    m_raw->setChecked(draft.isRaw);
    refresh();
}

void IdentityRow::putInto(RequestDraft &draft) const
{
    draft.consumer = m_consumer->currentData().toString();
    draft.credential = m_credential->currentData().toString();
    draft.isRaw = m_raw->isChecked();
}

void IdentityRow::focusConsumer()
{
    m_consumer->setFocus();
}

} // namespace gatehouse
