// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/ui_settings.h"

#include <QKeySequence>
#include <QPointer>

#include <functional>

class QAction;

namespace gatehouse {

// The commands of the window and the keys they have. The usual keys stand where a command's action is made; only what
// a person chose instead is kept, in the settings. A letter alone counts only while the setting allows it (WCAG 2.1,
// 2.1.4). Thread: control. Lives as long as the window; the settings must outlive it.
class Shortcuts : public QObject
{
    Q_OBJECT
public:
    struct Command {
        QString id;    // objectName of its action
        QString place; // the menus above it, or the list in which it acts: "View: Theme"
        QString words;
        QKeySequence usual;
        QKeySequence keys; // as chosen, also while they do not count
        bool isLocal;      // acts only while its place has the focus
    };

    explicit Shortcuts(UiSettings &settings, QObject *parent = nullptr);

    // The action becomes a command, or one more that does a command's work; what it has for a shortcut is the usual
    // one.
    void define(QAction &action, const QString &place);
    // The action has the keys of a command, which may be defined later.
    void share(const QString &id, QAction &action);

    [[nodiscard]] const QList<Command> &commands() const noexcept { return m_commands; }

    // Null for a command that is not defined.
    [[nodiscard]] const Command *command(const QString &id) const;
    // "View: Search or run a command…"
    [[nodiscard]] static QString title(const Command &command);
    // Whether the keys of a command do something now.
    [[nodiscard]] bool counts(const Command &command) const;

    // The keys that count, as this desktop writes them.
    [[nodiscard]] QString text(const QString &id) const;
    // "F5", or where the command is when it has no keys: "“Gateway: Start”".
    [[nodiscard]] QString wayTo(const QString &id) const;
    // "Stop (Shift+F5)"
    [[nodiscard]] QString withKeys(const QString &words, const QString &id) const;
    // Calls `show` now and whenever the keys of the command change, as long as `context` lives.
    void follow(const QString &id, QObject *context, const std::function<void()> &show);

    // The other command that has the keys where this one acts; null: they are free.
    [[nodiscard]] const Command *holder(const QKeySequence &keys, const QString &id) const;
    void setKeys(const QString &id, const QKeySequence &keys);
    void reset(const QString &id);
    void resetAll();

signals:
    void defined(const QString &id);
    void changed(const QString &id);

private:
    void apply(const Command &command);

    UiSettings &m_settings;
    QList<Command> m_commands;
    QMultiHash<QString, QPointer<QAction>> m_actions; // by the command's id
};

} // namespace gatehouse
