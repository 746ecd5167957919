// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/access_detail.h"

#include "ui/access/access_words.h"
#include "ui/forms/flow_layout.h"
#include "ui/traffic/traffic_tab.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

AccessDetail::AccessDetail(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_sentence(new QLabel(this))
    , m_addCredential(addDoor(u"accessAddCredential"_s, {}, [this] { addCredential(); }))
    , m_openPlugin(addDoor(u"accessOpenPlugin"_s,
                           tr("Open the plugin"),
                           [this] { emit m_workbench.openRequested(u"plugins"_s, m_subject.pluginId); }))
    , m_openConsumer(addDoor(u"accessOpenConsumer"_s,
                             tr("Open the consumer"),
                             [this] { emit m_workbench.openRequested(u"consumers"_s, m_subject.consumerId); }))
    , m_showTraffic(addDoor(u"accessShowTraffic"_s, tr("Show traffic"), [this] { showTraffic(); }))
    , m_change(new QWidget(this))
    , m_ways(new QComboBox(this))
    , m_doIt(new QPushButton(tr("Do it"), this))
    , m_preview(new QLabel(this))
{
    setObjectName(u"accessDetail"_s);
    m_sentence->setObjectName(u"accessSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    m_preview->setObjectName(u"accessPreview"_s);
    m_preview->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_sentence);
    layout->addWidget(makeDoors());
    layout->addWidget(makeWays());
    layout->addStretch(1);
    setTabOrder(findChild<QWidget *>(m_showTraffic->objectName() + u"Button"_s), m_ways);
    setTabOrder(m_ways, m_doIt);
    show({});
}

QAction *AccessDetail::addDoor(const QString &objectName, const QString &text, const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QWidget *AccessDetail::makeDoors()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(6);
    for (QAction *action : doors()) {
        auto *button = new QToolButton(row);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
        layout->addWidget(button);
    }
    row->setLayout(layout);
    return row;
}

QWidget *AccessDetail::makeWays()
{
    auto *label = new QLabel(tr("&Change access:"), m_change);
    label->setBuddy(m_ways);
    m_ways->setObjectName(u"accessWays"_s);
    m_ways->setAccessibleName(tr("Ways to change access"));
    m_ways->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ways->setMinimumContentsLength(20);
    m_doIt->setObjectName(u"accessDoIt"_s);
    connect(m_ways, &QComboBox::currentIndexChanged, this, &AccessDetail::foresee);
    connect(m_doIt, &QPushButton::clicked, this, [this] {
        if (const int way = m_ways->currentIndex(); way >= 0)
            carryOut(m_subject.ways[way]);
    });
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_ways, 1);
    row->addWidget(m_doIt);
    auto *layout = new QVBoxLayout(m_change);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_preview);
    return m_change;
}

void AccessDetail::show(const AccessSubject &subject)
{
    m_subject = subject;
    m_sentence->setText(subject.sentence.isEmpty() ? tr("Choose a cell to see what decides it.") : subject.sentence);
    m_addCredential->setText(tr("Add a credential for %1").arg(subject.credential));
    m_addCredential->setVisible(!subject.credential.isEmpty() && !subject.consumerId.isEmpty());
    m_openPlugin->setVisible(!subject.pluginId.isEmpty());
    m_openConsumer->setVisible(!subject.consumerId.isEmpty());
    m_showTraffic->setVisible(!subject.routeId.isEmpty());
    fillWays();
}

void AccessDetail::fillWays()
{
    const QString chosen = m_ways->currentText();
    {
        const QSignalBlocker quiet(m_ways);
        m_ways->clear();
        for (const AccessWay &way : std::as_const(m_subject.ways))
            m_ways->addItem(wayText(m_workbench.config(), way));
        m_ways->setCurrentIndex(qMax(0, m_ways->findText(chosen)));
    }
    m_change->setVisible(!m_subject.ways.isEmpty());
    foresee();
}

// Who else gets in is asked of the changed configuration, which may be large.
void AccessDetail::foresee()
{
    m_preview->clear();
    m_run.cancel();
    const int index = m_ways->currentIndex();
    if (index < 0 || index >= m_subject.ways.size())
        return;
    const AccessWay &way = m_subject.ways[index];
    ChangeDraft draft(m_workbench.store());
    const StoreOutcome outcome = take(draft, way);
    m_doIt->setEnabled(!outcome.error);
    if (outcome.error) {
        m_preview->setText(outcome.error->message);
        return;
    }
    m_run.start(
        [before = m_workbench.config(), after = draft.config(), way] {
            return accessShifts(before, after, {concerned(before, way), way.pluginId});
        },
        [this, consumer = m_subject.consumerId, route = m_subject.routeId](const AccessShifts &shifts) {
            m_preview->setText(shiftsText(shifts, consumer, route));
        });
}

void AccessDetail::carryOut(const AccessWay &way)
{
    const QString step = wayText(m_workbench.config(), way);
    ChangeDraft draft(m_workbench.store());
    const StoreOutcome outcome = take(draft, way);
    QString refused = outcome.error ? outcome.error->message : QString();
    m_workbench.history().setMergeKey({});
    if (refused.isEmpty()) {
        const Result<> applied = m_workbench.store().apply(draft.change(step), Origin::User);
        refused = applied ? QString() : applied.error().message;
    }
    if (!refused.isEmpty())
        emit m_workbench.message({u"access"_s, refused, Message::Kind::Error});
}

void AccessDetail::addCredential()
{
    const QJsonObject preset{{u"consumer"_s, QJsonObject{{u"id"_s, m_subject.consumerId}}}};
    emit m_workbench.draftRequested(credentialTable(m_subject.credential), preset);
}

// Requests that nobody was recognised for name no consumer.
void AccessDetail::showTraffic()
{
    const Config &config = m_workbench.config();
    const auto filterFor = [&config](const QString &table, const QString &id) {
        return trafficFilterFor(table, config.find(table, id).value_or(QJsonObject()));
    };
    QString filter = filterFor(u"routes"_s, m_subject.routeId);
    if (!m_subject.consumerId.isEmpty())
        filter += u' ' + filterFor(u"consumers"_s, m_subject.consumerId);
    emit m_workbench.trafficRequested(filter, std::nullopt);
}

void AccessDetail::focusFirst()
{
    if (m_ways->isVisible())
        m_ways->setFocus(Qt::OtherFocusReason);
    else if (QWidget *door = findChild<QWidget *>(u"accessOpenPluginButton"_s); door->isVisible())
        door->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse
