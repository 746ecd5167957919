// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hosts_file.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <sstream>

namespace gatehouse::net {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), ascii::toLower);
    return result;
}

} // namespace

HostsFile::HostsFile()
{
    m_names["localhost"] = {*Address::fromLiteral("127.0.0.1", 0)};
}

void HostsFile::read(std::istream &text)
{
    std::string line;
    while (std::getline(text, line)) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string word;
        words >> word;
        const auto address = Address::fromLiteral(word, 0);
        while (address && words >> word)
            add(lower(word), *address);
    }
}

void HostsFile::add(const std::string &name, const Address &address)
{
    std::vector<Address> &known = m_names[name];
    if (std::find(known.begin(), known.end(), address) != known.end())
        return;
    const bool isSix = address.family() == AF_INET6;
    if (!known.empty() && isSix && known.front().family() == AF_INET)
        return;
    if (!known.empty() && !isSix && known.front().family() == AF_INET6)
        known.clear();
    known.push_back(address);
}

const std::vector<Address> *HostsFile::find(std::string_view name) const
{
    const auto found = m_names.find(lower(name));
    return found == m_names.end() ? nullptr : &found->second;
}

} // namespace gatehouse::net
