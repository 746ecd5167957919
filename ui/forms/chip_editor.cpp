// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/chip_editor.h"

#include "core/schema/error_text.h"
#include "ui/forms/flow_layout.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

ChipEditor::ChipEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_flow(new FlowLayout(4, this))
    , m_line(new QLineEdit(this))
{
    prepare(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(tr("Add…"));
    m_line->setMinimumWidth(m_line->fontMetrics().averageCharWidth() * 18);
    m_flow->addWidget(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &ChipEditor::takeTyped);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u',') || text.contains(u'\n'))
            takeTyped();
    });
}

QJsonValue ChipEditor::wordValue(const QString &word) const
{
    const FieldType type = field().elements->type;
    if (type != FieldType::Integer && type != FieldType::Number)
        return word;
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(word);
}

QJsonValue ChipEditor::value() const
{
    if (m_words.isEmpty())
        return field().hasDefault() && !field().defaultValue.isNull() ? QJsonValue(QJsonArray())
                                                                      : QJsonValue(QJsonValue::Null);
    QJsonArray values;
    for (const QString &word : m_words)
        values << wordValue(word);
    return values;
}

void ChipEditor::setValue(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray values = value.toArray();
    for (const QJsonValue &each : values)
        words << luaText(each);
    if (words == m_words)
        return;
    m_words = words;
    rebuild();
}

QString ChipEditor::problem() const
{
    const FieldType type = field().elements->type;
    for (const QString &word : m_words) {
        if ((type == FieldType::Integer || type == FieldType::Number) && !wordValue(word).isDouble())
            return tr("%1 is no number").arg(word);
    }
    return {};
}

QString ChipEditor::showErrors(const QJsonValue &errors)
{
    if (!errors.isArray())
        return errorText(errors);
    QStringList lines;
    const QJsonArray list = errors.toArray();
    for (qsizetype i = 0; i < list.size() && i < m_words.size(); ++i) {
        if (const QString text = errorText(list[i]); !text.isEmpty())
            lines << u"%1: %2"_s.arg(m_words[i], text);
    }
    return lines.join(u'\n');
}

QWidget *ChipEditor::input() const
{
    return m_line;
}

void ChipEditor::takeTyped()
{
    static const QRegularExpression separators(u"[,\\n]"_s);
    const QStringList typed = m_line->text().split(separators, Qt::SkipEmptyParts);
    bool added = false;
    for (const QString &each : typed) {
        const QString word = each.trimmed();
        const bool isDouble = field().type == FieldType::Set && m_words.contains(word);
        if (word.isEmpty() || isDouble)
            continue;
        m_words << word;
        added = true;
    }
    m_line->clear();
    if (!added)
        return;
    rebuild();
    emit edited();
    emit finished();
}

void ChipEditor::removeAt(qsizetype place)
{
    m_words.removeAt(place);
    rebuild();
    if (m_chips.isEmpty())
        m_line->setFocus();
    else
        m_chips[qMin(place, m_chips.size() - 1)]->setFocus();
    emit edited();
    emit finished();
}

void ChipEditor::move(qsizetype place, qsizetype to)
{
    if (to < 0 || to >= m_words.size())
        return;
    m_words.move(place, to);
    rebuild();
    m_chips[to]->setFocus();
    emit edited();
    emit finished();
}

void ChipEditor::rebuild()
{
    for (QToolButton *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->removeEventFilter(this);
        chip->setObjectName({});
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        m_chips << makeChip(m_words[i], i);
        m_flow->insertWidget(static_cast<int>(i), m_chips.last());
        m_chips.last()->show();
        if (before)
            setTabOrder(before, m_chips.last());
        before = m_chips.last();
    }
    if (before)
        setTabOrder(before, m_line);
    updateGeometry();
}

QToolButton *ChipEditor::makeChip(const QString &word, qsizetype place)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(u"%1.%2"_s.arg(path()).arg(place));
    chip->setText(word + u"  ×"_s);
    chip->setAccessibleName(tr("%1: %2, remove").arg(fieldLabel(field()), word));
    chip->setToolTip(tr("Remove %1 (Delete); move it with Alt and the arrow keys").arg(word));
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->installEventFilter(this);
    connect(chip, &QToolButton::clicked, this, [this, place] { removeAt(place); });
    return chip;
}

bool ChipEditor::chipKey(qsizetype place, int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        removeAt(place);
        return true;
    }
    const bool back = key == Qt::Key_Left || key == Qt::Key_Up;
    const bool forth = key == Qt::Key_Right || key == Qt::Key_Down;
    if (!modifiers.testFlag(Qt::AltModifier) || (!back && !forth))
        return false;
    move(place, back ? place - 1 : place + 1);
    return true;
}

bool ChipEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusOut)
        takeTyped();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const qsizetype place = m_chips.indexOf(watched);
        if (place >= 0 && chipKey(place, key->key(), key->modifiers()))
            return true;
        if (watched == m_line && key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_chips.isEmpty()) {
            m_chips.last()->setFocus();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace gatehouse
