// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyboard_page.h"

#include "ui/main_window/page_parts.h"
#include "ui/settings/keys_edit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QPushButton *makeButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    return button;
}

} // namespace

KeyboardPage::KeyboardPage(UiSettings &settings, Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_shortcuts(shortcuts)
    , m_model(shortcuts)
    , m_table(new QTableView(this))
    , m_label(new QLabel(this))
    , m_keys(new KeysEdit(this))
    , m_clear(makeButton(u"keyboardClear"_s, tr("No keys"), this))
    , m_reset(makeButton(u"keyboardReset"_s, tr("Reset"), this))
    , m_note(new QLabel(this))
    , m_takeOver(makeButton(u"keyboardTakeOver"_s, tr("Take over"), this))
{
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_table, 1);
    layout->addWidget(makeEditor());
    connect(&m_shortcuts, &Shortcuts::changed, this, [this](const QString &id) {
        if (id == currentId())
            showCurrent();
    });
    showCurrent();
}

void KeyboardPage::makeTable()
{
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterKeyColumn(-1);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered.setSortLocaleAware(true);
    m_table->setObjectName(u"keyboardTable"_s);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setModel(&m_filtered);
    prepareList(*m_table, 8);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ShortcutsModel::Title, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutsModel::Title, QHeaderView::Stretch);
    for (const int column : {ShortcutsModel::Keys, ShortcutsModel::Usual})
        m_table->setColumnWidth(column, m_table->fontMetrics().averageCharWidth() * 20);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyboardPage::showCurrent);
    connect(m_table, &QTableView::activated, this, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
}

QWidget *KeyboardPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *letters = new QCheckBox(tr("A &letter alone may be a shortcut in lists"), header);
    letters->setObjectName(UiSettings::key(Setting::SingleLetters));
    letters->setToolTip(tr("Off: speech input and keys that were hit by mistake set nothing off."));
    letters->setChecked(m_settings.value(Setting::SingleLetters).toBool());
    connect(letters, &QCheckBox::toggled, this, [this](bool on) { m_settings.setValue(Setting::SingleLetters, on); });
    layout->addWidget(letters);
    layout->addStretch(1);
    QPushButton *all = makeButton(u"keyboardResetAll"_s, tr("Reset all"), header);
    connect(all, &QPushButton::clicked, &m_shortcuts, &Shortcuts::resetAll);
    layout->addWidget(all);
    return header;
}

QWidget *KeyboardPage::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    auto *keys = new QHBoxLayout;
    m_label->setBuddy(m_keys);
    m_keys->setObjectName(u"keyboardKeys"_s);
    m_keys->setPlaceholderText(tr("Press the keys here"));
    m_keys->setMaximumWidth(m_keys->fontMetrics().averageCharWidth() * 30);
    connect(m_keys, &KeysEdit::pressed, this, &KeyboardPage::choose);
    keys->addWidget(m_label, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_keys, m_clear, m_reset})
        keys->addWidget(widget);
    column->addLayout(keys);
    auto *note = new QHBoxLayout;
    m_note->setObjectName(u"keyboardNote"_s);
    m_note->setWordWrap(true);
    note->addWidget(m_note, 1);
    note->addWidget(m_takeOver);
    column->addLayout(note);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_shortcuts.setKeys(currentId(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { choose(m_shortcuts.command(currentId())->usual); });
    connect(m_takeOver, &QPushButton::clicked, this, &KeyboardPage::takeOver);
    return editor;
}

int KeyboardPage::filter(const QString &words)
{
    m_filtered.setFilterFixedString(words);
    return m_filtered.rowCount();
}

QString KeyboardPage::currentId() const
{
    return m_table->currentIndex().data(ShortcutsModel::IdRole).toString();
}

void KeyboardPage::showCurrent()
{
    const Shortcuts::Command *command = m_shortcuts.command(currentId());
    m_label->setText(command ? tr("&Keys of “%1”:").arg(Shortcuts::title(*command))
                             : tr("Choose a command to change its keys."));
    m_keys->setAccessibleName(QString(m_label->text()).remove(u'&'));
    m_keys->setEnabled(command);
    m_keys->showKeys(command ? command->keys : QKeySequence());
    m_clear->setEnabled(command && !command->keys.isEmpty());
    m_reset->setEnabled(command && command->keys != command->usual);
    m_note->clear();
    m_takeOver->hide();
}

void KeyboardPage::choose(const QKeySequence &keys)
{
    const QString id = currentId();
    const Shortcuts::Command *holder = m_shortcuts.holder(keys, id);
    if (!holder) {
        m_shortcuts.setKeys(id, keys);
        showCurrent();
        return;
    }
    m_wanted = keys;
    m_keys->showKeys(keys);
    m_note->setText(tr("⚠ %1 is “%2”.").arg(keys.toString(QKeySequence::NativeText), Shortcuts::title(*holder)));
    m_takeOver->show();
}

void KeyboardPage::takeOver()
{
    const QString id = currentId();
    while (const Shortcuts::Command *holder = m_shortcuts.holder(m_wanted, id))
        m_shortcuts.setKeys(holder->id, {});
    m_shortcuts.setKeys(id, m_wanted);
}

} // namespace gatehouse
