// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/status_bar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::seconds messageTime{8};

// The state by shape as well as by colour: filled, ring, half.
QIcon stateIcon(Gateway::State state, bool rejected, const QPalette &palette)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = rejected                           ? theme::tone(theme::Tone::ClientError, palette)
                          : state == Gateway::State::Running ? QColor(0x2e, 0x9e, 0x5b)
                                                             : theme::quietText(palette);
    painter.setPen(QPen(colour, 1.6));
    if (state == Gateway::State::Running)
        painter.setBrush(colour);
    painter.drawEllipse(QRectF(3.5, 3.5, 9, 9));
    if (state == Gateway::State::Draining) {
        painter.setBrush(colour);
        painter.drawPie(QRectF(3.5, 3.5, 9, 9), 90 * 16, 180 * 16);
    }
    return QIcon(pixmap);
}

} // namespace

StatusBar::StatusBar(Gateway &gateway, const TrafficStats &stats, QWidget *parent)
    : QStatusBar(parent)
    , m_gateway(gateway)
    , m_stats(stats)
    , m_state(addPart(u"statusState"_s, tr("State of the gateway")))
    , m_proxy(addPart(u"statusProxy"_s, tr("Proxy address")))
    , m_admin(addPart(u"statusAdmin"_s, tr("Admin API address")))
    , m_figures(addPart(u"statusFigures"_s, tr("Traffic")))
    , m_problems(addPart(u"statusProblems"_s, tr("Problems")))
    , m_openLock(addPart(u"statusSecrets"_s, tr("Secrets")))
    , m_message(new QLabel(this))
{
    m_message->setObjectName(u"statusMessage"_s);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it may be cut, the parts may not
    addWidget(m_message, 1);
    m_messageEnd.setSingleShot(true);
    m_messageEnd.setInterval(messageTime);
    connect(&m_messageEnd, &QTimer::timeout, m_message, &QLabel::clear);
    setSizeGripEnabled(false);
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_openLock->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_openLock->setIcon(themedIcon(u"open-lock"_s));
    m_openLock->setToolTip(tr("Choose where secrets are kept"));
    m_openLock->hide();
    m_proxy->setToolTip(tr("Copy the address of the proxy"));
    m_admin->setToolTip(tr("Copy the address of the Admin API"));
    connect(m_state, &QToolButton::clicked, this, &StatusBar::stateClicked);
    connect(m_figures, &QToolButton::clicked, this, &StatusBar::trafficClicked);
    connect(m_problems, &QToolButton::clicked, this, &StatusBar::problemsClicked);
    connect(m_openLock, &QToolButton::clicked, this, &StatusBar::openLockClicked);
    connect(m_proxy, &QToolButton::clicked, this, [this] { copy(u"http://"_s + m_gateway.proxyAddress()); });
    connect(m_admin, &QToolButton::clicked, this, [this] { copy(u"http://"_s + m_gateway.adminAddress()); });
    connect(&m_gateway, &Gateway::started, this, &StatusBar::refreshState);
    connect(&m_gateway, &Gateway::draining, this, &StatusBar::refreshState);
    connect(&m_gateway, &Gateway::stopped, this, &StatusBar::refreshState);
    connect(&m_gateway, &Gateway::published, this, [this] { setRejected(false); });
    connect(&m_timer, &QTimer::timeout, this, &StatusBar::refreshFigures);
    m_timer.start(std::chrono::seconds(1));
    setProblemCount(0);
    refreshState();
}

QToolButton *StatusBar::addPart(const QString &objectName, const QString &accessibleName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAccessibleName(accessibleName);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    addWidget(button);
    return button;
}

void StatusBar::say(const QString &text)
{
    m_message->setText(text);
    m_messageEnd.start();
    announce(text);
}

void StatusBar::announce(const QString &text)
{
    m_message->setAccessibleName(text);
    QAccessibleEvent event(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusBar::setRejected(bool rejected)
{
    m_rejected = rejected;
    refreshState();
}

void StatusBar::setProblemCount(int count)
{
    m_problems->setText(count == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, count));
}

void StatusBar::setOpenLock(const QString &text)
{
    m_openLock->setText(text);
    m_openLock->setAccessibleName(tr("%1. Choose where secrets are kept").arg(text));
    m_openLock->setVisible(!text.isEmpty());
}

void StatusBar::refreshState()
{
    const Gateway::State state = m_gateway.state();
    const bool running = state == Gateway::State::Running;
    QString text = tr("Stopped");
    if (running && m_rejected)
        text = tr("Running r%1 – your last change has errors and is not applied").arg(m_gateway.revision());
    else if (running)
        text = tr("Running r%1").arg(m_gateway.revision());
    else if (state == Gateway::State::Draining)
        text = tr("Stopping: %n connection(s) left", nullptr,
                  static_cast<int>(m_gateway.traffic().totals().connectionsActive));
    m_state->setText(text);
    m_state->setIcon(stateIcon(state, running && m_rejected, palette()));
    m_proxy->setVisible(running);
    m_admin->setVisible(running);
    m_figures->setVisible(running);
    m_proxy->setText(tr("proxy %1").arg(m_gateway.proxyAddress()));
    m_admin->setText(tr("admin %1").arg(m_gateway.adminAddress()));
    refreshFigures();
}

void StatusBar::refreshFigures()
{
    const TrafficStats::Summary summary = m_stats.summary(QDateTime::currentSecsSinceEpoch());
    const QLocale locale;
    m_figures->setText(tr("%1 req/s   p95 %2 ms   errors %3 %")
                           .arg(locale.toString(summary.perSecond, 'f', summary.perSecond < 10 ? 1 : 0),
                                locale.toString(summary.p95, 'f', summary.p95 < 10 ? 1 : 0),
                                locale.toString(summary.errorShare * 100, 'f', 1)));
}

void StatusBar::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    say(tr("Copied %1").arg(text));
}

} // namespace gatehouse
