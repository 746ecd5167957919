// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_editor.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString FieldEditor::showErrors(const QJsonValue &errors)
{
    return errorText(errors);
}

QString FieldEditor::description() const
{
    return fieldHelp(m_field);
}

void FieldEditor::prepare(QWidget *control)
{
    control->setObjectName(m_path);
    control->setAccessibleName(fieldLabel(m_field));
    control->setAccessibleDescription(fieldHelp(m_field));
    control->installEventFilter(this);
}

// A field undoes its own typing first; with nothing left to undo the key is the window's.
QToolButton *FieldEditor::makeButton(const QString &name, const QString &text, const QString &accessibleName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(m_path + u'.' + name);
    button->setText(text);
    button->setAccessibleName(accessibleName);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        const auto *line = qobject_cast<QLineEdit *>(watched);
        if (line && !line->isUndoAvailable()) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut)
        emit finished();
    return QWidget::eventFilter(watched, event);
}

QString fieldLabel(const Field &field)
{
    if (field.label && *field.label)
        return QCoreApplication::translate("schema", field.label);
    if (field.key == "config"_L1)
        return FieldEditor::tr("Configuration");
    QString words = field.key;
    words.replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString fieldHelp(const Field &field)
{
    return field.help && *field.help ? QCoreApplication::translate("schema", field.help) : QString();
}

QString errorText(const QJsonValue &errors)
{
    if (errors.isString())
        return errors.toString();
    QStringList lines;
    if (errors.isArray()) {
        const QJsonArray list = errors.toArray();
        for (const QJsonValue &each : list) {
            if (const QString text = errorText(each); !text.isEmpty())
                lines << text;
        }
    }
    const QJsonObject tree = errors.toObject();
    for (auto it = tree.begin(); it != tree.end(); ++it)
        lines << (it.key() == "@entity"_L1 ? errorText(it.value()) : it.key() + u": "_s + errorText(it.value()));
    return lines.join(u'\n');
}

} // namespace gatehouse
