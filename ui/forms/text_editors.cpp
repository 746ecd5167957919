// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/text_editors.h"

#include "core/schema/error_text.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 mostFileBytes = 1024 * 1024;

QString placeholder(const Field &field)
{
    if (field.secret || !field.hasDefault() || field.defaultValue.isNull())
        return field.generated ? FieldEditor::tr("generated when empty") : QString();
    return luaText(field.defaultValue);
}

// Kong's names tell the unit.
QString unitOf(const Field &field)
{
    return field.key.endsWith("_timeout"_L1) || field.key == "keepalive"_L1 ? u"ms"_s : QString();
}

QJsonValue parsed(const QString &text, bool &isJson)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8(), &error);
    isJson = error.error == QJsonParseError::NoError && document.array().size() == 1;
    return isJson ? document.array().first() : QJsonValue(QJsonValue::Null);
}

} // namespace

TextEditor::TextEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_line(new QLineEdit(this))
    , m_row(new QHBoxLayout)
{
    prepare(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(placeholder(field));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_row);
    m_row->addWidget(m_line, 1);
    if (const QString unit = unitOf(field); !unit.isEmpty())
        addBeside(new QLabel(unit, this));
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::returnPressed, this, &FieldEditor::finished);
}

void TextEditor::addBeside(QWidget *widget)
{
    m_row->addWidget(widget);
}

void TextEditor::leaveRoom()
{
    m_row->addStretch(1);
}

void TextEditor::addBelow(QWidget *widget)
{
    layout()->addWidget(widget);
}

QJsonValue TextEditor::value() const
{
    return m_line->text().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(m_line->text());
}

void TextEditor::setValue(const QJsonValue &value)
{
    m_line->setText(value.toString());
    m_line->setCursorPosition(0);
}

QWidget *TextEditor::input() const
{
    return m_line;
}

NumberEditor::NumberEditor(const Field &field, const QString &path, QWidget *parent)
    : TextEditor(field, path, parent)
{
    line().setMaximumWidth(line().fontMetrics().averageCharWidth() * 24);
    leaveRoom();
}

std::optional<double> NumberEditor::number() const
{
    bool isNumber = false;
    const double number = line().text().trimmed().toDouble(&isNumber);
    const bool fits =
        isNumber && std::isfinite(number) && (field().type != FieldType::Integer || std::floor(number) == number);
    return fits ? std::optional(number) : std::nullopt;
}

QJsonValue NumberEditor::value() const
{
    const std::optional<double> value = number();
    if (!value)
        return QJsonValue::Null;
    return field().type == FieldType::Integer ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue(*value);
}

void NumberEditor::setValue(const QJsonValue &value)
{
    line().setText(value.isDouble() ? luaText(value) : QString());
}

QString NumberEditor::problem() const
{
    if (line().text().isEmpty() || number())
        return {};
    return field().type == FieldType::Integer ? tr("expected a whole number") : tr("expected a number");
}

LongTextEditor::LongTextEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_text(new QPlainTextEdit(this))
    , m_buttons(new QHBoxLayout)
{
    prepare(m_text);
    setFocusProxy(m_text);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 6);
    auto *load = new QPushButton(tr("Load file…"), this);
    load->setObjectName(path + u".load"_s);
    load->setAccessibleName(tr("Load %1 from a file").arg(fieldLabel(field)));
    connect(load, &QPushButton::clicked, this, &LongTextEditor::load);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_text->hasFocus())
            emit edited();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_buttons->addWidget(load);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);
}

void LongTextEditor::addButton(QWidget *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button); // before the stretch
}

QString LongTextEditor::text() const
{
    return m_text->toPlainText();
}

void LongTextEditor::setText(const QString &text)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
}

QJsonValue LongTextEditor::value() const
{
    return text().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text());
}

void LongTextEditor::setValue(const QJsonValue &value)
{
    setText(value.toString());
}

QWidget *LongTextEditor::input() const
{
    return m_text;
}

void LongTextEditor::load()
{
    auto *dialog = new QFileDialog(this, tr("Load %1").arg(fieldLabel(field())));
    dialog->setObjectName(u"loadFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly) || file.size() > mostFileBytes)
            return;
        setText(QString::fromUtf8(file.readAll()));
        emit edited();
        emit finished();
    });
    dialog->open();
}

QJsonValue JsonEditor::value() const
{
    bool isJson = false;
    return parsed(text(), isJson);
}

void JsonEditor::setValue(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined()) {
        setText({});
        return;
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    setText(QString::fromUtf8(list.sliced(1, list.size() - 2)));
}

QString JsonEditor::problem() const
{
    bool isJson = false;
    const QJsonValue ignored = parsed(text(), isJson);
    Q_UNUSED(ignored)
    return isJson || text().isEmpty() ? QString() : tr("this is no JSON value");
}

} // namespace gatehouse
