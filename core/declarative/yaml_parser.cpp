// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_text.h"
#include "core/declarative/tree_builder.h"
#include "core/declarative/yaml_scalar.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <streambuf>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

TextPosition toPosition(const YAML::Mark &mark)
{
    return mark.is_null() ? TextPosition{} : TextPosition{mark.line + 1, mark.column + 1};
}

// Reads bytes in place; the library wants a stream.
class ByteBuffer : public std::streambuf
{
public:
    explicit ByteBuffer(QByteArrayView text)
    {
        char *begin = const_cast<char *>(text.data()); // the get area of a streambuf is never written to here
        setg(begin, begin, begin + text.size());
    }
};

// The library's events as steps of the tree. A failure leaves by the library's own exception, its only way to stop.
class TreeEvents final : public YAML::EventHandler
{
public:
    explicit TreeEvents(TreeBuilder &builder)
        : m_builder(builder)
    {
    }

    // Where the last scalar begins.
    [[nodiscard]] const YAML::Mark &lastScalar() const { return m_lastScalar; }

    void OnDocumentStart(const YAML::Mark &) override {}

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_last = mark;
        check(m_builder.scalar({QJsonValue(QJsonValue::Null), {}, true}, toPosition(mark), anchor));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_last = mark;
        check(m_builder.alias(anchor, toPosition(mark)));
    }

    void
    OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        m_last = mark;
        m_lastScalar = mark;
        const QString text = QString::fromStdString(value);
        const QJsonValue typed = m_builder.expectsKey() ? QJsonValue() : typedValue(tag, value, text);
        check(m_builder.scalar({typed, text, tag == "?"}, toPosition(mark), anchor));
    }

    void OnSequenceStart(const YAML::Mark &mark,
                         const std::string &,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        m_last = mark;
        check(m_builder.begin(YamlNode::Kind::Sequence, toPosition(mark), anchor));
    }

    void OnSequenceEnd() override { check(m_builder.end()); }

    void
    OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        m_last = mark;
        check(m_builder.begin(YamlNode::Kind::Map, toPosition(mark), anchor));
    }

    void OnMapEnd() override { check(m_builder.end()); }

private:
    void check(const QString &failure) const
    {
        if (!failure.isEmpty()) {
            throw YAML::ParserException(m_last, failure.toStdString());
        }
    }

    QJsonValue typedValue(const std::string &tag, const std::string &value, const QString &text) const
    {
        static constexpr std::string_view coreTag = "tag:yaml.org,2002:";
        if (tag == "?") {
            return plainScalar(value);
        }
        if (tag.compare(0, coreTag.size(), coreTag) != 0) {
            return text;
        }
        const auto typed = taggedScalar(std::string_view(tag).substr(coreTag.size()), value);
        if (!typed) {
            check(u"'%1' is no value of the type its tag names"_s.arg(text));
        }
        return typed.value_or(text);
    }

    TreeBuilder &m_builder;
    YAML::Mark m_last;
    YAML::Mark m_lastScalar;
};

// The documents after the first are read for their syntax alone. The library begins a new document where the text
// stops making sense; YAML 1.1 9.2 wants a marker before it.
class SyntaxOnly final : public YAML::EventHandler
{
public:
    explicit SyntaxOnly(QByteArrayView text)
        : m_text(text)
    {
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        const qsizetype offset = std::clamp<qsizetype>(mark.pos, 0, m_text.size());
        if (!m_text.sliced(offset).startsWith("---") && !endsWithDocumentEnd(m_text.first(offset))) {
            throw YAML::ParserException(mark, "this line does not belong to the list or map above it");
        }
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}

    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}

    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}

    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}

    void OnSequenceEnd() override {}

    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}

    void OnMapEnd() override {}

private:
    static bool endsWithDocumentEnd(QByteArrayView before)
    {
        const QByteArrayView text = before.trimmed();
        return text.sliced(text.lastIndexOf('\n') + 1).startsWith("...");
    }

    QByteArrayView m_text;
};

// The library takes the end of the text for the end of a quoted scalar; only the last scalar can be such a one.
bool isUnclosed(QByteArrayView text, const YAML::Mark &scalar)
{
    if (scalar.pos < 0 || scalar.pos >= text.size()) {
        return false;
    }
    const char quote = text[scalar.pos];
    if (quote != '\'' && quote != '"') {
        return false;
    }
    for (qsizetype i = scalar.pos + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            return false;
        }
    }
    return true;
}

// Whether the place is inside or right behind white space at the front of a line that holds a tab.
bool isIndentedByTab(QByteArrayView text, const YAML::Mark &mark)
{
    const qsizetype offset = std::clamp<qsizetype>(mark.pos, 0, text.size());
    const qsizetype lineStart = text.first(offset).lastIndexOf('\n') + 1;
    for (qsizetype i = lineStart; i < text.size() && (text[i] == ' ' || text[i] == '\t'); ++i) {
        if (text[i] == '\t') {
            return true;
        }
    }
    return false;
}

QString plainWords(const QString &message)
{
    struct Wording {
        const char *library;
        const char *ours;
    };

    static constexpr std::array<Wording, 9> wordings{{
        {YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab is used for indentation; YAML takes only spaces"},
        {YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' is not closed before this place"},
        {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' is not closed before this place"},
        {YAML::ErrorMsg::END_OF_MAP, "the map ends unexpectedly; is this line indented as the lines above?"},
        {YAML::ErrorMsg::END_OF_SEQ, "the list ends unexpectedly; is this line indented as the lines above?"},
        {YAML::ErrorMsg::EOF_IN_SCALAR, "a quoted text is not closed before the end"},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, "a value cannot begin with this character; put it in quotes"},
        {YAML::ErrorMsg::MAP_VALUE, "a ':' is not expected here; put a text with a colon in quotes"},
        {YAML::ErrorMsg::FLOW_END, "a closing bracket without an opening one"},
    }};
    for (const Wording &wording : wordings) {
        if (message == QLatin1String(wording.library)) {
            return QString::fromLatin1(wording.ours);
        }
    }
    return message;
}

void readFirst(YAML::Parser &parser, QByteArrayView text, TreeBuilder &builder)
{
    TreeEvents events(builder);
    parser.HandleNextDocument(events);
    if (isUnclosed(text, events.lastScalar())) {
        throw YAML::ParserException(events.lastScalar(), YAML::ErrorMsg::EOF_IN_SCALAR);
    }
}

// Nothing when all documents are well-formed.
QList<Problem> readAll(QByteArrayView text, TreeBuilder &builder)
{
    try {
        ByteBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        readFirst(parser, text, builder);
        SyntaxOnly rest(text);
        while (parser.HandleNextDocument(rest)) {
        }
        return {};
    } catch (const YAML::Exception &failure) {
        const TextPosition at = toPosition(failure.mark);
        const QString message = isIndentedByTab(text, failure.mark)
                                    ? plainWords(QLatin1String(YAML::ErrorMsg::TAB_IN_INDENTATION))
                                    : plainWords(QString::fromStdString(failure.msg));
        return {{{}, message, at.line, at.column}};
    }
}

} // namespace

Result<YamlTree> parseYaml(const QByteArray &text, DuplicateKeys duplicateKeys)
{
    const QByteArrayView body = withoutByteOrderMark(text);
    if (const auto problem = textProblem(body)) {
        return syntaxError({*problem});
    }
    TreeBuilder builder(body.size(), duplicateKeys);
    const QList<Problem> syntax = readAll(body, builder);
    const QList<Problem> problems = builder.problems() + syntax;
    if (!problems.isEmpty()) {
        return syntaxError(problems);
    }
    return YamlTree(builder.root());
}

} // namespace gatehouse
