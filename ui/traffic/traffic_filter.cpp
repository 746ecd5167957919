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
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        addTerm(word);
}

void TrafficFilter::addTerm(const QString &word)
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
    term.text = word.toUtf8().toLower();
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
    const bool isNumeric =
        term.subject == Subject::Status || term.subject == Subject::Total || term.subject == Subject::Upstream;
    bool isNumber = true;
    term.number = isNumeric ? term.text.toDouble(&isNumber) : 0;
    if (!isNumber)
        m_problem = QCoreApplication::translate("TrafficFilter", "\"%1\" needs a number").arg(word);
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
