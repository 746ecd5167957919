// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/main_window/page_parts.h"
#include "ui/secrets/secret_settings.h"
#include "ui/settings/keyboard_page.h"
#include "ui/settings/language.h"
#include "ui/theme/text_scale.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QTabWidget>
#include <QThread>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int formWidth = 620;

} // namespace

SettingsPage::SettingsPage(Workbench &workbench, QAction &keepSecrets, QWidget *parent)
    : Page(u"settingsPage"_s, tr("Settings"), u"settings"_s, parent)
    , m_settings(workbench.settings())
    , m_gateway(workbench.gateway())
    , m_filter(new QLineEdit(this))
    , m_form(new QFormLayout)
    , m_restart(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_keyboard(new KeyboardPage(m_settings, workbench.shortcuts(), this))
{
    m_filter->setObjectName(u"settingsFilter"_s);
    m_filter->setAccessibleName(tr("Search the settings"));
    m_filter->setPlaceholderText(tr("Search the settings"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(m_filter->fontMetrics().averageCharWidth() * 24);
    m_filter->setMaximumWidth(m_filter->fontMetrics().averageCharWidth() * 40);
    connect(m_filter, &QLineEdit::textChanged, this, &SettingsPage::filter);
    m_tabs->setObjectName(u"settingsTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeGeneral(workbench.secrets(), keepSecrets), tr("General"));
    m_tabs->addTab(m_keyboard, tr("Keyboard"));
    layOutList(*this, title(), *m_filter, *m_tabs);
}

QWidget *SettingsPage::makeGeneral(SecretKeeper &secrets, QAction &keepSecrets)
{
    addSection(tr("Gateway"));
    addAddress(Setting::ProxyListen, tr("&Proxy listens on"), false);
    addAddress(Setting::ProxyTlsListen, tr("Proxy listens for &TLS on"), true);
    addAddress(Setting::AdminListen, tr("&Admin API listens on"), false);
    addWorkers();
    addTray();
    addSection(tr("Editing"));
    addChoice(Setting::ApplyMode, tr("Edits &run"),
              {{u"automatic"_s, tr("at once")}, {u"staged"_s, tr("when they are applied")}});
    addSection(tr("Appearance"));
    addChoice(Setting::Theme, tr("T&heme"),
              {{u"system"_s, tr("as the desktop")},
               {u"light"_s, tr("light")},
               {u"dark"_s, tr("dark")},
               {u"contrast"_s, tr("high contrast")}});
    addChoice(Setting::Density, tr("&Density of lists"),
              {{u"comfortable"_s, tr("comfortable")}, {u"compact"_s, tr("compact")}});
    addTextScale();
    addLanguages();
    addSecrets(secrets, keepSecrets);

    auto *inner = new QWidget(this);
    inner->setMaximumWidth(formWidth);
    m_form->setContentsMargins(0, 0, 8, 0);
    inner->setLayout(m_form);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(inner);
    m_restart->setObjectName(u"settingsHint"_s);
    m_restart->setWordWrap(true);
    auto *general = new QWidget(this);
    auto *layout = new QVBoxLayout(general);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area, 1);
    layout->addWidget(m_restart);
    return general;
}

void SettingsPage::addSection(const QString &title)
{
    auto *label = new QLabel(title, this);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 12, 0, 2);
    m_form->addRow(label);
}

void SettingsPage::addRow(Setting setting, const QString &label, QWidget *editor)
{
    const QString key = UiSettings::key(setting);
    editor->setObjectName(key);
    editor->setAccessibleName(QString(label).remove(u'&'));
    editor->setAccessibleDescription(key);
    editor->setToolTip(tr("%1 in the settings file").arg(key));
    m_form->addRow(label, editor);
    m_rows.append({QString(label).remove(u'&') + u' ' + key, editor});
}

QLineEdit *SettingsPage::addAddress(Setting setting, const QString &label, bool mayBeEmpty)
{
    auto *line = new QLineEdit(m_settings.value(setting).toString(), this);
    line->setPlaceholderText(mayBeEmpty ? tr("off; for example 127.0.0.1:8443") : QString());
    connect(line, &QLineEdit::editingFinished, this, [this, line, setting, mayBeEmpty] {
        const QString text = line->text().trimmed();
        const std::optional<ListenAddress> address = ListenAddress::parse(text);
        if (!address && !(mayBeEmpty && text.isEmpty())) {
            m_restart->setText(tr("⛔ “%1” is no address: an IP address, a colon and a port are expected.").arg(text));
            return;
        }
        if (m_settings.value(setting).toString() == text)
            return;
        m_settings.setValue(setting, text);
        const bool everywhere = address && !address->host.isLoopback();
        m_restart->setText(everywhere
                               ? tr("⚠ Counts at the next start. Everybody who reaches this machine can use it then.")
                               : tr("Counts at the next start of the gateway."));
    });
    addRow(setting, label, line);
    return line;
}

void SettingsPage::addWorkers()
{
    auto *box = new QSpinBox(this);
    box->setRange(0, static_cast<int>(TrafficCounters::maxWorkers));
    box->setSpecialValueText(tr("one per core (%1)").arg(QThread::idealThreadCount()));
    box->setValue(m_settings.value(Setting::Workers).toInt());
    connect(box, &QSpinBox::valueChanged, this, [this](int workers) {
        m_settings.setValue(Setting::Workers, workers);
        if (m_gateway.state() != Gateway::State::Running)
            return;
        const Result<> changed = m_gateway.setWorkers(workers);
        m_restart->setText(changed ? QString() : u"⛔ "_s + changed.error().message);
    });
    addRow(Setting::Workers, tr("&Worker threads"), box);
}

QComboBox *SettingsPage::addChoice(Setting setting, const QString &label, const QList<Choice> &choices)
{
    auto *box = new QComboBox(this);
    for (const Choice &choice : choices)
        box->addItem(choice.text, choice.word);
    box->setCurrentIndex(box->findData(m_settings.value(setting)));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, setting] { m_settings.setValue(setting, box->currentData()); });
    // The same setting can be changed elsewhere in the window.
    connect(&m_settings.notifier(), &SettingNotifier::changed, box, [this, box, setting](Setting changed) {
        if (changed == setting)
            box->setCurrentIndex(box->findData(m_settings.value(setting)));
    });
    addRow(setting, label, box);
    return box;
}

void SettingsPage::addTray()
{
    const bool hasTray = QSystemTrayIcon::isSystemTrayAvailable();
    const QString no = hasTray ? tr("no") : tr("no, as this desktop has no tray");
    QComboBox *icon = addChoice(Setting::Tray, tr("&Icon in the system tray"), {{u"no"_s, no}, {u"yes"_s, tr("yes")}});
    QComboBox *closing = addChoice(Setting::CloseRunning, tr("With it, &closing the window"),
                                   {{u"ask"_s, tr("asks what to do")},
                                    {u"tray"_s, tr("keeps the gateway running")},
                                    {u"quit"_s, tr("stops the gateway and quits")}});
    icon->setEnabled(hasTray);
    closing->setEnabled(hasTray);
}

void SettingsPage::addLanguages()
{
    QList<Choice> choices{{u"system"_s, tr("as the desktop")}};
    const QList<Language> known = languages();
    for (const Language &language : known)
        choices.append({language.code, language.name});
    addChoice(Setting::Language, tr("&Language"), choices);
    connect(&m_settings.notifier(), &SettingNotifier::changed, this, [this](Setting changed) {
        if (changed == Setting::Language)
            m_restart->setText(tr("Counts at the next start of Gatehouse."));
    });
}

QSpinBox *SettingsPage::addNumber(Setting setting, const QString &label, int least, int most)
{
    auto *box = new QSpinBox(this);
    box->setRange(least, most);
    box->setValue(m_settings.value(setting).toInt());
    connect(box, &QSpinBox::valueChanged, this, [this, setting](int value) { m_settings.setValue(setting, value); });
    connect(&m_settings.notifier(), &SettingNotifier::changed, box, [this, box, setting](Setting changed) {
        if (changed == setting)
            box->setValue(m_settings.value(setting).toInt());
    });
    addRow(setting, label, box);
    return box;
}

void SettingsPage::addTextScale()
{
    QSpinBox *box = addNumber(Setting::TextScale, tr("&Size of traffic and YAML"), TextScale::least, TextScale::most);
    box->setSingleStep(TextScale::step);
    box->setSuffix(tr(" %"));
}

void SettingsPage::addSecrets(SecretKeeper &secrets, QAction &keepSecrets)
{
    addSection(tr("Secrets of this project"));
    auto *kept = new SecretSettings(secrets, keepSecrets, this);
    m_form->addRow(tr("Place"), kept);
    m_rows.append({tr("Secrets, keychain"), kept});
    addSection(tr("Secrets on the clipboard"));
    QSpinBox *box = addNumber(Setting::SecretClipboard, tr("Taken &off after"), 0, 3600);
    box->setSuffix(tr(" s"));
    box->setSpecialValueText(tr("not by itself"));
}

// What is looked for may stand on the other tab.
void SettingsPage::filter(const QString &text)
{
    int settings = 0;
    for (const auto &[words, editor] : std::as_const(m_rows)) {
        const bool matches = words.contains(text, Qt::CaseInsensitive);
        settings += matches ? 1 : 0;
        editor->setVisible(matches);
        m_form->labelForField(editor)->setVisible(matches);
    }
    const int commands = m_keyboard->filter(text);
    const bool isKeyboard = m_tabs->currentWidget() == m_keyboard;
    if (isKeyboard ? commands == 0 && settings > 0 : settings == 0 && commands > 0)
        m_tabs->setCurrentIndex(1 - m_tabs->currentIndex());
}

void SettingsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace gatehouse
