// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/paths_editor.h"

#include "core/inspect/path_fault.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype removed = -1; // in place of where a path goes

} // namespace

PathsEditor::PathsEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_rows(new QVBoxLayout)
    , m_line(new QLineEdit(this))
{
    prepare(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(tr("Add a path; “~” begins a regular expression"));
    m_rows->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_rows);
    layout->addWidget(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &PathsEditor::takeTyped);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QStringList PathsEditor::paths() const
{
    QStringList paths;
    for (const Row &row : m_paths)
        paths << row.line->text().trimmed();
    if (const QString typed = m_line->text().trimmed(); !typed.isEmpty())
        paths << typed;
    return paths;
}

QJsonValue PathsEditor::value() const
{
    const QStringList words = paths();
    return words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonArray::fromStringList(words));
}

void PathsEditor::setValue(const QJsonValue &value)
{
    const QStringList wanted = value.toVariant().toStringList();
    if (wanted != paths())
        setPaths(wanted);
}

QString PathsEditor::problem() const
{
    for (const Row &row : m_paths) {
        if (const auto fault = findPathFault(row.line->text().trimmed()))
            return tr("%1: %2").arg(row.line->text(), fault->reason);
    }
    return {};
}

QString PathsEditor::showErrors(const QJsonValue &errors)
{
    if (!errors.isArray())
        return errorText(errors);
    QStringList lines;
    const QJsonArray list = errors.toArray();
    const QStringList words = paths();
    for (qsizetype i = 0; i < list.size() && i < words.size(); ++i) {
        if (const QString text = errorText(list[i]); !text.isEmpty())
            lines << u"%1: %2"_s.arg(words[i], text);
    }
    return lines.join(u'\n');
}

QWidget *PathsEditor::input() const
{
    return m_line;
}

void PathsEditor::setPaths(const QStringList &paths)
{
    for (const Row &row : std::as_const(m_paths)) {
        row.line->removeEventFilter(this);
        delete row.widget;
    }
    m_paths.clear();
    m_line->clear();
    QWidget *before = nullptr;
    for (const QString &path : paths) {
        addRow(path);
        if (before)
            setTabOrder(before, m_paths.last().line);
        before = m_paths.last().line;
    }
    if (before)
        setTabOrder(before, m_line);
}

void PathsEditor::addRow(const QString &text)
{
    const qsizetype place = m_paths.size();
    Row row;
    row.widget = new QWidget(this);
    row.line = new QLineEdit(text, row.widget);
    row.line->setObjectName(u"%1.%2"_s.arg(path()).arg(place));
    row.line->setAccessibleName(tr("Path %1").arg(place + 1));
    row.line->installEventFilter(this);
    row.kind = new QLabel(row.widget);
    row.fault = new QLabel(row.widget);
    row.fault->setObjectName(row.line->objectName() + u".fault"_s);
    row.fault->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(4);
    buttons->addWidget(row.line, 1);
    buttons->addWidget(row.kind);
    auto *outer = new QVBoxLayout(row.widget);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(buttons);
    outer->addWidget(row.fault);
    m_paths << row;
    addButtons(row.widget, place);
    m_rows->addWidget(row.widget);
    refreshRow(row);
    connect(row.line, &QLineEdit::textEdited, this, [this, row] {
        refreshRow(row);
        emit edited();
    });
    connect(row.line, &QLineEdit::editingFinished, this, &FieldEditor::finished);
}

void PathsEditor::addButtons(QWidget *row, qsizetype place)
{
    auto *layout = qobject_cast<QHBoxLayout *>(row->layout()->itemAt(0)->layout());
    const QString number = QString::number(place + 1);
    const auto add = [&](const QString &name, const QString &text, const QString &what, qsizetype to) {
        auto *button = new QToolButton(row);
        button->setObjectName(u"%1.%2.%3"_s.arg(path()).arg(place).arg(name));
        button->setText(text);
        button->setAutoRaise(true);
        button->setAccessibleName(what);
        button->setToolTip(what);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, place, to] {
            QStringList words = paths();
            if (to == removed)
                words.removeAt(place);
            else if (to >= 0 && to < words.size())
                words.move(place, to);
            change(words, to);
        });
        layout->addWidget(button);
        return button;
    };
    add(u"up"_s, u"↑"_s, tr("Move path %1 up").arg(number), qMax<qsizetype>(0, place - 1));
    add(u"down"_s, u"↓"_s, tr("Move path %1 down").arg(number), place + 1);
    add(u"remove"_s, u"×"_s, tr("Remove path %1").arg(number), removed);
}

void PathsEditor::refreshRow(const Row &row)
{
    const QString text = row.line->text().trimmed();
    row.kind->setText(text.startsWith(u'~') ? tr("regex") : tr("prefix"));
    const auto fault = findPathFault(text);
    row.fault->setVisible(fault.has_value());
    if (!fault)
        return;
    QPalette palette = row.fault->palette();
    palette.setColor(QPalette::WindowText, theme::tone(theme::Tone::ServerError, this->palette()));
    row.fault->setPalette(palette);
    row.fault->setText(u"⛔ "_s +
                       (fault->column > 0 ? tr("%1, column %2").arg(fault->reason).arg(fault->column) : fault->reason));
}

void PathsEditor::takeTyped()
{
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return;
    addRow(typed); // the others stay: one of them may be about to get the focus
    setTabOrder(m_paths.last().line, m_line);
    m_line->clear();
    emit edited();
    emit finished();
}

// Not at once: the button that was pressed stands in a row that goes.
void PathsEditor::change(const QStringList &paths, qsizetype focus)
{
    QMetaObject::invokeMethod(
        this,
        [this, paths, focus] {
            setPaths(paths);
            QLineEdit *next = focus >= 0 && focus < m_paths.size() ? m_paths[focus].line : m_line;
            next->setFocus();
            emit edited();
            emit finished();
        },
        Qt::QueuedConnection);
}

bool PathsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusOut)
        takeTyped();
    if (watched != m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves =
            key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        for (qsizetype place = 0; moves && place < m_paths.size(); ++place) {
            const qsizetype to = place + (key->key() == Qt::Key_Up ? -1 : 1);
            QStringList words = paths();
            if (m_paths[place].line != watched || to < 0 || to >= words.size())
                continue;
            words.move(place, to);
            change(words, to);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace gatehouse
