// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace gatehouse {

// Frees an object of OpenSSL with the function its documentation names: OpensslPtr<BIO, BIO_free>.
template <auto Free>
struct OpensslFree {
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

template <class T, auto Free>
using OpensslPtr = std::unique_ptr<T, OpensslFree<Free>>;

} // namespace gatehouse
