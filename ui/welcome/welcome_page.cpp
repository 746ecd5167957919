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

constexpr int columnWidth = 470;

// In a column of fixed width a layout does not ask how high the lines of a text are.
void wrap(QLabel &label)
{
    label.setWordWrap(true);
    label.setMinimumHeight(label.heightForWidth(columnWidth));
}

} // namespace

WelcomePage::WelcomePage(UiSettings &settings, QWidget *parent)
    : Page(u"welcomePage"_s, tr("Welcome"), u"sample"_s, parent)
    , m_settings(settings)
    , m_recentTitle(new QLabel(tr("Recent files"), this))
    , m_recent(new QListWidget(this))
{
    auto *title = new QLabel(tr("An API gateway on your desktop"), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    font.setBold(true);
    title->setFont(font);
    wrap(*title);
    auto *text = new QLabel(tr("Start with a sample that works at once: three services, two consumers, tokens, limits, "
                               "and its first requests. Or open the kong.yml you have."),
                            this);
    wrap(*text);
    QPushButton *sample = makeButton(u"welcomeSample"_s, u"start"_s, tr("Start with the sample"));
    sample->setDefault(true);
    QPushButton *open = makeButton(u"welcomeOpen"_s, u"open"_s, tr("Open kong.yml…"));
    QPushButton *import =
        makeButton(u"welcomeImport"_s, u"export"_s, tr("Import from a running Kong, decK or OpenAPI…"));
    QPushButton *empty = makeButton(u"welcomeNew"_s, u"new"_s, tr("Begin with an empty configuration"));
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    connect(empty, &QPushButton::clicked, this, &WelcomePage::newRequested);
    m_recentTitle->setBuddy(m_recent);
    m_recent->setObjectName(u"welcomeRecent"_s);
    m_recent->setAccessibleName(tr("Recent files"));
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit fileRequested(item->data(Qt::UserRole).toString()); });

    auto *column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(10);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{title, text, sample, open, import, empty, m_recentTitle, m_recent})
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
    m_recentTitle->setVisible(!places.isEmpty());
    m_recent->setVisible(!places.isEmpty());
    m_recent->setFixedHeight(m_recent->fontMetrics().height() * 8);
    findChild<QPushButton *>(u"welcomeSample"_s)->setFocus();
    Page::showEvent(event);
}

} // namespace gatehouse
