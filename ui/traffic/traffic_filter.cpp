// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_filter.h"

#include "core/http/message.h"
#include "core/http/octets.h"
#include "ui/traffic/filter_parser.h"
#include "ui/traffic/record_text.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool containsIgnoringCase(std::string_view text, std::string_view lowerWord) noexcept
{
    const auto found = std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(),
                                   [](char a, char b) { return http::octets::toLower(a) == b; });
    return found != text.end() || lowerWord.empty();
}

bool compare(FilterComparison comparison, double value, double with) noexcept
{
    switch (comparison) {
    case FilterComparison::NotEqual:
        return value < with || value > with;
    case FilterComparison::Less:
        return value < with;
    case FilterComparison::LessOrEqual:
        return value <= with;
    case FilterComparison::Greater:
        return value > with;
    case FilterComparison::GreaterOrEqual:
        return value >= with;
    default:
        return value >= with && value <= with;
    }
}

bool compareText(const FilterTerm &term, std::string_view value)
{
    const std::string_view word(term.text.constData(), static_cast<std::size_t>(term.text.size()));
    switch (term.comparison) {
    case FilterComparison::Matches:
        return term.pattern.match(toText(value)).hasMatch();
    case FilterComparison::NotEqual:
        return !http::equalsIgnoreCase(value, word);
    case FilterComparison::Equal:
        return http::equalsIgnoreCase(value, word);
    default:
        return containsIgnoringCase(value, word);
    }
}

double numberOf(FilterSubject subject, const TrafficRecord &record, int flag) noexcept
{
    switch (subject) {
    case FilterSubject::Status:
        return record.status;
    case FilterSubject::Total:
        return static_cast<double>(record.totalMs);
    case FilterSubject::Gateway:
        return static_cast<double>(record.gatewayMs);
    case FilterSubject::Upstream:
        return static_cast<double>(record.upstreamMs);
    case FilterSubject::Size:
        return record.responseSize;
    case FilterSubject::Revision:
        return static_cast<double>(record.revision);
    default:
        return flag;
    }
}

bool holdsTerm(const FilterTerm &term, const TrafficRecord &record, int flag)
{
    switch (term.subject) {
    case FilterSubject::Method:
        return compareText(term, record.method.view());
    case FilterSubject::Path:
        return compareText(term, record.path.view());
    case FilterSubject::Route:
        return compareText(term, record.route.view());
    case FilterSubject::Service:
        return compareText(term, record.service.view());
    case FilterSubject::Consumer:
        return compareText(term, record.consumer.view());
    case FilterSubject::By:
        return compareText(term, record.decidedBy.view());
    case FilterSubject::Client:
        return compareText(term, record.client.view());
    case FilterSubject::Any:
        return compareText(term, record.path.view()) || compareText(term, record.route.view()) ||
               compareText(term, record.consumer.view());
    default:
        return compare(term.comparison, numberOf(term.subject, record, flag), term.number);
    }
}

} // namespace

TrafficFilter::TrafficFilter(Preset preset, const QString &text)
    : m_preset(preset)
{
    if (const Result<FilterTree> tree = parseFilter(text))
        m_tree = *tree;
    else
        m_problem = tree.error().message;
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
    case Preset::Slow:
        return record.totalMs > slowMs;
    case Preset::NoRoute:
        return record.decidedBy.view() == "router";
    }
    return true;
}

bool TrafficFilter::accepts(const TrafficRecord &record, int flag) const
{
    return acceptsPreset(record) && (m_tree.isEmpty() || holds(m_tree.size() - 1, record, flag));
}

bool TrafficFilter::holds(qsizetype node, const TrafficRecord &record, int flag) const
{
    const FilterNode &each = m_tree[node];
    switch (each.kind) {
    case FilterNode::Kind::Not:
        return !holds(each.left, record, flag);
    case FilterNode::Kind::And:
        return holds(each.left, record, flag) && holds(each.right, record, flag);
    case FilterNode::Kind::Or:
        return holds(each.left, record, flag) || holds(each.right, record, flag);
    case FilterNode::Kind::Term:
        break;
    }
    return holdsTerm(each.term, record, flag);
}

} // namespace gatehouse
