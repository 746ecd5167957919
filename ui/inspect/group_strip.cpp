// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/group_strip.h"

#include "core/inspect/group_names.h"
#include "ui/forms/flow_layout.h"

#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

GroupStrip::GroupStrip(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_flow(new FlowLayout(4))
    , m_line(new QLineEdit(this))
    , m_suggestions(new QStringListModel(this))
    , m_note(new QLabel(this))
{
    m_line->setObjectName(u"groupLine"_s);
    m_line->setAccessibleName(tr("Add an ACL group"));
    m_line->setPlaceholderText(tr("Add group…"));
    m_line->setMinimumWidth(m_line->fontMetrics().averageCharWidth() * 20);
    auto *completer = new QCompleter(m_suggestions, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_line->setCompleter(completer);
    m_note->setObjectName(u"groupNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *title = new QLabel(tr("ACL &groups:"), this);
    title->setBuddy(m_line);
    m_flow->addWidget(title);
    m_flow->addWidget(m_line);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(2);
    layout->addLayout(m_flow);
    layout->addWidget(m_note);
    connect(m_line, &QLineEdit::returnPressed, this, &GroupStrip::addTyped);
    connect(m_line, &QLineEdit::textChanged, this, &GroupStrip::judge);
}

void GroupStrip::showConsumer(const QString &id)
{
    m_consumer = id;
    m_known = groupNames(m_workbench.config());
    for (QToolButton *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that was clicked
    }
    m_chips.clear();
    m_groups.clear();
    const QList<QJsonObject> rows = m_workbench.config().table(u"acls"_s).rowsWhere(u"consumer"_s, id);
    for (const QJsonObject &row : rows)
        addChip(row);
    QStringList others = m_known.keys();
    for (const QString &group : std::as_const(m_groups))
        others.removeAll(group);
    m_suggestions->setStringList(others);
    judge(m_line->text());
}

void GroupStrip::addChip(const QJsonObject &acl)
{
    const QString group = acl.value("group"_L1).toString();
    auto *chip = new QToolButton(this);
    chip->setObjectName(u"group."_s + group);
    chip->setText(group + u"  ×"_s);
    chip->setAccessibleName(tr("Leave group %1").arg(group));
    chip->setToolTip(m_known.value(group) > 0
                         ? tr("Named by %n acl(s). Click to leave the group.", nullptr, m_known.value(group))
                         : tr("No acl names this group. Click to leave it."));
    chip->setFocusPolicy(Qt::StrongFocus);
    connect(chip, &QToolButton::clicked, this, [this, id = acl.value("id"_L1).toString()] {
        m_workbench.history().setMergeKey({});
        m_workbench.store().remove(u"acls"_s, EntityKey::id(id), Origin::User);
    });
    m_flow->insertWidget(static_cast<int>(m_chips.size()) + 1, chip); // behind the title
    chip->show();
    m_chips << chip;
    m_groups << group;
}

QString GroupStrip::verdict(const QString &group) const
{
    if (group.isEmpty() || m_known.value(group) > 0)
        return {};
    QStringList named;
    for (auto known = m_known.begin(); known != m_known.end(); ++known) {
        if (known.value() > 0)
            named << known.key();
    }
    if (const QString meant = nearestName(group, named); !meant.isEmpty())
        return tr("No route mentions “%1” – did you mean %2?").arg(group, meant);
    return tr("“%1” is mentioned by no route yet.").arg(group);
}

void GroupStrip::judge(const QString &text)
{
    QStringList notes;
    for (const QString &group : std::as_const(m_groups)) {
        if (const QString note = verdict(group); !note.isEmpty())
            notes << note;
    }
    if (const QString note = verdict(text.trimmed());
        !note.isEmpty() && m_suggestions->stringList().filter(text).isEmpty())
        notes << note;
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

void GroupStrip::addTyped()
{
    const QString group = m_line->text().trimmed();
    if (group.isEmpty() || m_groups.contains(group))
        return;
    m_workbench.history().setMergeKey({});
    const QJsonObject row{{u"group"_s, group}, {u"consumer"_s, QJsonObject{{u"id"_s, m_consumer}}}};
    if (m_workbench.store().insert(u"acls"_s, row, Origin::User))
        m_line->clear();
}

} // namespace gatehouse
