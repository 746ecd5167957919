// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/card.h"

#include "ui/forms/flow_layout.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse {

Card::Card(const QString &objectName, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(title);
    m_body->setContentsMargins(16, 12, 16, 14);
    m_body->setSpacing(6);
    auto *heading = new QLabel(title, this);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    m_body->addWidget(heading);
}

QLabel *Card::addLine(const QString &label)
{
    auto *row = new QHBoxLayout;
    QLabel *value = addPair(*row, label);
    value->setWordWrap(true);
    row->setStretchFactor(value, 1);
    m_body->addLayout(row);
    return value;
}

QLabel *Card::addFigure(FlowLayout &row, const QString &label)
{
    auto *figure = new QWidget(this);
    auto *line = new QHBoxLayout(figure);
    line->setContentsMargins(0, 0, 0, 0);
    QLabel *value = addPair(*line, label);
    row.addWidget(figure);
    return value;
}

QLabel *Card::addPair(QBoxLayout &line, const QString &label)
{
    auto *name = new QLabel(label, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(this);
    value->setAccessibleName(label);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.addWidget(name);
    line.addWidget(value);
    return value;
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::line(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace gatehouse
