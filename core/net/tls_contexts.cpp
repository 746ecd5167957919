// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_contexts.h"

namespace gatehouse::net {

template <class Context, class Make>
Result<std::shared_ptr<Context>> TlsContexts::findOrMake(ByDigest<Context> &known, const TlsDigest &digest, Make make)
{
    const auto found = known.find(digest);
    if (found != known.end()) {
        if (std::shared_ptr<Context> context = found->second.lock())
            return context;
    }
    Result<std::shared_ptr<Context>> context = make();
    if (!context)
        return context;
    ++m_made;
    std::erase_if(known, [](const auto &entry) { return entry.second.expired(); });
    known.insert_or_assign(digest, *context);
    return context;
}

Result<TlsServerContext::Context> TlsContexts::server(const TlsIdentity &identity)
{
    return findOrMake(m_servers, digestOf(textsOf(identity)),
                      [&] { return TlsServerContext::makeContext(identity, m_resumption); });
}

Result<std::shared_ptr<const TlsClientContext>> TlsContexts::client(const TlsClientSettings &settings)
{
    return findOrMake(m_clients, TlsClientContext::digestOf(settings),
                      [&] { return TlsClientContext::make(settings); });
}

} // namespace gatehouse::net
