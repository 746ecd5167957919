// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Which origin an answer may name (kong/plugins/cors/handler.lua, configure_origin).
// Thread: any (immutable).
class AllowedOrigins
{
public:
    explicit AllowedOrigins(const QStringList &origins);

    struct Answer {
        std::string origin;  // empty: none is allowed
        bool varies = false; // it depends on the request
    };

    // `origin` is the request's, empty when it has none.
    [[nodiscard]] Answer answerTo(std::string_view origin) const;

private:
    struct Entry {
        std::string text;           // normalised, for plain entries
        QRegularExpression pattern; // for the others
        bool isPattern = false;
        bool onHost = false; // the pattern has no ':' and is compared with the host alone
    };

    bool m_any = false;     // "*" is listed
    bool m_onlyAny = false; // and nothing else
    std::string m_fixed;    // a single plain entry is the answer to everybody
    std::vector<Entry> m_entries;
};

} // namespace gatehouse
