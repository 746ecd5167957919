// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_page.h"

#include "core/runtime/project_files.h"
#include "ui/theme/icons.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int columnWidth = 420;

} // namespace

WelcomePage::WelcomePage(UiSettings &settings, QWidget *parent)
    : Page(u"welcomePage"_s, tr("Welcome"), u"sample"_s, parent)
    , m_settings(settings)
    , m_recent(new QListWidget(this))
{
    auto *title = new QLabel(tr("An API gateway on your desktop"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    font.setBold(true);
    title->setFont(font);
    auto *text = new QLabel(tr("Start with a sample that works at once: three services, two consumers, tokens, limits, "
                               "and its first requests. Or open the kong.yml you have."),
                            this);
    text->setWordWrap(true);
    QPushButton *sample = makeButton(u"welcomeSample"_s, u"start"_s, tr("Start with the sample"));
    sample->setDefault(true);
    QPushButton *open = makeButton(u"welcomeOpen"_s, u"open"_s, tr("Open kong.yml…"));
    QPushButton *empty = makeButton(u"welcomeNew"_s, u"new"_s, tr("Begin with an empty configuration"));
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(empty, &QPushButton::clicked, this, &WelcomePage::newRequested);
    auto *recentTitle = new QLabel(tr("Recent files"), this);
    recentTitle->setBuddy(m_recent);
    m_recent->setObjectName(u"welcomeRecent"_s);
    m_recent->setAccessibleName(tr("Recent files"));
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit fileRequested(item->data(Qt::UserRole).toString()); });

    auto *column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto *inner = new QVBoxLayout(column);
    inner->setSpacing(10);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, text, sample, open, empty, recentTitle, m_recent})
        inner->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

QPushButton *WelcomePage::makeButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new QPushButton(themedIcon(icon), text, this);
    button->setObjectName(name);
    button->setMinimumHeight(button->fontMetrics().height() * 2);
    return button;
}

void WelcomePage::showEvent(QShowEvent *event)
{
    m_recent->clear();
    const QStringList places = m_settings.value(Setting::RecentFiles).toStringList();
    for (const QString &place : places) {
        auto *item = new QListWidgetItem(lineOfPlace(place), m_recent);
        item->setData(Qt::UserRole, place);
    }
    m_recent->setFixedHeight(m_recent->fontMetrics().height() * 8);
    findChild<QPushButton *>(u"welcomeSample"_s)->setFocus();
    Page::showEvent(event);
}

} // namespace gatehouse
