// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_edits.h"

#include "core/plugins/json_text.h"
#include "core/plugins/lua_constant.h"

#include <QJsonObject>

#include <algorithm>

namespace gatehouse {

namespace {

// Walks the members of a JSON object that the gateway wrote itself: compact, valid.
class Members
{
public:
    explicit Members(std::string_view object) noexcept
        : m_rest(object.substr(1))
    {
    }

    bool next() noexcept
    {
        if (m_rest.front() == '}')
            return false;
        if (m_rest.front() == ',')
            m_rest.remove_prefix(1);
        m_key = take(stringSize(m_rest));
        m_rest.remove_prefix(1); // ':'
        m_value = take(valueSize(m_rest));
        return true;
    }

    [[nodiscard]] std::string_view key() const noexcept { return m_key; }

    [[nodiscard]] std::string_view value() const noexcept { return m_value; }

private:
    std::string_view take(std::size_t size) noexcept
    {
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    // Quotes included.
    static std::size_t stringSize(std::string_view text) noexcept
    {
        std::size_t at = 1;
        while (text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        return at + 1;
    }

    static std::size_t valueSize(std::string_view text) noexcept
    {
        std::size_t depth = 0;
        std::size_t at = 0;
        for (;;) {
            const char c = text[at];
            const bool closes = c == '}' || c == ']';
            if (depth == 0 && (c == ',' || closes))
                return at;
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= closes ? 1 : 0;
            at += c == '"' ? stringSize(text.substr(at)) : 1;
        }
    }

    std::string_view m_rest;
    std::string_view m_key;
    std::string_view m_value;
};

// The value of that member; empty when there is none.
std::string_view memberOf(std::string_view object, std::string_view key) noexcept
{
    Members members(object);
    while (members.next()) {
        if (members.key() == key)
            return members.value();
    }
    return {};
}

char *put(char *out, std::string_view text) noexcept
{
    text.copy(out, text.size());
    return out + text.size();
}

// A comma unless this is the first member behind '{'.
char *putKey(char *out, std::string_view key) noexcept
{
    if (out[-1] != '{')
        *out++ = ',';
    out = put(out, key);
    *out++ = ':';
    return out;
}

std::string quoted(const QString &name)
{
    const std::string text = name.toStdString();
    std::string key(JsonText::stringLimit(text.size()), '\0');
    JsonText json(key.data());
    json.string(text);
    key.resize(json.size());
    return key;
}

} // namespace

LogEdits::LogEdits(const QJsonObject &customFields)
{
    for (auto field = customFields.begin(); field != customFields.end(); ++field) {
        if (std::optional<std::string> value = luaConstant(field.value().toString()))
            add(field.key(), std::move(*value));
        else
            m_ignoredNames << field.key();
    }
}

LogEdits::Node &LogEdits::childOf(Node &parent, const QString &name)
{
    const std::string key = quoted(name);
    const auto found = std::find_if(parent.children.begin(), parent.children.end(),
                                    [&key](const Node &child) { return child.key == key; });
    return found != parent.children.end() ? *found : parent.children.emplace_back(Node{key, {}, false, {}});
}

void LogEdits::add(const QString &path, std::string value)
{
    Node *node = &m_root;
    const QStringList names = path.split(u'.');
    for (const QString &name : names) {
        node = &childOf(*node, name);
        node->isLeaf = false;
        m_added += node->key.size() + 4; // colon, comma, braces
    }
    node->isLeaf = true;
    m_added += value.size();
    node->value = std::move(value);
}

const LogEdits::Node *LogEdits::find(const Node &parent, std::string_view key) noexcept
{
    const auto found = std::find_if(parent.children.begin(), parent.children.end(),
                                    [key](const Node &child) { return child.key == key; });
    return found == parent.children.end() ? nullptr : &*found;
}

// What the record has and nobody changes first, then what is changed; the order of members means nothing.
char *LogEdits::write(const Node &node, std::string_view object, char *out)
{
    *out++ = '{';
    Members members(object);
    while (members.next()) {
        if (!find(node, members.key()))
            out = put(putKey(out, members.key()), members.value());
    }
    for (const Node &child : node.children) {
        if (child.isLeaf && child.value.empty())
            continue;
        out = putKey(out, child.key);
        const std::string_view old = child.isLeaf ? std::string_view(child.value) : memberOf(object, child.key);
        const bool leadsIn = !child.isLeaf && (old.empty() || old.front() == '{');
        out = leadsIn ? write(child, old.empty() ? "{}" : old, out) : put(out, old);
    }
    *out++ = '}';
    return out;
}

std::size_t LogEdits::apply(std::string_view record, char *out) const
{
    return static_cast<std::size_t>(write(m_root, record, out) - out);
}

} // namespace gatehouse
