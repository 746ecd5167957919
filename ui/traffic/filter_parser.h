// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/traffic/filter_tree.h"

#include <QStringView>

#include <optional>

namespace gatehouse {

// The language of the traffic filter. Words stand in the path, route or consumer; `field op value` compares one field,
// with `:` (contains; equals for numbers) `=` `!=` `<` `<=` `>` `>=` or `~` (regular expression). A blank means "and";
// `and`, `or`, `not` (also `!`) and parentheses as usual. mitmproxy's `~u`, `~m` and `~c` are understood. A value with
// blanks or parentheses stands in double quotes, in which a quote or a backslash has a backslash before it.
// Thread: any.
[[nodiscard]] Result<FilterTree> parseFilter(QStringView text);

// A value as it stands in a filter: in quotes when it has to.
[[nodiscard]] QString quotedFilterValue(const QString &value);

// The name of a field with its comparison, as far as the word has them.
struct FilterHead {
    FilterField field{};
    FilterComparison comparison = FilterComparison::Contains;
    qsizetype size = 0; // characters of the word up to the value
};

[[nodiscard]] std::optional<FilterHead> headOfTerm(QStringView word);

} // namespace gatehouse
