// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/message_area.h"

#include "ui/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString glyph(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Note:
        return {};
    case Message::Kind::Warning:
        return u"⚠ "_s;
    case Message::Kind::Error:
        return u"⛔ "_s;
    }
    return {};
}

} // namespace

MessageArea::MessageArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"messageArea"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void MessageArea::show(const Message &message)
{
    remove(message.key);
    QWidget *bar = makeBar(message);
    m_layout->addWidget(bar);
    if (message.lifetime.count() > 0)
        QTimer::singleShot(message.lifetime, bar, &QObject::deleteLater);
    emit announced(message.text);
}

void MessageArea::remove(const QString &key)
{
    const QList<QWidget *> bars = findChildren<QWidget *>(u"message."_s + key, Qt::FindDirectChildrenOnly);
    for (QWidget *bar : bars) {
        bar->hide();
        bar->setObjectName({});
        bar->deleteLater();
    }
}

QWidget *MessageArea::makeBar(const Message &message)
{
    auto *bar = new QFrame(this);
    bar->setObjectName(u"message."_s + message.key);
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::AlternateBase);
    bar->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 4, 8, 4);
    auto *label = new QLabel(glyph(message.kind) + message.text, bar);
    label->setObjectName(u"messageText"_s);
    label->setWordWrap(true);
    if (message.kind == Message::Kind::Error) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, theme::tone(theme::Tone::ServerError, this->palette()));
        label->setPalette(palette);
    }
    layout->addWidget(label, 1);
    for (const Message::Action &action : message.actions) {
        auto *button = new QPushButton(action.text, bar);
        button->setObjectName(u"messageAction%1"_s.arg(layout->count()));
        connect(button, &QPushButton::clicked, this, [this, key = message.key, run = action.run] {
            remove(key);
            run();
        });
        layout->addWidget(button);
    }
    auto *close = new QToolButton(bar);
    close->setText(u"×"_s);
    close->setAutoRaise(true);
    close->setObjectName(u"messageClose"_s);
    close->setAccessibleName(tr("Close the message"));
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, [this, key = message.key] { remove(key); });
    layout->addWidget(close);
    return bar;
}

} // namespace gatehouse
