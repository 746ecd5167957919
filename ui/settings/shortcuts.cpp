// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcuts.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// A key that writes, with nothing held but Shift. The space bar writes nothing that could be meant as a word.
bool isSingleLetter(const QKeySequence &keys)
{
    if (keys.count() != 1)
        return false;
    const QKeyCombination key = keys[0];
    const Qt::KeyboardModifiers others = key.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return others == Qt::NoModifier && key.key() < Qt::Key_Escape && key.key() != Qt::Key_Space;
}

} // namespace

Shortcuts::Shortcuts(UiSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings.notifier(), &SettingNotifier::changed, this, [this](Setting setting) {
        if (setting != Setting::SingleLetters)
            return;
        for (const Command &each : std::as_const(m_commands)) {
            if (isSingleLetter(each.keys))
                apply(each);
        }
    });
}

void Shortcuts::define(QAction &action, const QString &place)
{
    const QString id = action.objectName();
    if (!command(id)) {
        const std::optional<QString> chosen = m_settings.shortcut(id);
        m_commands.append({id, place, QString(action.text()).remove(u'&'), action.shortcut(),
                           chosen ? QKeySequence(*chosen, QKeySequence::PortableText) : action.shortcut(),
                           action.shortcutContext() == Qt::WidgetShortcut ||
                               action.shortcutContext() == Qt::WidgetWithChildrenShortcut});
        emit defined(id);
    }
    m_actions.insert(id, &action);
    apply(*command(id));
}

void Shortcuts::share(const QString &id, QAction &action)
{
    m_actions.removeIf([](const auto &each) { return each.value().isNull(); }); // those of closed dialogs
    m_actions.insert(id, &action);
    if (const Command *known = command(id))
        apply(*known);
}

const Shortcuts::Command *Shortcuts::command(const QString &id) const
{
    const auto found =
        std::find_if(m_commands.begin(), m_commands.end(), [&id](const Command &each) { return each.id == id; });
    return found == m_commands.end() ? nullptr : &*found;
}

QString Shortcuts::title(const Command &command)
{
    return command.place + u": "_s + command.words;
}

bool Shortcuts::counts(const Command &command) const
{
    return !isSingleLetter(command.keys) || m_settings.value(Setting::SingleLetters).toBool();
}

QString Shortcuts::text(const QString &id) const
{
    const Command *known = command(id);
    return known && counts(*known) ? known->keys.toString(QKeySequence::NativeText) : QString();
}

QString Shortcuts::wayTo(const QString &id) const
{
    const QString keys = text(id);
    const Command *known = command(id);
    return keys.isEmpty() && known ? u"“%1”"_s.arg(title(*known)) : keys;
}

QString Shortcuts::withKeys(const QString &words, const QString &id) const
{
    const QString keys = text(id);
    return keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys);
}

void Shortcuts::follow(const QString &id, QObject *context, const std::function<void()> &show)
{
    connect(this, &Shortcuts::changed, context, [id, show](const QString &changedId) {
        if (changedId == id)
            show();
    });
    show();
}

// Commands of different lists never meet.
const Shortcuts::Command *Shortcuts::holder(const QKeySequence &keys, const QString &id) const
{
    const Command *asking = command(id);
    const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command &each) {
        const bool meet = !each.isLocal || !asking->isLocal || each.place == asking->place;
        return each.id != id && each.keys == keys && meet;
    });
    return keys.isEmpty() || found == m_commands.end() ? nullptr : &*found;
}

void Shortcuts::setKeys(const QString &id, const QKeySequence &keys)
{
    const auto found =
        std::find_if(m_commands.begin(), m_commands.end(), [&id](const Command &each) { return each.id == id; });
    if (found == m_commands.end() || found->keys == keys)
        return;
    found->keys = keys;
    m_settings.setShortcut(id, keys == found->usual ? std::nullopt
                                                    : std::optional(keys.toString(QKeySequence::PortableText)));
    apply(*found);
}

void Shortcuts::reset(const QString &id)
{
    if (const Command *known = command(id))
        setKeys(id, known->usual);
}

void Shortcuts::resetAll()
{
    for (qsizetype i = 0; i < m_commands.size(); ++i)
        setKeys(m_commands[i].id, m_commands[i].usual);
}

void Shortcuts::apply(const Command &command)
{
    const QKeySequence keys = counts(command) ? command.keys : QKeySequence();
    const QList<QPointer<QAction>> actions = m_actions.values(command.id);
    for (const QPointer<QAction> &action : actions) {
        if (action)
            action->setShortcut(keys);
    }
    emit changed(command.id);
}

} // namespace gatehouse
