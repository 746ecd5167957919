// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace gatehouse {

// A value, or the Error why there is none. Has the names of std::expected, which g++ 12 does not offer.
template <class T = void>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    } // NOLINT(google-explicit-constructor)

    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    } // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }

    explicit operator bool() const noexcept { return hasValue(); }

    const T &value() const & { return std::get<0>(m_state); }

    T &value() & { return std::get<0>(m_state); }

    T &&value() && { return std::get<0>(std::move(m_state)); }

    const Error &error() const { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }

    T &operator*() & { return value(); }

    const T *operator->() const { return &value(); }

    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;

    Result(Error error)
        : m_state(std::move(error))
    {
    } // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }

    explicit operator bool() const noexcept { return hasValue(); }

    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<std::monostate, Error> m_state;
};

} // namespace gatehouse
