// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/plugin_gallery.h"

#include "ui/dialogs/help_topic.h"
#include "ui/entities/entity_columns.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int nameRole = Qt::UserRole + 1;

struct Group {
    const char *title;
    QStringList plugins;
};

// Kong's own grouping of its plugins; what is not named stands under "Other".
QList<Group> groups()
{
    return {
        {QT_TRANSLATE_NOOP("PluginGallery", "Authentication"),
         {u"jwt"_s, u"key-auth"_s, u"basic-auth"_s, u"hmac-auth"_s, u"oauth2"_s, u"ldap-auth"_s, u"session"_s}},
        {QT_TRANSLATE_NOOP("PluginGallery", "Security"),
         {u"acl"_s, u"cors"_s, u"ip-restriction"_s, u"bot-detection"_s, u"acme"_s}},
        {QT_TRANSLATE_NOOP("PluginGallery", "Traffic control"),
         {u"rate-limiting"_s, u"response-ratelimiting"_s, u"request-size-limiting"_s, u"request-termination"_s,
          u"proxy-cache"_s, u"redirect"_s, u"standard-webhooks"_s}},
        {QT_TRANSLATE_NOOP("PluginGallery", "Transformation"),
         {u"request-transformer"_s, u"response-transformer"_s, u"correlation-id"_s, u"grpc-gateway"_s, u"grpc-web"_s}},
        {QT_TRANSLATE_NOOP("PluginGallery", "Logging and monitoring"),
         {u"file-log"_s, u"http-log"_s, u"tcp-log"_s, u"udp-log"_s, u"syslog"_s, u"loggly"_s, u"statsd"_s, u"datadog"_s,
          u"prometheus"_s, u"zipkin"_s, u"opentelemetry"_s}},
        {QT_TRANSLATE_NOOP("PluginGallery", "Serverless"),
         {u"pre-function"_s, u"post-function"_s, u"aws-lambda"_s, u"azure-functions"_s}},
    };
}

QString describe(const PluginSchema &plugin)
{
    const QString help = plugin.help ? QCoreApplication::translate("schema", plugin.help) : QString();
    return plugin.executed ? help : PluginGallery::tr("Kept and exported, not executed here. %1").arg(help).trimmed();
}

} // namespace

PluginGallery::PluginGallery(const ConfigStore &store, const QJsonObject &preset, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_preset(preset)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_scope(new QComboBox(this))
    , m_target(new QComboBox(this))
{
    setObjectName(u"pluginGallery"_s);
    setHelpPage(*this, u"edit-a-gateway.md"_s);
    setWindowTitle(tr("Add a plugin"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 520);
    m_filter->setObjectName(u"galleryFilter"_s);
    m_filter->setPlaceholderText(tr("Filter plugins"));
    m_filter->setAccessibleName(tr("Filter plugins"));
    m_tree->setObjectName(u"galleryTree"_s);
    m_tree->setAccessibleName(tr("Plugins"));
    m_tree->setHeaderLabels({tr("Plugin"), tr("What it does")});
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, m_tree->fontMetrics().averageCharWidth() * 30);
    m_scope->setObjectName(u"galleryScope"_s);
    m_scope->setAccessibleName(tr("Applies to"));
    m_target->setObjectName(u"galleryTarget"_s);
    m_target->setAccessibleName(tr("Which one"));
    fill();
    auto *scope = new QHBoxLayout;
    auto *label = new QLabel(tr("&Applies to:"), this);
    label->setBuddy(m_scope);
    scope->addWidget(label);
    scope->addWidget(m_scope);
    scope->addWidget(m_target, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *next = buttons->addButton(tr("Configure"), QDialogButtonBox::AcceptRole);
    next->setObjectName(u"galleryAccept"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addLayout(scope);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(next, &QPushButton::clicked, this, &PluginGallery::choose);
    connect(m_tree, &QTreeWidget::itemActivated, this, &PluginGallery::choose);
    connect(m_filter, &QLineEdit::textChanged, this, &PluginGallery::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &PluginGallery::refreshScopes);
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        m_target->clear();
        const QString table = m_scope->currentData().toString();
        m_target->setVisible(!table.isEmpty());
        const QList<QJsonObject> rows = m_store.config().rows(table);
        for (const QJsonObject &row : rows)
            m_target->addItem(shownName(row), row.value("id"_L1).toString());
    });
    refreshScopes();
}

void PluginGallery::fill()
{
    QStringList rest = m_store.registry().pluginNames();
    const auto addGroup = [this, &rest](const QString &title, const QStringList &plugins) {
        auto *group = new QTreeWidgetItem(m_tree, {title});
        group->setFlags(Qt::ItemIsEnabled);
        group->setFirstColumnSpanned(true);
        for (const QString &name : plugins) {
            const PluginSchema *plugin = m_store.registry().plugin(name);
            if (!plugin)
                continue;
            const QString label = plugin->label ? QCoreApplication::translate("schema", plugin->label) : name;
            auto *item = new QTreeWidgetItem(group, {label, describe(*plugin)});
            item->setData(0, nameRole, name);
            item->setToolTip(0, name);
            rest.removeOne(name);
        }
        group->setExpanded(true);
    };
    const QList<Group> known = groups();
    for (const Group &group : known)
        addGroup(tr(group.title), group.plugins);
    if (!rest.isEmpty())
        addGroup(tr("Other"), QStringList(rest));
    m_tree->setCurrentItem(m_tree->topLevelItem(0)->child(0));
}

void PluginGallery::filter(const QString &text)
{
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        int shown = 0;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *item = group->child(j);
            const bool matches = item->text(0).contains(text, Qt::CaseInsensitive) ||
                                 item->data(0, nameRole).toString().contains(text, Qt::CaseInsensitive) ||
                                 item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!matches);
            shown += matches ? 1 : 0;
            if (matches && (!first || item->data(0, nameRole).toString() == text))
                first = item;
        }
        group->setHidden(shown == 0);
    }
    if (first)
        m_tree->setCurrentItem(first);
}

QString PluginGallery::currentPlugin() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item && !item->isHidden() ? item->data(0, nameRole).toString() : QString();
}

void PluginGallery::refreshScopes()
{
    const PluginSchema *plugin = m_store.registry().plugin(currentPlugin());
    m_scope->clear();
    if (!plugin)
        return;
    static constexpr std::array scopes{std::pair{"service", "services"}, std::pair{"route", "routes"},
                                       std::pair{"consumer", "consumers"}};
    for (const auto &[field, table] : scopes) {
        if (m_preset.contains(QLatin1String(field))) {
            m_scope->addItem(tr("the chosen one"), QString());
            m_scope->setEnabled(false);
            m_target->hide();
            return;
        }
    }
    m_scope->addItem(tr("everything (global)"), QString());
    const QStringList words{tr("one service"), tr("one route"), tr("one consumer")};
    for (std::size_t i = 0; i < scopes.size(); ++i) {
        if (plugin->allowsScope(QString::fromLatin1(scopes[i].first)) &&
            !m_store.config().table(QLatin1String(scopes[i].second)).isEmpty())
            m_scope->addItem(words[static_cast<qsizetype>(i)], QLatin1String(scopes[i].second));
    }
}

void PluginGallery::choose()
{
    const QString name = currentPlugin();
    if (name.isEmpty())
        return;
    QJsonObject preset = m_preset;
    preset.insert(u"name"_s, name);
    const QString table = m_scope->currentData().toString();
    if (!table.isEmpty() && m_target->currentIndex() >= 0)
        preset.insert(table.chopped(1), QJsonObject{{u"id"_s, m_target->currentData().toString()}});
    accept();
    emit chosen(preset);
}

} // namespace gatehouse
