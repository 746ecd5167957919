// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/filter_parser.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QChar quote = u'"';
constexpr QChar escape = u'\\';

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrafficFilter)
};

Error mistake(const QString &message)
{
    return {ErrorKind::Invalid, message};
}

// A word up to where its quotes begin, and what stands in them.
struct FilterToken {
    enum class Kind { Word, And, Or, Not, Open, Close, End };

    Kind kind = Kind::End;
    QString head;
    std::optional<QString> quoted = {};
};

FilterToken::Kind kindOf(const QString &word)
{
    using Kind = FilterToken::Kind;
    const QString lower = word.toLower();
    if (lower == "and"_L1 || lower == "&"_L1)
        return Kind::And;
    if (lower == "or"_L1 || lower == "|"_L1)
        return Kind::Or;
    return lower == "not"_L1 ? Kind::Not : Kind::Word;
}

class FilterLexer
{
public:
    explicit FilterLexer(QStringView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] Result<FilterToken> next();

private:
    [[nodiscard]] Result<FilterToken> word();
    [[nodiscard]] bool readQuoted(QString &value); // false: it has no end

    QStringView m_rest;
};

Result<FilterToken> FilterLexer::next()
{
    using Kind = FilterToken::Kind;
    m_rest = m_rest.trimmed();
    if (m_rest.isEmpty())
        return FilterToken{Kind::End, {}};
    const QChar first = m_rest.front();
    const Kind single = first == u'('   ? Kind::Open
                        : first == u')' ? Kind::Close
                        : first == u'!' ? Kind::Not
                                        : Kind::End;
    if (single == Kind::End)
        return word();
    m_rest = m_rest.sliced(1);
    return FilterToken{single, first};
}

// Quotes begin a word or the value of a term; elsewhere they are letters. A parenthesis that was opened in the word
// belongs to it.
Result<FilterToken> FilterLexer::word()
{
    FilterToken token{FilterToken::Kind::Word, {}};
    int depth = 0;
    while (!m_rest.isEmpty() && !m_rest.front().isSpace()) {
        const QChar next = m_rest.front();
        if (next == u')' && depth == 0)
            break;
        m_rest = m_rest.sliced(1);
        if (next == quote && (token.head.isEmpty() || u":=<>~"_s.contains(token.head.back()))) {
            if (!readQuoted(token.quoted.emplace()))
                return mistake(Words::tr("the quote before \"%1\" has no end").arg(*token.quoted));
            return token;
        }
        depth += next == u'(' ? 1 : next == u')' ? -1 : 0;
        token.head += next;
    }
    token.kind = kindOf(token.head);
    return token;
}

bool FilterLexer::readQuoted(QString &value)
{
    for (qsizetype i = 0; i < m_rest.size(); ++i) {
        if (m_rest[i] == quote) {
            m_rest = m_rest.sliced(i + 1);
            return true;
        }
        if (m_rest[i] == escape && i + 1 < m_rest.size())
            ++i;
        value += m_rest[i];
    }
    return false;
}

// Recursive descent: or, and, not, then a term or what stands in parentheses.
class FilterParser
{
public:
    explicit FilterParser(QStringView text)
        : m_lexer(text)
    {
    }

    [[nodiscard]] Result<FilterTree> parse();

private:
    using Kind = FilterToken::Kind;

    [[nodiscard]] Result<> advance();
    [[nodiscard]] Result<qsizetype> disjunction();
    [[nodiscard]] Result<qsizetype> conjunction();
    [[nodiscard]] Result<qsizetype> negation();
    [[nodiscard]] Result<qsizetype> primary();
    [[nodiscard]] Result<qsizetype> parenthesis();
    [[nodiscard]] Result<qsizetype> term();
    [[nodiscard]] Result<qsizetype> shorthand();
    [[nodiscard]] Result<qsizetype> addTerm(const FilterHead &head, const QString &value, const QString &shown);
    [[nodiscard]] qsizetype add(FilterNode node);

    static constexpr int mostDepth = 100;

    FilterLexer m_lexer;
    FilterToken m_token;
    FilterTree m_tree;
    int m_depth = 0;
};

Result<FilterTree> FilterParser::parse()
{
    if (const Result<> first = advance(); !first)
        return first.error();
    if (m_token.kind == Kind::End)
        return m_tree;
    if (const Result<qsizetype> root = disjunction(); !root)
        return root.error();
    if (m_token.kind != Kind::End)
        return mistake(Words::tr("a \")\" has no \"(\" before it"));
    return m_tree;
}

Result<> FilterParser::advance()
{
    Result<FilterToken> token = m_lexer.next();
    if (!token)
        return token.error();
    m_token = std::move(*token);
    return {};
}

qsizetype FilterParser::add(FilterNode node)
{
    m_tree.append(std::move(node));
    return m_tree.size() - 1;
}

Result<qsizetype> FilterParser::disjunction()
{
    Result<qsizetype> left = conjunction();
    while (left && m_token.kind == Kind::Or) {
        if (const Result<> next = advance(); !next)
            return next.error();
        const Result<qsizetype> right = conjunction();
        if (!right)
            return right;
        left = add({FilterNode::Kind::Or, *left, *right});
    }
    return left;
}

Result<qsizetype> FilterParser::conjunction()
{
    Result<qsizetype> left = negation();
    while (left && m_token.kind != Kind::Or && m_token.kind != Kind::Close && m_token.kind != Kind::End) {
        if (m_token.kind == Kind::And) {
            if (const Result<> next = advance(); !next)
                return next.error();
        }
        const Result<qsizetype> right = negation();
        if (!right)
            return right;
        left = add({FilterNode::Kind::And, *left, *right});
    }
    return left;
}

Result<qsizetype> FilterParser::negation()
{
    bool isNegated = false;
    while (m_token.kind == Kind::Not) {
        isNegated = !isNegated;
        if (const Result<> next = advance(); !next)
            return next.error();
    }
    const Result<qsizetype> operand = primary();
    return operand && isNegated ? Result<qsizetype>(add({FilterNode::Kind::Not, *operand})) : operand;
}

Result<qsizetype> FilterParser::primary()
{
    switch (m_token.kind) {
    case Kind::Word:
        return term();
    case Kind::Open:
        return parenthesis();
    case Kind::End:
        return mistake(Words::tr("something is missing at the end"));
    default:
        return mistake(Words::tr("there is nothing before \"%1\"").arg(m_token.head));
    }
}

Result<qsizetype> FilterParser::parenthesis()
{
    if (++m_depth > mostDepth)
        return mistake(Words::tr("the parentheses are nested too deeply"));
    if (const Result<> next = advance(); !next)
        return next.error();
    const Result<qsizetype> inner = disjunction();
    if (!inner)
        return inner;
    if (m_token.kind != Kind::Close)
        return mistake(Words::tr("a \"(\" has no \")\" after it"));
    --m_depth;
    const Result<> next = advance();
    return next ? inner : Result<qsizetype>(next.error());
}

Result<qsizetype> FilterParser::term()
{
    if (m_token.head.startsWith(u'~') && !m_token.quoted)
        return shorthand();
    const FilterHead head = headOfTerm(m_token.head).value_or(FilterHead());
    const QString quoted = m_token.quoted.value_or(QString());
    const QString shown = m_token.head + quoted;
    const Result<qsizetype> added = addTerm(head, m_token.head.sliced(head.size) + quoted, shown);
    if (!added)
        return added;
    const Result<> next = advance();
    return next ? added : Result<qsizetype>(next.error());
}

// mitmproxy's letters for its filters; the value is the next word.
Result<qsizetype> FilterParser::shorthand()
{
    static constexpr std::array<std::pair<QLatin1StringView, const char *>, 3> letters{
        {{"~u"_L1, "path~"}, {"~m"_L1, "method~"}, {"~c"_L1, "status="}}};
    const QString letter = m_token.head;
    const auto found =
        std::find_if(letters.begin(), letters.end(), [&](const auto &each) { return letter == each.first; });
    if (found == letters.end())
        return mistake(Words::tr("\"%1\" is not known; ~u, ~m and ~c are").arg(letter));
    if (const Result<> next = advance(); !next)
        return next.error();
    if (m_token.kind != Kind::Word)
        return mistake(Words::tr("a value is missing after \"%1\"").arg(letter));
    m_token.head.prepend(QLatin1StringView(found->second));
    return term();
}

Result<qsizetype> FilterParser::addTerm(const FilterHead &head, const QString &value, const QString &shown)
{
    FilterTerm term{head.field.subject, head.comparison, value.toUtf8().toLower()};
    if (head.field.isNumber) {
        bool isNumber = true;
        term.number = value.toDouble(&isNumber);
        if (!isNumber || head.comparison == FilterComparison::Matches)
            return mistake(Words::tr("\"%1\" needs a number").arg(shown));
    } else if (head.comparison == FilterComparison::Matches) {
        term.pattern = QRegularExpression(value, QRegularExpression::CaseInsensitiveOption);
        if (!term.pattern.isValid())
            return mistake(Words::tr("\"%1\" is no regular expression: %2").arg(value, term.pattern.errorString()));
        term.pattern.optimize();
    }
    return add({FilterNode::Kind::Term, -1, -1, std::move(term)});
}

} // namespace

std::optional<FilterHead> headOfTerm(QStringView word)
{
    using Comparison = FilterComparison;
    static constexpr std::array<std::pair<QLatin1StringView, Comparison>, 8> comparisons{
        {{">="_L1, Comparison::GreaterOrEqual},
         {"<="_L1, Comparison::LessOrEqual},
         {"!="_L1, Comparison::NotEqual},
         {">"_L1, Comparison::Greater},
         {"<"_L1, Comparison::Less},
         {"="_L1, Comparison::Equal},
         {":"_L1, Comparison::Contains},
         {"~"_L1, Comparison::Matches}}};
    for (const FilterField &field : filterFields) {
        const QLatin1StringView name(field.name);
        if (!word.startsWith(name, Qt::CaseInsensitive))
            continue;
        const QStringView rest = word.sliced(name.size());
        for (const auto &[sign, comparison] : comparisons) {
            if (rest.startsWith(sign))
                return FilterHead{field, comparison, name.size() + sign.size()};
        }
    }
    return std::nullopt;
}

QString quotedFilterValue(const QString &value)
{
    const bool isWord = !value.isEmpty() && std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == quote || c == u'(' || c == u')';
    });
    if (isWord)
        return value;
    QString escaped = value;
    escaped.replace(escape, u"\\\\"_s).replace(quote, u"\\\""_s);
    return quote + escaped + quote;
}

Result<FilterTree> parseFilter(QStringView text)
{
    return FilterParser(text).parse();
}

} // namespace gatehouse
