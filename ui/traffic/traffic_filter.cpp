// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_filter.h"

#include "core/http/message.h"
#include "core/http/octets.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QChar quote = u'"';
constexpr QChar escape = u'\\';

bool containsIgnoringCase(std::string_view text, std::string_view lowerWord) noexcept
{
    const auto found = std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(),
                                   [](char a, char b) { return http::octets::toLower(a) == b; });
    return found != text.end() || lowerWord.empty();
}

} // namespace

TrafficFilter::TrafficFilter(Preset preset, const QString &text)
    : m_preset(preset)
{
    for (QStringView rest = QStringView(text).trimmed(); !rest.isEmpty(); rest = rest.trimmed())
        addTerm(takeWord(rest));
}

QString TrafficFilter::quoted(const QString &value)
{
    const bool isWord =
        !value.isEmpty() && std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == quote; });
    if (isWord)
        return value;
    QString escaped = value;
    escaped.replace(escape, u"\\\\"_s).replace(quote, u"\\\""_s);
    return quote + escaped + quote;
}

// Quotes begin a word or the value of a term; elsewhere they are letters.
TrafficFilter::Word TrafficFilter::takeWord(QStringView &text)
{
    Word word;
    while (!text.isEmpty() && !text.front().isSpace()) {
        const QChar next = text.front();
        text = text.sliced(1);
        const bool begins = word.head.isEmpty() || u":=<>"_s.contains(word.head.back());
        if (next == quote && begins) {
            word.quoted = takeQuoted(text);
            return word;
        }
        word.head += next;
    }
    return word;
}

QString TrafficFilter::takeQuoted(QStringView &text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscaped = text[i] == escape && i + 1 < text.size();
        if (text[i] == quote) {
            text = text.sliced(i + 1);
            return value;
        }
        i += isEscaped ? 1 : 0;
        value += text[i];
    }
    text = {};
    m_problem = QCoreApplication::translate("TrafficFilter", "the quote before \"%1\" has no end").arg(value);
    return value;
}

TrafficFilter::Term TrafficFilter::termOf(const QByteArray &head)
{
    static constexpr std::array<std::pair<const char *, Subject>, 10> subjects{{{"status", Subject::Status},
                                                                                {"method", Subject::Method},
                                                                                {"path", Subject::Path},
                                                                                {"route", Subject::Route},
                                                                                {"service", Subject::Service},
                                                                                {"consumer", Subject::Consumer},
                                                                                {"by", Subject::By},
                                                                                {"client", Subject::Client},
                                                                                {"total", Subject::Total},
                                                                                {"upstream", Subject::Upstream}}};
    static constexpr std::array<std::pair<const char *, Comparison>, 7> comparisons{{{">=", Comparison::GreaterOrEqual},
                                                                                     {"<=", Comparison::LessOrEqual},
                                                                                     {"!=", Comparison::NotEqual},
                                                                                     {">", Comparison::Greater},
                                                                                     {"<", Comparison::Less},
                                                                                     {"=", Comparison::Equal},
                                                                                     {":", Comparison::Contains}}};

    Term term;
    term.text = head;
    for (const auto &[name, subject] : subjects) {
        if (!term.text.startsWith(name))
            continue;
        const QByteArray rest = term.text.mid(static_cast<qsizetype>(qstrlen(name)));
        const auto found = std::find_if(comparisons.begin(), comparisons.end(),
                                        [&rest](const auto &each) { return rest.startsWith(each.first); });
        if (found == comparisons.end())
            continue;
        term.subject = subject;
        term.comparison = found->second;
        term.text = rest.mid(static_cast<qsizetype>(qstrlen(found->first)));
        break;
    }
    return term;
}

void TrafficFilter::addTerm(const Word &word)
{
    Term term = termOf(word.head.toUtf8().toLower());
    term.text += word.quoted.value_or(QString()).toUtf8().toLower();
    const bool isNumeric =
        term.subject == Subject::Status || term.subject == Subject::Total || term.subject == Subject::Upstream;
    bool isNumber = true;
    term.number = isNumeric ? term.text.toDouble(&isNumber) : 0;
    if (!isNumber)
        m_problem = QCoreApplication::translate("TrafficFilter", "\"%1\" needs a number")
                        .arg(word.head + word.quoted.value_or(QString()));
    else
        m_terms.append(term);
}

bool TrafficFilter::acceptsPreset(const TrafficRecord &record) const noexcept
{
    switch (m_preset) {
    case Preset::All:
        return true;
    case Preset::Errors:
        return record.status >= 400;
    case Preset::Denied:
        return record.status == 401 || record.status == 403;
    case Preset::Limited:
        return record.status == 429;
    case Preset::NoRoute:
        return record.decidedBy.view() == "router";
    }
    return true;
}

bool TrafficFilter::accepts(const TrafficRecord &record) const noexcept
{
    return acceptsPreset(record) &&
           std::all_of(m_terms.begin(), m_terms.end(), [&record](const Term &term) { return holds(term, record); });
}

bool TrafficFilter::compare(Comparison comparison, double value, double with) noexcept
{
    switch (comparison) {
    case Comparison::NotEqual:
        return value < with || value > with;
    case Comparison::Less:
        return value < with;
    case Comparison::LessOrEqual:
        return value <= with;
    case Comparison::Greater:
        return value > with;
    case Comparison::GreaterOrEqual:
        return value >= with;
    default:
        return value >= with && value <= with;
    }
}

bool TrafficFilter::holds(const Term &term, const TrafficRecord &record) noexcept
{
    const std::string_view word(term.text.constData(), static_cast<std::size_t>(term.text.size()));
    const auto text = [&term, word](std::string_view value) {
        if (term.comparison == Comparison::NotEqual)
            return !http::equalsIgnoreCase(value, word);
        return term.comparison == Comparison::Equal ? http::equalsIgnoreCase(value, word)
                                                    : containsIgnoringCase(value, word);
    };
    switch (term.subject) {
    case Subject::Status:
        return compare(term.comparison, record.status, term.number);
    case Subject::Total:
        return compare(term.comparison, static_cast<double>(record.totalMs), term.number);
    case Subject::Upstream:
        return compare(term.comparison, static_cast<double>(record.upstreamMs), term.number);
    case Subject::Method:
        return text(record.method.view());
    case Subject::Path:
        return text(record.path.view());
    case Subject::Route:
        return text(record.route.view());
    case Subject::Service:
        return text(record.service.view());
    case Subject::Consumer:
        return text(record.consumer.view());
    case Subject::By:
        return text(record.decidedBy.view());
    case Subject::Client:
        return text(record.client.view());
    case Subject::Any:
        return text(record.path.view()) || text(record.route.view()) || text(record.consumer.view());
    }
    return true;
}

} // namespace gatehouse
