// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_filter_edit.h"

#include "ui/dialogs/help_topic.h"
#include "ui/theme/icons.h"
#include "ui/traffic/filter_parser.h"
#include "ui/traffic/record_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QShortcut>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr quint64 recordsLookedAt = 10'000;
constexpr std::size_t mostValues = 200;

std::string_view textOf(FilterSubject subject, const TrafficRecord &record)
{
    switch (subject) {
    case FilterSubject::Method:
        return record.method.view();
    case FilterSubject::Path:
        return record.path.view();
    case FilterSubject::Route:
        return record.route.view();
    case FilterSubject::Service:
        return record.service.view();
    case FilterSubject::Consumer:
        return record.consumer.view();
    case FilterSubject::By:
        return record.decidedBy.view();
    case FilterSubject::Client:
        return record.client.view();
    default:
        return {};
    }
}

} // namespace

TrafficFilterEdit::TrafficFilterEdit(const QString &objectName, const TrafficRecords &records, QWidget *parent)
    : QLineEdit(parent)
    , m_records(records)
    , m_completer(new QCompleter(&m_offered, this))
{
    setObjectName(objectName);
    setHelpPage(*this, u"filter-the-traffic.md"_s);
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter, e.g. status>=400 consumer:mobile-app"));
    setClearButtonEnabled(true);
    addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(objectName + u"Completions"_s);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TrafficFilterEdit::insert);
    connect(this, &QLineEdit::textChanged, this, &TrafficFilterEdit::read);
    new QShortcut(QKeySequence(Qt::Key_Escape), this, this, &QLineEdit::clear, Qt::WidgetShortcut);
    connect(this, &QLineEdit::textEdited, this, &TrafficFilterEdit::offer);
}

void TrafficFilterEdit::setPreset(TrafficFilter::Preset preset)
{
    m_preset = preset;
    read();
}

void TrafficFilterEdit::setFilter(TrafficFilter::Preset preset, const QString &text)
{
    m_preset = preset;
    if (text == this->text())
        read();
    else
        setText(text);
}

void TrafficFilterEdit::addTerm(const QString &term)
{
    QString before = text().trimmed();
    if (before.contains(u" or "_s, Qt::CaseInsensitive))
        before = u'(' + before + u')';
    setText(before.isEmpty() ? term : before + u' ' + term);
}

QString TrafficFilterEdit::problemText() const
{
    return m_problem.isEmpty() ? QString() : tr("✗ %1. The filter before it stays.").arg(m_problem);
}

QLabel *TrafficFilterEdit::makeProblemLabel(QWidget *parent) const
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName() + u"Problem"_s);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignRight);
    label->hide();
    connect(this, &TrafficFilterEdit::problemChanged, label, [this, label] {
        label->setText(problemText());
        label->setVisible(!problemText().isEmpty());
    });
    return label;
}

void TrafficFilterEdit::read()
{
    const TrafficFilter filter(m_preset, text());
    if (filter.problem() != m_problem) {
        m_problem = filter.problem();
        setAccessibleDescription(problemText());
        emit problemChanged();
    }
    if (!m_problem.isEmpty())
        return;
    m_filter = filter;
    emit filterChanged();
}

// Where the word at the cursor begins; in quotes nothing is offered.
qsizetype TrafficFilterEdit::wordBegin() const
{
    const QString before = text().left(cursorPosition());
    const auto ends = [](QChar c) { return c.isSpace() || c == u'(' || c == u'!'; };
    const auto found = std::find_if(before.rbegin(), before.rend(), ends);
    return before.rend() - found;
}

void TrafficFilterEdit::offer()
{
    const QString word = text().mid(wordBegin(), cursorPosition() - wordBegin());
    const QStringList offered = word.isEmpty() ? QStringList() : completions(word);
    m_offered.setStringList(offered);
    m_completer->setCompletionPrefix(word);
    const bool isComplete = m_completer->completionCount() == 1 && m_completer->currentCompletion() == word;
    if (m_completer->completionCount() == 0 || isComplete)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

QStringList TrafficFilterEdit::completions(const QString &word) const
{
    QStringList offered;
    if (const std::optional<FilterHead> head = headOfTerm(word)) {
        const QStringList values = valuesOf(head->field.subject);
        for (const QString &value : values)
            offered << word.left(head->size) + quotedFilterValue(value);
        return offered;
    }
    for (const FilterField &field : filterFields)
        offered << QString::fromLatin1(field.name) + (field.isNumber ? u'=' : u':');
    return offered;
}

QStringList TrafficFilterEdit::valuesOf(FilterSubject subject) const
{
    const quint64 end = m_records.end();
    const quint64 begin = std::max(m_records.begin(), end > recordsLookedAt ? end - recordsLookedAt : 0);
    std::set<QString> values;
    for (quint64 i = end; i > begin && values.size() < mostValues; --i) {
        const TrafficRecord &record = m_records.at(i - 1);
        const std::string_view text = textOf(subject, record);
        if (subject == FilterSubject::Status)
            values.insert(QString::number(record.status));
        else if (!text.empty())
            values.insert(toText(text));
    }
    return {values.begin(), values.end()};
}

void TrafficFilterEdit::insert(const QString &completion)
{
    const qsizetype begin = wordBegin();
    QString whole = text();
    whole.replace(begin, cursorPosition() - begin, completion);
    setText(whole);
    setCursorPosition(static_cast<int>(begin + completion.size()));
}

} // namespace gatehouse
